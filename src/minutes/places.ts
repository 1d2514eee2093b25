/**
 * A half-open range `[start, end)` of UTF-16 offsets. Which text it counts in is said by whoever
 * holds it: spans of the model count in `Minutes.text`, spans of a source file in that file.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a finding points: a line and column of a file, both from 1, columns in UTF-16 units. */
export type Place =
  | { readonly kind: 'source'; readonly line: number; readonly column: number; readonly length: number }
  | { readonly kind: 'unknown' };

/** The place of a finding about a whole file, or about a file that can't be read. */
export const UNKNOWN_PLACE: Place = { kind: 'unknown' };

/** Turns offsets of one text into places. Built once per text: each look-up is a binary search. */
export interface LineIndex {
  /** The place of a span of the text; a span over several lines ends, for show, with its first line. */
  place(span: Span): Place;
}

/** Indexes the line starts of `text`; LF, CRLF and lone CR all end a line. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return {
    place({ start, end }) {
      const line = lastAtMost(starts, start);
      const lineStart = starts[line] ?? 0;
      const lineEnd = starts[line + 1] === undefined ? text.length : (starts[line + 1] ?? 0) - 1;
      return {
        kind: 'source',
        line: line + 1,
        column: start - lineStart + 1,
        length: Math.max(1, Math.min(end, lineEnd) - start),
      };
    },
  };
}

/** The index of the last element of an ascending list that is ≤ `value`; 0 for an empty list. */
function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
