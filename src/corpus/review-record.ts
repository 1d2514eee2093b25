import { z } from 'zod';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { isIsoDate } from '../minutes/front-matter.ts';
import type { Place } from '../minutes/places.ts';
import { readYaml, type YamlPath } from './yaml.ts';

/** The three rounds of R2.6, in their order. */
export const ROUNDS = ['一审', '二审', '三审'] as const;
export type Round = (typeof ROUNDS)[number];

export interface ReviewRound {
  readonly round: Round;
  /** 拟稿人, 分管领导, 主要领导 …. */
  readonly role: string;
  /** The name or the staff id. */
  readonly person: string;
  /** `YYYY-MM-DD HH:MM` in Beijing. */
  readonly time: string;
  readonly result: string;
}

/** Who looked at a set of minutes before it went out (R2.6). Never part of what is published. */
export interface ReviewRecord {
  /** The SHA-256 of what was reviewed, see `reviewedDigest`. */
  readonly sha256: string;
  readonly rounds: readonly ReviewRound[];
  readonly secrecy: Omit<ReviewRound, 'round' | 'role'>;
  place(path: YamlPath): Place;
}

/** The one result that lets a document go on. */
export const PASSED = '通过';

const words = (rule: string) => z.string({ error: rule }).trim().min(1, { error: rule });
const PERSON = z
  .union([z.string(), z.number().transform(String)], { error: '写姓名或工号' })
  .pipe(words('写姓名或工号'));
const TIME = z
  .string({ error: '写成“年-月-日 时:分”' })
  .refine(
    (text) => /^\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):[0-5]\d$/u.test(text) && isIsoDate(text.slice(0, 10)),
    {
      error: '写成“四位年-两位月-两位日 时:分”，例如 2024-03-18 10:00',
    },
  );
const RESULT = z.enum([PASSED, '退回'], { error: '写“通过”或“退回”' });
const NOTES = z.string().nullable().optional();

const SCHEMA = z.strictObject({
  sha256: z
    .string({ error: '写 npm run review 给出的值' })
    .regex(/^[0-9a-f]{64}$/u, { error: '写 npm run review 给出的 64 位值' }),
  basis: words('写公开的依据，如“条例第十九条，主动公开”'),
  rounds: z.array(
    z.strictObject({
      round: z.enum(ROUNDS, { error: '写一审、二审或三审' }),
      role: words('写审查人的身份，如“分管领导”'),
      person: PERSON,
      time: TIME,
      result: RESULT,
      notes: NOTES,
    }),
    { error: '每审写成“- round: 一审”，下面缩进写 role、person、time、result' },
  ),
  secrecy: z.strictObject(
    { person: PERSON, time: TIME, result: RESULT, notes: NOTES },
    { error: '在 secrecy: 下面缩进写保密审查的 person、time、result' },
  ),
});

/**
 * Reads a file of `content/reviews/`. The record is null when anything is missing or of the wrong
 * form; each fault is a `review/invalid` at its line. Never throws.
 */
export function parseReview(
  yaml: string,
  path: string,
): { readonly record: ReviewRecord | null; readonly diagnostics: readonly Diagnostic[] } {
  const file = readYaml(yaml, path, 'review/invalid', SCHEMA);
  const { value, diagnostics } = file;
  const place: ReviewRecord['place'] = (at) => file.place(at);
  return { record: value === null ? null : Object.assign({}, value, { place }), diagnostics };
}

/** The file of a review that is still to be made: everything that people must fill in is empty. */
export function reviewSkeleton(sha256: string): string {
  return `# 审查记录：只供内部留存，不会出现在站点里。正文改动后 sha256 不再相符，须重新审查
# time 写成 2024-03-18 10:00，result 写“通过”或“退回”
sha256: '${sha256}'
basis:
rounds:
${[emptyRound('一审', '拟稿人'), emptyRound('二审', '分管领导'), emptyRound('三审', '主要领导')].join('\n')}
secrecy:
  person:
  time:
  result:
  notes:
`;
}

function emptyRound(name: Round, role: string): string {
  const fields = ['person', 'time', 'result', 'notes'].map((field) => `    ${field}:`);
  return [`  - round: ${name}`, `    role: ${role}`, ...fields].join('\n');
}
