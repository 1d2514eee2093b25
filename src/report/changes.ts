import { visible } from './width.ts';

/** Lines of a file that others take the place of, as a command prints them. */
export interface LineChange {
  /** From 1, in the file as it was. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const AROUND = 10;

/**
 * What was mended in one file: each place with the part that changed, complete, and a little around
 * it; spaces in that part show as ␣, ends of lines as ⏎. Nothing when there is no change.
 */
export function formatChanges(path: string, changes: readonly LineChange[]): string {
  if (changes.length === 0) return '';
  return [
    `${visible(path)}：${changes.length} 处`,
    ...changes.flatMap(({ line, before, after }) => [
      `  第 ${line} 行`,
      ...excerpts(before.join('⏎'), after.join('⏎')),
    ]),
  ].join('\n');
}

function excerpts(before: string, after: string): readonly string[] {
  if (before.replaceAll('⏎', '') === '' && after.replaceAll('⏎', '') === '') {
    return [before === '' ? '    + （空行）' : '    - （多余的空行）'];
  }
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end))
    end++;
  return [`    - ${excerpt(before, start, end)}`, `    + ${excerpt(after, start, end)}`];
}

function excerpt(text: string, start: number, end: number): string {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, text.length - end + AROUND);
  const changed = text.slice(start, text.length - end).replaceAll(/[ \t\u00a0\u3000]/gu, '␣');
  const around = visible(text.slice(from, start) + changed + text.slice(text.length - end, to));
  return (from > 0 ? '…' : '') + around + (to < text.length ? '…' : '');
}
