import type { IsoDate } from '../model.ts';
import type { Span } from '../places.ts';
import { digitsOf, numberOf } from './numerals.ts';

/** A date as printed. A part that isn't printed is null: `11月3日` has no year. */
export interface PrintedDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly span: Span;
}

const DATE =
  /(?:(\d{4}|[一二三四五六七八九〇零○ＯO]{4})年)?(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/gu;

/**
 * All dates of a text without white space: `2022年7月2日`, `二〇二五年十一月三日`, `11月3日`.
 * Days that don't exist (2月30日) are left out; a day alone (`4日`) is none.
 */
export function findDates(text: string): PrintedDate[] {
  const dates: PrintedDate[] = [];
  for (const match of text.matchAll(DATE)) {
    const [whole, yearText, monthText = '', dayText = ''] = match;
    const year = yearText === undefined ? null : digitsOf(yearText);
    const month = numberOf(monthText) ?? 0;
    const day = numberOf(dayText) ?? 0;
    if (!exists(year ?? 2024, month, day)) continue;
    dates.push({ year, month, day, span: { start: match.index, end: match.index + whole.length } });
  }
  return dates;
}

/** Dates as the tables of government pages write them (2025-04-12, 2025/4/12): for the year alone. */
export function findNumericDates(text: string): PrintedDate[] {
  return [...text.matchAll(/(?<!\d)(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu)].flatMap((match) => {
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (!exists(year, month, day)) return [];
    return [{ year, month, day, span: { start: match.index, end: match.index + match[0].length } }];
  });
}

/** The ISO form, with `year` where none is printed; null when there is no year at all. */
export function isoOf(date: PrintedDate, year: number | null): IsoDate | null {
  const full = date.year ?? year;
  if (full === null) return null;
  return `${String(full).padStart(4, '0')}-${pad(date.month)}-${pad(date.day)}`;
}

function exists(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
