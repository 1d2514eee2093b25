import { decisionsOfYear, type DecisionEntry } from '../corpus/decisions.ts';
import { partsByPeriod } from '../corpus/derived.ts';
import { isLongYear, monthIn, partsOf, type Period } from '../corpus/long-years.ts';
import type { Corpus } from '../corpus/model.ts';
import type { IsoDate } from '../minutes/model.ts';
import { decisionOutline, filterKey, newestDay } from './decision-figures.ts';
import { FILTER_KINDS, filterIdsOf, type DecisionFilter } from './decision-filters.ts';
import { meetingsOf, rowOf, type DecisionRowView, type MeetingDecisionsView } from './decision-row.ts';

/** What a list of decisions tells. */
export interface DecisionList {
  readonly meetings: number;
  readonly decisions: number;
  /** The newest day that any of them rests on, see `newestDay`; '' without one. */
  readonly newest: IsoDate;
  /** None where the list is told month by month. */
  readonly shown: readonly MeetingDecisionsView[];
}

const NOTHING: DecisionList = { meetings: 0, decisions: 0, newest: '', shown: [] };

/** The decisions of a period, all of them or those that a filter leaves. */
export function decisionList(
  period: Period,
  filter: Pick<DecisionFilter, 'kind' | 'id'> | null,
  corpus: Corpus,
): DecisionList {
  const { year, month } = partsOf(period);
  const key = filter === null ? ALL : filterKey(filter);
  return listsOfYear(corpus, year, nameOf(key, month)) ?? NOTHING;
}

const ALL = 'all';

function nameOf(key: string, month: string | null): string {
  return month === null ? key : `${key}/${month}`;
}

/** Every list of a year, each decision made a row once. */
const listsOfYear = partsByPeriod('decisionLists', (corpus, year): ReadonlyMap<string, DecisionList> => {
  const rows = new Map<DecisionEntry, DecisionRowView>();
  const listOf = (entries: readonly DecisionEntry[], isShown: boolean): DecisionList => ({
    meetings: new Set(entries.map(({ meeting }) => meeting.id)).size,
    decisions: entries.length,
    newest: newestDay(entries),
    shown: isShown
      ? meetingsOf(entries, (entry) => {
          const row = rows.get(entry) ?? rowOf(entry, corpus);
          rows.set(entry, row);
          return row;
        })
      : [],
  });
  const { filterMonths } = decisionOutline(corpus, year);
  const lists = new Map<string, DecisionList>();
  for (const [key, entries] of entriesByFilter(decisionsOfYear(year, corpus))) {
    const isCut = key === ALL ? isLongYear(year, corpus) : filterMonths[key] !== undefined;
    lists.set(key, listOf(entries, !isCut));
    if (!isCut) continue;
    for (const [month, ofMonth] of Map.groupBy(entries, ({ meeting }) => monthIn(year, meeting.day)))
      lists.set(nameOf(key, month), listOf(ofMonth, true));
  }
  return lists;
});

function entriesByFilter(all: readonly DecisionEntry[]): ReadonlyMap<string, readonly DecisionEntry[]> {
  const entries = new Map<string, DecisionEntry[]>([[ALL, [...all]]]);
  for (const entry of all)
    for (const { kind } of FILTER_KINDS)
      for (const id of filterIdsOf(entry, kind)) {
        const key = filterKey({ kind, id });
        const known = entries.get(key);
        if (known === undefined) entries.set(key, [entry]);
        else known.push(entry);
      }
  return entries;
}
