import { z } from 'zod';
import type { Bureau } from './model.ts';

const KINDS = [
  'party',
  'npc',
  'cppcc',
  'judicial',
  'military',
  'gov',
  'gov-affil',
  'vertical',
  'utility',
  'soe',
  'edu',
  'mass',
  'zone',
  'town',
  'coord',
] as const satisfies readonly Bureau['kind'][];

const NAME = z.string().regex(/^[^\s$]+$/u, { error: '写名称本身，不留空格；$ 只能用作 $P、$U' });
const PLACE_NAME = NAME.min(2, { error: '写地名全称，如“太仓市”' });
const FULL_NAME = z
  .string()
  .regex(/^(?:[^\s$]|\$[PU])+$/u, { error: '不留空格；地名写 $P（本级）或 $U（上级）' });
const ID = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/u, { error: '只用小写字母、数字和连字符，以字母开头，如“yjj”' });
const PARTIAL_DATE = z
  .union([z.number().int().transform(String), z.string()], { error: '写年或年月，如 2019 或 2019-06' })
  .pipe(z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u, { error: '写年或年月，如 2019 或 2019-06' }));

const FORMER = z.strictObject({
  full: FULL_NAME,
  short: FULL_NAME.optional(),
  until: PARTIAL_DATE.optional(),
  note: z.string().optional(),
});

const BUREAU = z.strictObject({
  id: ID,
  kind: z.enum(KINDS),
  full: FULL_NAME.optional(),
  short: FULL_NAME,
  aliases: z.array(FULL_NAME).default([]),
  bare: z.array(NAME).default([]),
  former: z.array(FORMER).default([]),
  since: PARTIAL_DATE.optional(),
  until: PARTIAL_DATE.optional(),
  office: ID.optional(),
  note: z.string().optional(),
});

/** What `content/bureaus.yaml` may hold; `$P` and `$U` not yet filled in. */
export const REGISTRY_FILE = z.strictObject({
  place: z.strictObject({ P: PLACE_NAME, U: PLACE_NAME, elsewhere: z.array(PLACE_NAME).default([]) }),
  bureaus: z.array(BUREAU),
  composites: z
    .array(z.strictObject({ text: NAME, bureaus: z.array(ID).min(1, { error: '写出所指各家的 id' }) }))
    .default([]),
  collectives: z.array(NAME).default([]),
});

export type RegistryFile = z.infer<typeof REGISTRY_FILE>;
