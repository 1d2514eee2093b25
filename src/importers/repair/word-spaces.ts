import { isOfficeLine, isTitleLine } from '../lines.ts';
import { zonesOf } from '../zones.ts';
import { removeRuns } from './remove-runs.ts';
import type { Zone } from '../zones.ts';
import type { Block } from '../blocks.ts';
import type { Repaired } from './change.ts';
import type { Removal } from './remove-runs.ts';

const HAN = /\p{Script=Han}/u;
const LETTER = /[\p{Script=Han}A-Za-z]/u;
const WORD = /[\p{Script=Han}A-Za-z0-9%％]/u;
const NOTE = '去掉字词之间的空格';
const KEPT = '字词之间有空格，保留原样，请核对';

/**
 * Takes out the spaces that extraction leaves between words. Where a text has many of them they
 * are noise; where it has few, a space may be meant (a slogan of two halves, a title), so it stays
 * and is a doubt, unless it cuts off a piece of one or two characters. Spaces in attendance, and
 * between the halves of a line without a sentence (办公室 整理), are layout.
 */
export function removeWordSpaces(blocks: readonly Block[]): Repaired {
  const zones = zonesOf(blocks);
  const noisy = isNoisy(blocks, zones);
  const layout = blocks.map(({ text }, index) => zones[index] !== 'body' && !/[，。；]/.test(text));
  return removeRuns(blocks, 'word-spaces', /\s+/g, ({ text }, start, end, index) => {
    const left = text.charAt(start - 1);
    const right = text.charAt(end);
    if (!LETTER.test(left) || !LETTER.test(right) || !(HAN.test(left) || HAN.test(right))) return null;
    const zone = zones[index] ?? 'body';
    if (zone === 'attendance') return null;
    const leftRun = runLength(text, start, -1);
    const rightRun = runLength(text, end, 1);
    if (layout[index]) return inLayout(text, leftRun, rightRun);
    return inProse(text, start, end, leftRun, rightRun, noisy);
  });
}

function inLayout(text: string, leftRun: number, rightRun: number): Removal | null {
  const short = isTitleLine(text) ? Math.min(leftRun, rightRun) : Math.max(leftRun, rightRun);
  if (short <= 2) return { remove: true, doubt: false, note: NOTE };
  if (isOfficeLine(text) && !isTitleLine(text)) return null;
  return { remove: false, doubt: true, note: KEPT };
}

function inProse(
  text: string,
  start: number,
  end: number,
  leftRun: number,
  rightRun: number,
  noisy: boolean,
): Removal {
  // Chinese is set without spaces round Latin words: word processors add them as they type.
  if (!HAN.test(text.charAt(start - 1)) || !HAN.test(text.charAt(end))) {
    return { remove: true, doubt: false, note: NOTE };
  }
  const halves = leftRun >= 3 && rightRun >= 3;
  if (halves && insideQuotes(text, start, end)) return { remove: false, doubt: true, note: KEPT };
  if (noisy) return { remove: true, doubt: false, note: NOTE };
  const cutOff = Math.min(leftRun, rightRun) <= 2 && (spaced(text, start, -1) || spaced(text, end, 1));
  if (cutOff) return { remove: true, doubt: true, note: `${NOTE}，请核对` };
  return { remove: false, doubt: true, note: KEPT };
}

/** More than three such spaces, and more than one to 600 characters, are noise. */
function isNoisy(blocks: readonly Block[], zones: readonly Zone[]): boolean {
  let spaces = 0;
  let length = 0;
  for (const [index, { text }] of blocks.entries()) {
    if (zones[index] === 'attendance') continue;
    spaces += text.match(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu)?.length ?? 0;
    length += text.length;
  }
  return spaces >= 4 && spaces * 600 >= length;
}

/** Length of the run of characters from `at` leftwards or rightwards, counted to eight. */
function runLength(text: string, at: number, step: 1 | -1): number {
  let length = 0;
  let next = step === 1 ? at : at - 1;
  while (length < 8 && WORD.test(text.charAt(next))) {
    length++;
    next += step;
  }
  return length;
}

/** Whether the short run beside `at` ends at another space between words. */
function spaced(text: string, at: number, step: 1 | -1): boolean {
  const run = runLength(text, at, step);
  if (run > 2) return false;
  const behind = step === 1 ? at + run : at - run - 1;
  return /\s/.test(text.charAt(behind));
}

/** Whether the nearest quotation marks round the space open before it and close behind it. */
function insideQuotes(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 40);
  return before.lastIndexOf('“') > before.lastIndexOf('”') && /^[^“]*”/.test(after);
}
