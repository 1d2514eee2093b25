import type { IsoDate } from '../../src/minutes/model.ts';

const DAY = 86_400_000;

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** The day itself, or the Monday behind it when it falls on a weekend. */
export function workday(date: IsoDate): IsoDate {
  const weekday = new Date(Date.parse(date)).getUTCDay();
  if (weekday === 6) return addDays(date, 2);
  return weekday === 0 ? addDays(date, 1) : date;
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: IsoDate): number {
  return Number(date.slice(5, 7));
}

/** `2022年7月2日`. */
export function printDate(date: IsoDate): string {
  return `${yearOf(date)}年${monthOf(date)}月${Number(date.slice(8))}日`;
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** `第十五届` of 15, as texts print terms of office. */
export function printTerm(term: number): string {
  return `第${printNumeral(term)}届`;
}

/** 1 to 99 as an ordinal: 三, 十, 十五, 二十一. */
export function printNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  return (tens > 1 ? (DIGITS[tens] ?? '') : '') + (tens > 0 ? '十' : '') + (DIGITS[value % 10] ?? '');
}
