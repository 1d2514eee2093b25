import type { Remark } from '../model.ts';
import type { Span } from '../places.ts';
import type { Reading } from './reading.ts';

const WORD = /(?<=^|[\n。；”）)])会议(?:还|并|同时|特别|进一步|再次){0,2}(?:强调|指出|要求|认为)/gu;

/** 会议强调/指出/要求/认为: each with the passage up to the next such word or the item's end. */
export function readRemarks(reading: Reading, { start, end }: Span): Remark[] {
  const found = [...reading.text.slice(start, end).matchAll(WORD)];
  return found.map((match, index) => {
    const from = start + match.index;
    const next = found[index + 1];
    let to = next === undefined ? end : start + next.index;
    while (to > from && reading.text.charAt(to - 1) === '\n') to--;
    return { word: match[0], span: reading.original({ start: from, end: to }) };
  });
}
