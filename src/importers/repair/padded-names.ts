import { zonesOf } from '../zones.ts';
import { removeRuns } from './remove-runs.ts';
import type { Block } from '../blocks.ts';
import type { Repaired } from './change.ts';

const HAN = /\p{Script=Han}/u;
const PADDED = '去掉两字姓名中间补齐的空格';
const STRAY = '姓名中间有空格，按一个姓名处理，请核对';

/**
 * Takes the padding out of names in attendance: `李  某` in a list by 、 or in columns becomes 李某.
 * A space between organisation and name, or between names of two or more characters, is the only
 * separator there is and stays.
 */
export function removeNamePadding(blocks: readonly Block[]): Repaired {
  const zones = zonesOf(blocks);
  const pairs = new Map<number, ReadonlySet<number>>();
  return removeRuns(blocks, 'padded-names', /\s+/g, ({ text }, start, end, index) => {
    if (zones[index] !== 'attendance') return null;
    let paired = pairs.get(index);
    if (!paired) pairs.set(index, (paired = pairedSpaces(text)));
    if (paired.has(start)) return { remove: true, doubt: false, note: PADDED };
    const left = runBefore(text, start);
    const right = runAfter(text, end);
    const alone =
      /[，、：:。\s]|^$/.test(text.charAt(start - left.length - 1)) &&
      /[，、。（]|^$/.test(text.charAt(end + right.length));
    const stray = alone && left.length + right.length === 3 && left !== '' && right !== '';
    return stray && isListed(text, start - left.length) ? { remove: true, doubt: true, note: STRAY } : null;
  });
}

/** Starts of the spaces between two single characters that pair up as a name, from the left. */
function pairedSpaces(text: string): ReadonlySet<number> {
  const paired = new Set<number>();
  let single: number | null = null;
  for (const match of text.matchAll(/[^\s，、：:。；（）]+|[，、：:。；（）]/g)) {
    const piece = match[0];
    const isSingle = piece.length === 1 && HAN.test(piece);
    if (!isSingle) single = null;
    else if (single === null) single = match.index + 1;
    else {
      if (match.index > single) paired.add(single);
      single = null;
    }
  }
  return paired;
}

/** Whether the name stands directly behind a separator of names, not behind an organisation. */
function isListed(text: string, start: number): boolean {
  return /[、：:]/.test(text.charAt(start - 1));
}

function runBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 6 && HAN.test(text.charAt(start - 1))) start--;
  return text.slice(start, end);
}

function runAfter(text: string, start: number): string {
  let end = start;
  while (end < text.length && end - start < 6 && HAN.test(text.charAt(end))) end++;
  return text.slice(start, end);
}
