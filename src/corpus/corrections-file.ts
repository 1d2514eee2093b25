import { z } from 'zod';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { CORRECTION_KINDS, type Statement } from './statement.ts';
import { readYaml } from './yaml.ts';

// A file of comments alone is an empty list.
const SCHEMA = z.preprocess(
  (value) => value ?? [],
  z.array(
    z.strictObject({
      commit: z
        .string({ error: '写提交号，至少前 7 位，两边加引号' })
        .regex(/^[0-9a-f]{7,64}$/u, { error: '写提交号，至少前 7 位，小写，两边加引号' }),
      kind: z.enum(CORRECTION_KINDS).optional(),
      reason: z.string({ error: '写一句更正说明' }).trim().min(1, { error: '写一句更正说明' }).optional(),
    }),
    { error: '每条写成“- commit: 提交号”，下面缩进写 reason、kind' },
  ),
);

/** What staff state about commits whose message doesn't say it, or says it wrong. */
export type CommitStatements = readonly { readonly commit: string; readonly statement: Statement }[];

/**
 * Reads `content/corrections.yaml`: reasons and kinds for commits that can't be changed any more. Every
 * fault is a `corrections/invalid`; the statements are then empty. Never throws.
 */
export function parseCorrections(
  yaml: string,
  path: string,
): { readonly corrections: CommitStatements; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = readYaml(yaml, path, 'corrections/invalid', SCHEMA);
  return {
    corrections: (value ?? []).map(({ commit, kind, reason }) => ({
      commit,
      statement: { kind: kind ?? null, reason: reason ?? null },
    })),
    diagnostics,
  };
}

/** What is stated about any of these commits; null when nothing is. */
export function statementAbout(corrections: CommitStatements, commits: readonly string[]): Statement | null {
  const found = corrections.find(({ commit }) => commits.some((hash) => hash.startsWith(commit)));
  return found?.statement ?? null;
}
