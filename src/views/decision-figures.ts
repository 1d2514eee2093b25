import { decisionsOfYear, decisionYears, type DecisionEntry } from '../corpus/decisions.ts';
import { keptByYear } from '../corpus/derived.ts';
import type { Corpus } from '../corpus/model.ts';
import type { IsoDate } from '../minutes/model.ts';
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
}

/** The figures of the decisions of a year. */
export const decisionFigures = keptByYear('decisionFigures', (corpus, year): DecisionFigures => {
  const entries = decisionsOfYear(year, corpus);
  return {
    count: entries.length,
    values: {
      outcome: count(entries, 'outcome'),
      state: count(entries, 'state'),
      bureau: count(entries, 'bureau'),
    },
    newest: newestDay(entries),
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
