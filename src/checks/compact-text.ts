import type { Span } from '../minutes/places.ts';

/**
 * The official text without white space and invisible characters, every sign as printed, so that no
 * space hides a word or a form from a rule. Line feeds between blocks stay. The parser's reading is
 * another copy: it also makes signs alike, and a rule about forms would be blind in it.
 */
export interface CompactText {
  readonly text: string;
  /** A span of `text` as a span of the official text. */
  original(span: Span): Span;
  /** A span of the official text as a span of `text`. */
  compact(span: Span): Span;
}

const INVISIBLE = /[^\S\n]+|[\u200b-\u200d\u2060\ufeff]+|[\u0000-\u0009\u000b-\u001f]+/gu;

/** Makes the copy; linear in the text, and nothing is kept for a text that has no white space. */
export function compactText(official: string): CompactText {
  /** Where each kept run begins in the official text, and in the copy. */
  const from: number[] = [];
  const at: number[] = [];
  const runs: string[] = [];
  let length = 0;
  let start = 0;
  const keep = (end: number): void => {
    if (end <= start) return;
    from.push(start);
    at.push(length);
    runs.push(official.slice(start, end));
    length += end - start;
  };
  for (const match of official.matchAll(INVISIBLE)) {
    keep(match.index);
    start = match.index + match[0].length;
  }
  keep(official.length);

  const originalOf = (offset: number): number => {
    const run = lastAtMost(at, offset);
    return run < 0 ? official.length : (from[run] ?? 0) + offset - (at[run] ?? 0);
  };
  const compactOf = (offset: number): number => {
    const run = lastAtMost(from, offset);
    if (run < 0) return 0;
    const within = (at[run] ?? 0) + offset - (from[run] ?? 0);
    return Math.min(within, at[run + 1] ?? length);
  };
  return {
    text: runs.join(''),
    original: ({ start: first, end }) => {
      const begin = Math.min(originalOf(first), official.length);
      return { start: begin, end: end > first ? originalOf(end - 1) + 1 : begin };
    },
    compact: ({ start: first, end }) => ({ start: compactOf(first), end: compactOf(end) }),
  };
}

/** The index of the last element that is at most `value`; −1 when none is. */
function lastAtMost(ascending: readonly number[], value: number): number {
  let low = -1;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
