import type { FacetCount, SearchFilter } from '../facets.ts';
import { lastDayOf } from './state.ts';

/** One stretch of time in the histogram. */
export interface Bar {
  /** `2024年` or `2024年3月`. */
  readonly name: string;
  /** `2024` or `3月`. */
  readonly shortName: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Whether the results are limited to exactly this stretch. */
  readonly isChosen: boolean;
}

export interface Histogram {
  readonly bars: readonly Bar[];
  /** The year whose months are shown because the dates are within it; null when all time is shown. */
  readonly year: string | null;
}

type Range = Pick<SearchFilter, 'from' | 'to'>;

/** How many months are shown as such; longer times are shown by year. */
const MONTHS = 24;

/**
 * The bars for the counts by month (`YYYY-MM`, newest first): the months of one year when the dates are
 * limited to it, else all months, or all years where there are too many months. Empty stretches are bars too.
 */
export function histogramOf(months: readonly FacetCount[], range: Range): Histogram {
  const counts = new Map(months.map(({ value, count }) => [value, count]));
  const year = yearOf(range);
  if (year !== null)
    return { bars: monthsFrom(`${year}-01`, 12).map((month) => monthBar(month, counts, range)), year };
  const [newest, oldest] = [months[0]?.value, months.at(-1)?.value];
  if (newest === undefined || oldest === undefined) return { bars: [], year: null };
  const span = monthNumber(newest) - monthNumber(oldest) + 1;
  const bars =
    span <= MONTHS
      ? monthsFrom(oldest, span).map((month) => monthBar(month, counts, range))
      : yearBars(Number(oldest.slice(0, 4)), Number(newest.slice(0, 4)), counts, range);
  return { bars, year: null };
}

/** The range after a bar was pressed: its stretch, or the year or all time around it when it was chosen already. */
export function pressed({ from, to, isChosen }: Bar, { year }: Histogram): Range {
  if (!isChosen) return { from, to };
  return year === null ? { from: null, to: null } : yearRange(year);
}

function yearRange(year: string): { readonly from: string; readonly to: string } {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** The year that holds both ends of the range; null when there is none. */
function yearOf({ from, to }: Range): string | null {
  const year = from?.slice(0, 4) ?? null;
  return year !== null && year === to?.slice(0, 4) ? year : null;
}

function yearBars(
  first: number,
  last: number,
  counts: ReadonlyMap<string, number>,
  range: Range,
): readonly Bar[] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = String(first + index).padStart(4, '0');
    const own = monthsFrom(`${year}-01`, 12).map((month) => counts.get(month) ?? 0);
    const stretch = yearRange(year);
    return {
      name: `${year}年`,
      shortName: year,
      ...stretch,
      count: own.reduce((sum, count) => sum + count, 0),
      isChosen: isSame(stretch, range),
    };
  });
}

function monthBar(month: string, counts: ReadonlyMap<string, number>, range: Range): Bar {
  const [year = '', number = ''] = month.split('-');
  const stretch = { from: `${month}-01`, to: lastDayOf(month) };
  const shortName = `${String(Number(number))}月`;
  return {
    name: `${year}年${shortName}`,
    shortName,
    ...stretch,
    count: counts.get(month) ?? 0,
    isChosen: isSame(stretch, range),
  };
}

function isSame(one: Range, other: Range): boolean {
  return one.from === other.from && one.to === other.to;
}

function monthsFrom(first: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const number = monthNumber(first) + index;
    return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
}

function monthNumber(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return year * 12 + number - 1;
}
