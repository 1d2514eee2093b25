/** What kind of change a correction is. 撤回 takes text back: it isn't shown any more. */
export type CorrectionKind = '更正' | '补充' | '撤回';

export const CORRECTION_KINDS: readonly CorrectionKind[] = ['更正', '补充', '撤回'];

/** What commit messages say about a change, in lines like `更正说明: 第二项“三方”应为“四方”`. */
export interface Statement {
  /** Null when no message has the line. */
  readonly reason: string | null;
  /** As written, so that an unknown kind can be reported; null when no message has the line. */
  readonly kind: string | null;
}

export const NO_STATEMENT: Statement = { reason: null, kind: null };

const LINE = /^(更正说明|更正类型)[ \t]*[:：][ \t]*(.*(?:\n[ \t]+\S.*)*)/gmu;

/**
 * Reads the statement of one change from the messages of the commits that made it, oldest first.
 * Different reasons are joined with “；”. Of several kinds 撤回 counts before all others, so that a
 * text that was taken back is never shown because of the order of commits; else the last.
 */
export function readStatement(messages: readonly string[]): Statement {
  const found = messages.flatMap((message) => [...message.replaceAll('\r\n', '\n').matchAll(LINE)]);
  const values = (name: string): readonly string[] =>
    found
      .filter(([, label]) => label === name)
      .map(([, , value = '']) => value.replaceAll(/\s*\n\s*/gu, '').trim())
      .filter((value) => value !== '');
  const reasons = [...new Set(values('更正说明'))];
  const kinds = values('更正类型');
  return {
    reason: reasons.length === 0 ? null : reasons.join('；'),
    kind: kinds.find((kind) => kind === '撤回') ?? kinds.at(-1) ?? null,
  };
}

/** The kind of a correction; 更正 when none is stated, null when what is stated is none. */
export function kindOf({ kind }: Statement): CorrectionKind | null {
  return kind === null ? '更正' : (CORRECTION_KINDS.find((known) => known === kind) ?? null);
}
