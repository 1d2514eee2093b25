import type { SearchRecord } from './record.ts';

/** About how long the text of each record is: loaded only when results are to be ordered by relevance. */

/** One letter for each record, in steps of half the binary logarithm: enough to weigh by. */
export function encodeLengths(records: readonly Pick<SearchRecord, 'text'>[]): string {
  return records
    .map(({ text }) => String.fromCharCode(FIRST + Math.round(Math.log2(text.length + 1) * 2)))
    .join('');
}

/** In UTF-16 units, of a file made by `encodeLengths`. */
export function decodeLengths(letters: string): Uint32Array {
  return Uint32Array.from(letters, (letter) => Math.round(2 ** ((letter.charCodeAt(0) - FIRST) / 2)));
}

/** Behind the digits, so that no run of letters looks like a number. */
const FIRST = 0x40;
