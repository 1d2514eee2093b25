import { isOfficeLine, isTitleLine } from '../lines.ts';
import { zonesOf } from '../zones.ts';
import { removeRuns } from './remove-runs.ts';
import type { Block } from '../blocks.ts';
import type { Repaired } from './change.ts';

const NOTE = '去掉数字前后的空格';
const DATE_NOTE = '去掉日期中间的空格';
const CHINESE_DATE =
  /[〇○零一二三四五六七八九十\s]{2,20}年[〇零一二三四五六七八九十\s]{1,8}月[〇零一二三四五六七八九十\s]{1,8}日/g;

/**
 * Takes out the spaces that extraction leaves at numbers: `2022 年 7 月`, `202 6 年`, `第 13 号`,
 * `二 〇 二 五 年`. Two numbers with a space between stay two, and are a doubt, unless they make a
 * year. The space before the date on a line of office and date, and that between the halves of a
 * title, are layout and stay.
 */
export function removeNumberSpaces(blocks: readonly Block[]): Repaired {
  const zones = zonesOf(blocks);
  const dates = blocks.map(({ text }) => (text.includes('年') ? spacesInDates(text) : NONE));
  return removeRuns(blocks, 'number-spaces', /\s+/g, ({ text }, start, end, index) => {
    const left = text.charAt(start - 1);
    const right = text.charAt(end);
    if (left === '' || right === '') return null;
    if (dates[index]?.has(start)) {
      return { remove: true, doubt: false, note: DATE_NOTE };
    }
    const digitLeft = isDigit(left);
    const digitRight = isDigit(right);
    if (!digitLeft && !digitRight) return null;
    if (digitLeft && digitRight) return betweenDigits(text, start, end);
    const other = digitLeft ? right : left;
    if (!isWide(other) && !/[%％]/.test(other)) return null;
    if (digitRight && isTitleLine(text) && /(?:政府|委员会|管委会|办事处)$/.test(text.slice(0, start)))
      return null;
    if (digitRight && !isTitleLine(text) && zones[index] !== 'body' && isOfficeLine(text)) return null;
    return { remove: true, doubt: false, note: NOTE };
  });
}

/** `202 6 年` is a year; `14 15` are two numbers. */
function betweenDigits(text: string, start: number, end: number) {
  const before = /[\d\s]*$/.exec(text.slice(Math.max(0, start - 8), start))?.[0] ?? '';
  const after = /^[\d\s]*[年〕]?/.exec(text.slice(end, end + 10))?.[0] ?? '';
  const year = /^\D*((?:19|20)\d\d)[年〕]$/.test(`${before}${after}`.replace(/\s+/g, ''));
  if (year) return { remove: true, doubt: false, note: DATE_NOTE };
  return { remove: false, doubt: true, note: '两个数字之间有空格，保留原样，请核对' };
}

const NONE: ReadonlySet<number> = new Set();

/** Where the runs of white space inside dates of Chinese numerals begin; those before one don't count. */
function spacesInDates(text: string): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const { 0: date, index } of text.matchAll(CHINESE_DATE)) {
    for (const space of date.matchAll(/(?<=\S)\s+/g)) starts.add(index + space.index);
  }
  return starts;
}

function isDigit(char: string): boolean {
  return /[0-9０-９]/.test(char);
}

function isWide(char: string): boolean {
  return (char.codePointAt(0) ?? 0) > 0x2000 || '“”‘’—…·'.includes(char);
}
