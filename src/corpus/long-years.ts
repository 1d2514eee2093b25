import type { IsoDate } from '../minutes/model.ts';
import { derived, derivedByKey } from './derived.ts';
import type { Corpus } from './model.ts';

/** A year with more meetings is too long for one page on a phone: its lists are told month by month. */
const MOST_MEETINGS = 100;
/** In such a year, a list of a bureau, a topic or a filter with no more entries is still one page. */
const MOST_ENTRIES = 400;

/** The month of meetings whose day isn't known or lies in another year than their address. */
const NO_MONTH = '00';

/** A year of addresses (`2022`), or a month of a long one (`2022-07`; `2022-00` of what has no day in it). */
export type Period = string;

/** The lists whose months were published before, by their paths without the month: `minutes/2022-/`. */
const knownLists = derivedByKey(
  'listsByMonth',
  ({ archive }) =>
    new Map(
      archive.lists
        .filter((path) => MONTH.test(path))
        .map((path) => [path.replace(MONTH, ''), true] as const),
    ),
);
const MONTH = /(?<=\/\d{4}-)\d\d(?=\/)/u;

/**
 * The years of addresses that are told month by month. One whose months were ever published stays so, for their
 * addresses are never given up (R1.9).
 */
const longYears = derived('longYears', (corpus) =>
  [...corpus.byYear].flatMap(([year, { length }]) =>
    length > MOST_MEETINGS || knownLists(corpus, `minutes/${year}-/`) === true ? [year] : [],
  ),
);

/** Whether the lists of a year are told month by month. */
export function isLongYear(year: string, corpus: Corpus): boolean {
  return longYears(corpus).includes(year);
}

/**
 * Whether a list that holds but some entries of a year is told month by month too.
 *
 * @param pathOf its path below the base in a period
 */
export function isLongList(
  year: string,
  count: number,
  pathOf: (period: Period) => string,
  corpus: Corpus,
): boolean {
  if (!isLongYear(year, corpus)) return false;
  return count > MOST_ENTRIES || knownLists(corpus, pathOf(`${year}-`)) === true;
}

/** The month of a day within a year of addresses: `07`; `00` where the day isn't known or lies in another year. */
export function monthIn(year: string, day: IsoDate | null): string {
  return day?.startsWith(`${year}-`) === true ? day.slice(5, 7) : NO_MONTH;
}

/** `2022-07` → 2022 and 07; the month of a whole year is null. */
export function partsOf(period: Period): { readonly year: string; readonly month: string | null } {
  return { year: period.slice(0, 4), month: period.length > 4 ? period.slice(5) : null };
}

/** The period in whose list a day is told: the year, or its month where the year is long. */
export function periodOf(year: string, day: IsoDate | null, corpus: Corpus): Period {
  return isLongYear(year, corpus) ? `${year}-${monthIn(year, day)}` : year;
}
