import { UserError } from '../files/user-error.ts';
import type { Ask } from './review-doubts.ts';

/** A question to a clerk; an option of its name answers it beforehand. */
export interface Question<Name extends string, T> {
  readonly name: Name;
  readonly text: string;
  /** What is taken when the answer is empty; null where one must answer. */
  readonly standard: string | null;
  /** What an answer must be like, for the clerk. */
  readonly form: string;
  /** The value; undefined when the answer is of another form. */
  readonly read: (answer: string) => T | undefined;
}

/**
 * The answer: the one given beforehand, or asked for until it is of the right form. Rejects with a
 * `UserError` when the one given beforehand is wrong, or nobody is there to give a needed one.
 */
export async function answerTo<Name extends string, T>(
  { name, text, standard, form, read }: Question<Name, T>,
  given: Readonly<Partial<Record<Name, string>>>,
  ask: Ask,
): Promise<T> {
  const before = given[name];
  if (before !== undefined) {
    const value = read(before.trim() || (standard ?? ''));
    if (value === undefined) throw new UserError(`“${before}”不能作为 --${name}`, form);
    return value;
  }
  let lead = '';
  for (;;) {
    const shown = standard === null || standard === '' ? '' : ` [${standard}]`;
    const answer = (await ask(`${lead}${text}${shown}：`))?.trim();
    const value = read(answer || (standard ?? ''));
    if (value !== undefined) return value;
    if (answer === undefined) throw new UserError(`没有写 --${name}`, form);
    lead = `  ${form}\n`;
  }
}
