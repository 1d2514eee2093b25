import { decisionsOfYear, decisionYears, type DecisionEntry } from '../corpus/decisions.ts';
import { keptByYear } from '../corpus/derived.ts';
import { isLongList, isLongYear, monthIn } from '../corpus/long-years.ts';
import type { Corpus } from '../corpus/model.ts';
import type { IsoDate } from '../minutes/model.ts';
import { decisionsFilterPath } from '../urls.ts';
import {
  FILTER_KINDS,
  filterIdsOf,
  namesOf,
  type DecisionFilter,
  type FilterKind,
} from './decision-filters.ts';

/** What pages over all years say of the decisions of one: how many, under which values of the filters. */
export interface DecisionFigures {
  readonly count: number;
  /** By value, of each filter. */
  readonly values: Readonly<Record<FilterKind, Readonly<Record<string, number>>>>;
  /** The newest day that any of them rests on, see `newestDay`; '' without one. */
  readonly newest: IsoDate;
  /** By month, where the year is told so (`isLongYear`); else none. */
  readonly months: MonthSums;
  /** The same of each value of a filter that is told by month (`isLongList`), under `filterKey`. */
  readonly filterMonths: Readonly<Record<string, MonthSums>>;
}

/** How much the months of a list hold, by month (`monthIn`). */
export type MonthSums = Readonly<Record<string, { readonly meetings: number; readonly decisions: number }>>;

/** `outcome-deferred`: a value of a filter, as addresses have it. */
export function filterKey({ kind, id }: Pick<DecisionFilter, 'kind' | 'id'>): string {
  return `${kind}-${id}`;
}

/** The figures of the decisions of a year. */
export const decisionFigures = keptByYear('decisionFigures', (corpus, year): DecisionFigures => {
  const entries = decisionsOfYear(year, corpus);
  const values = {
    outcome: count(entries, 'outcome'),
    state: count(entries, 'state'),
    bureau: count(entries, 'bureau'),
  };
  return {
    count: entries.length,
    values,
    newest: newestDay(entries),
    months: isLongYear(year, corpus) ? monthSums(year, entries) : {},
    filterMonths: filterMonths(year, entries, values, corpus),
  };
});

/** Which lists of decisions a year has, in the order of their names: it changes far less often than they do. */
export interface DecisionOutline {
  /** The values that occur, of each filter. */
  readonly values: Readonly<Record<FilterKind, readonly string[]>>;
  /** The months by which the year is told; none where it is one page. */
  readonly months: readonly string[];
  /** The same of each value of a filter that is told by month, under `filterKey`. */
  readonly filterMonths: Readonly<Record<string, readonly string[]>>;
}

/** The outline of the decisions of a year. */
export const decisionOutline = keptByYear('decisionOutline', (corpus, year): DecisionOutline => {
  const { values, months, filterMonths: ofFilters } = decisionFigures(corpus, year);
  return {
    values: {
      outcome: Object.keys(values.outcome).toSorted(),
      state: Object.keys(values.state).toSorted(),
      bureau: Object.keys(values.bureau).toSorted(),
    },
    months: Object.keys(months).toSorted(),
    filterMonths: Object.fromEntries(
      Object.keys(ofFilters)
        .toSorted()
        .map((key) => [key, Object.keys(ofFilters[key] ?? {}).toSorted()]),
    ),
  };
});

/** Those of every year that has decisions, newest year first. */
export function figuresByYear(corpus: Corpus): ReadonlyMap<string, DecisionFigures> {
  return new Map(decisionYears(corpus).map((year) => [year, decisionFigures(corpus, year)]));
}

/** The values of a filter that occur, in the order of outcomes, states and the registry, with how often. */
export function filtersOf(
  { values }: Pick<DecisionFigures, 'values'>,
  kind: FilterKind,
  corpus: Corpus,
): readonly (DecisionFilter & { readonly count: number })[] {
  return namesOf(kind, corpus).flatMap(({ id, name }) => {
    const found = values[kind][id];
    return found === undefined ? [] : [{ kind, id, name, count: found }];
  });
}

/** The figures of several years as one. */
export function sumOf(figures: readonly DecisionFigures[]): Pick<DecisionFigures, 'count' | 'values'> {
  const values = { outcome: {}, state: {}, bureau: {} } satisfies DecisionFigures['values'];
  const sums: Record<FilterKind, Record<string, number>> = values;
  for (const each of figures)
    for (const { kind } of FILTER_KINDS)
      for (const [id, found] of Object.entries(each.values[kind]))
        sums[kind][id] = (sums[kind][id] ?? 0) + found;
  return { count: figures.reduce((sum, each) => sum + each.count, 0), values: sums };
}

/** The newest publication of minutes or issue of a document among what is listed; '' without one. */
export function newestDay(entries: readonly DecisionEntry[]): IsoDate {
  return entries
    .flatMap(({ meeting, state }) => [
      meeting.published ?? '',
      ...(state.kind === 'issued' ? state.documents.map(({ date }) => date) : []),
    ])
    .reduce((newest, day) => (day > newest ? day : newest), '');
}

function count(entries: readonly DecisionEntry[], kind: FilterKind): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const entry of entries) for (const id of filterIdsOf(entry, kind)) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

function filterMonths(
  year: string,
  entries: readonly DecisionEntry[],
  values: DecisionFigures['values'],
  corpus: Corpus,
): DecisionFigures['filterMonths'] {
  const long = FILTER_KINDS.flatMap(({ kind }) =>
    Object.entries(values[kind])
      .filter(([id, found]) =>
        isLongList(year, found, (period) => decisionsFilterPath(period, filterKey({ kind, id })), corpus),
      )
      .map(([id]) => ({ kind, id })),
  );
  return Object.fromEntries(
    long.map(({ kind, id }) => [
      filterKey({ kind, id }),
      monthSums(
        year,
        entries.filter((entry) => filterIdsOf(entry, kind).includes(id)),
      ),
    ]),
  );
}

function monthSums(year: string, entries: readonly DecisionEntry[]): MonthSums {
  const months = Map.groupBy(entries, ({ meeting }) => monthIn(year, meeting.day));
  return Object.fromEntries(
    [...months].map(([month, ofMonth]) => [
      month,
      { meetings: new Set(ofMonth.map(({ meeting }) => meeting.id)).size, decisions: ofMonth.length },
    ]),
  );
}
