import { z } from 'zod';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { isIsoDate } from '../minutes/front-matter.ts';
import type { IsoDate } from '../minutes/model.ts';
import { readYaml, type YamlPath } from './yaml.ts';

export const TOMBSTONE_KINDS = ['撤回', '合并', '更正'] as const;

/** Why an address that was published holds no minutes any more (R1.13). */
export interface Tombstone {
  readonly id: string;
  readonly kind: (typeof TOMBSTONE_KINDS)[number];
  readonly date: IsoDate;
  readonly reason: string;
  /** What the document was called; null keeps the name back as well. */
  readonly name: string | null;
  /** The id of the minutes that take its place; null when none do. */
  readonly successor: string | null;
}

export const DATE = z
  .string({ error: '写成四位年-两位月-两位日' })
  .refine(isIsoDate, { error: '写成四位年-两位月-两位日，如 2026-11-23' });
export const MINUTES_ID = z
  .string({ error: '写年份/名称，如 2022/013' })
  .regex(/^\d{4}\/[a-z0-9-]+$/u, { error: '写年份/名称，如 2022/013' });
const REASON = z.string({ error: '写一句理由' }).trim().min(1, { error: '写一句理由' });

// A file of comments alone is an empty list.
const SCHEMA = z.preprocess(
  (value) => value ?? [],
  z.array(
    z.strictObject({
      id: MINUTES_ID,
      kind: z.enum(TOMBSTONE_KINDS),
      date: DATE,
      reason: REASON,
      name: z.string().trim().min(1, { error: '写文件名称，或删去这一行' }).optional(),
      successor: MINUTES_ID.optional(),
    }),
    { error: '每条写成“- id: 年份/名称”，下面缩进写 kind、date、reason' },
  ),
);

/**
 * Reads `content/tombstones.yaml`. Every fault is a `tombstones/invalid` at its line: wrong form, an
 * id given twice, 合并 without the minutes that took its place. Never throws.
 */
export function parseTombstones(
  yaml: string,
  path: string,
): {
  readonly tombstones: readonly Tombstone[];
  readonly diagnostics: readonly Diagnostic[];
  readonly report: TombstoneReport;
} {
  const file = readYaml(yaml, path, 'tombstones/invalid', SCHEMA);
  const fault = (at: YamlPath, message: string, hint: string): Diagnostic => ({
    code: 'tombstones/invalid',
    message,
    hint,
    path,
    place: file.place(at),
  });
  const tombstones = (file.value ?? []).map(({ name, successor, ...entry }) => ({
    ...entry,
    name: name ?? null,
    successor: successor ?? null,
  }));
  const ids = tombstones.map(({ id }) => id);
  const faults = tombstones.flatMap(({ id, kind, successor }, at) => [
    ...(ids.indexOf(id) < at ? [fault([at, 'id'], `“${id}”写了两次`, '合成一条')] : []),
    ...(kind === '合并' && successor === null
      ? [fault([at], `“${id}”已合并，没有写明并入哪一份`, '补上 successor: 年份/名称')]
      : []),
  ]);
  return {
    tombstones,
    diagnostics: [...file.diagnostics, ...faults],
    report: (at, field, message, hint) => fault([at, field], message, hint),
  };
}

/** A finding about a field of the entry at `at`. */
export type TombstoneReport = (at: number, field: string, message: string, hint: string) => Diagnostic;
