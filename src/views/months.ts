import { partsOf, type Period } from '../corpus/long-years.ts';
import type { LinkView } from './bureau-names.ts';

/** A month of a long year, on the page of the year. */
export interface MonthLineView extends LinkView {
  /** The anchor under which a shorter year has the first of its entries: `m7`. */
  readonly id: string;
  /** How much it holds. */
  readonly counts: string;
}

/** The months of a list, newest first, what has no day in its year last; none where the list is one page. */
export function monthLines<T>(
  year: string,
  months: Readonly<Record<string, T>>,
  urlOf: (period: Period) => string,
  countsOf: (sums: T) => string,
): readonly MonthLineView[] {
  return newestFirst(Object.keys(months)).flatMap((month) => {
    const sums = months[month];
    if (sums === undefined) return [];
    return [
      {
        id: monthId(month),
        text: monthName(month),
        href: urlOf(`${year}-${month}`),
        counts: countsOf(sums),
      },
    ];
  });
}

/** The other months of a list, for the page of one. */
export function otherMonths(
  period: Period,
  months: readonly string[],
  urlOf: (period: Period) => string,
): readonly LinkView[] {
  const { year, month } = partsOf(period);
  if (month === null) return [];
  return newestFirst(months)
    .filter((other) => other !== month)
    .map((other) => ({ text: monthName(other), href: urlOf(`${year}-${other}`) }));
}

/** The periods of a list: its year, and the months of it that have pages. */
export function periodsOf(year: string, months: readonly string[]): readonly Period[] {
  return [year, ...newestFirst(months).map((month) => `${year}-${month}`)];
}

/** 2022年, 2022年7月, 2022年其他日期. */
export function periodName(period: Period): string {
  const { year, month } = partsOf(period);
  return month === null ? `${year}年` : `${year}年${monthName(month)}`;
}

/** The end of the breadcrumb of a period: 2022年, or 7月 below its year. */
export function periodCrumb(period: Period): string {
  const { month } = partsOf(period);
  return month === null ? periodName(period) : monthName(month);
}

/** Where its day is unknown or in another year than its address, a meeting is in no month of it. */
export function monthName(month: string): string {
  return month === '00' ? '其他日期' : `${String(Number(month))}月`;
}

/** The anchor of a month: `m7`. */
export function monthId(month: string): string {
  return `m${String(Number(month))}`;
}

/** Months, newest first, what has no day in its year last. */
export function newestFirst(months: readonly string[]): readonly string[] {
  return months.toSorted((one, other) => Number(other) - Number(one));
}
