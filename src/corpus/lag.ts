import type { IsoDate, Minutes } from '../minutes/model.ts';
import { statedOf } from '../minutes/stated.ts';
import { daysBetween, workdayAfter, workdaysBetween, type Calendar } from './workdays.ts';

/** How long it took from a day of the document to its publication. */
export interface Interval {
  readonly name: '会议' | '整理' | '印发';
  readonly day: IsoDate;
  /** Calendar days. */
  readonly days: number;
}

/** The time from meeting to publication, and whether it was within the law's 20 workdays (条例 26). */
export interface PublicationLag {
  readonly published: IsoDate;
  /** As far as the text has the dates. */
  readonly intervals: readonly Interval[];
  /** The day from which the time counts: issued, else compiled, else held. */
  readonly base: Interval;
  /** Null when the holidays of a year in it aren't known. */
  readonly deadline: IsoDate | null;
  /** The workdays after the deadline: 0 when in time; null when not known. */
  readonly late: number | null;
}

/** The lag of a set of minutes; null when it has no time of publication, or no day to count from. */
export function lagOf(minutes: Minutes, calendar: Calendar): PublicationLag | null {
  const { held, compiled, issued, ...stated } = statedOf(minutes);
  const published = stated.published?.slice(0, 10);
  if (published === undefined) return null;
  const intervals = (
    [
      ['会议', held],
      ['整理', compiled],
      ['印发', issued],
    ] as const
  ).flatMap(([name, day]) => (day === null ? [] : [{ name, day, days: daysBetween(day, published) }]));
  const base = intervals.at(-1);
  if (base === undefined) return null;
  const deadline = workdayAfter(calendar, base.day);
  return {
    published,
    intervals,
    base,
    deadline,
    late: deadline === null ? null : workdaysBetween(calendar, deadline, published),
  };
}
