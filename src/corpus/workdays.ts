import type { IsoDate } from '../minutes/model.ts';

/** Public holidays and the weekend days worked instead, as the State Council's office publishes them. */
export interface Calendar {
  /** The years whose arrangement is known. */
  readonly years: ReadonlySet<string>;
  readonly holidays: ReadonlySet<IsoDate>;
  readonly workdays: ReadonlySet<IsoDate>;
}

export const NO_CALENDAR: Calendar = { years: new Set(), holidays: new Set(), workdays: new Set() };

/** The time to publish in, from the day a document was made or changed (条例 26). */
export const DEADLINE_WORKDAYS = 20;

const DAY = 24 * 60 * 60 * 1000;

/** The day so many days later; earlier when negative. */
export function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The calendar days from one day to another; negative when the other is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** Whether people work on a day; null when the arrangement of its year isn't known. */
export function isWorkday(calendar: Calendar, day: IsoDate): boolean | null {
  if (!calendar.years.has(day.slice(0, 4))) return null;
  if (calendar.holidays.has(day)) return false;
  if (calendar.workdays.has(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * The last of so many workdays after a day, which doesn't count itself (R2.9). Null when it lies in, or
 * behind, a year whose arrangement isn't known.
 */
export function workdayAfter(
  calendar: Calendar,
  day: IsoDate,
  workdays: number = DEADLINE_WORKDAYS,
): IsoDate | null {
  let at = day;
  for (let left = workdays; left > 0;) {
    at = addDays(at, 1);
    const works = isWorkday(calendar, at);
    if (works === null) return null;
    if (works) left--;
  }
  return at;
}

/** The workdays after one day up to another, that included; 0 when it isn't later; null when not known. */
export function workdaysBetween(calendar: Calendar, from: IsoDate, to: IsoDate): number | null {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) {
    const works = isWorkday(calendar, at);
    if (works === null) return null;
    if (works) count++;
  }
  return count;
}
