import type { IsoDate } from '../minutes/model.ts';
import { ROLES, type Role } from './record.ts';
import { valuesOf, type BureauName, type Column, type RecordTable } from './table.ts';

/** What results are limited to. Values of one list are alternatives; the lists all apply. Empty: no limit. */
export interface SearchFilter {
  /** Ids, or names of any time and kind. */
  readonly bureaus: readonly string[];
  /** Limits what counts as having one of the bureaus; without bureaus: any bureau in this role. */
  readonly role: Role | null;
  readonly years: readonly string[];
  readonly actions: readonly string[];
  readonly outcomes: readonly string[];
  /** First and last day, both included. A record without a day is outside every range. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

export const NO_FILTER: SearchFilter = {
  bureaus: [],
  role: null,
  years: [],
  actions: [],
  outcomes: [],
  from: null,
  to: null,
};

/** How many results a value has or would have, were it chosen. */
export interface FacetCount {
  /** What stands in the address: a year, a bureau's id, a role … */
  readonly value: string;
  /** What people read; the value itself but for bureaus. */
  readonly name: string;
  readonly count: number;
}

/** Counts of each facet under all limits but its own. Only values that occur or are chosen; in fixed order. */
export interface Facets {
  /** Newest first. */
  readonly years: readonly FacetCount[];
  /** `YYYY-MM`, newest first; limited by all but the dates. */
  readonly months: readonly FacetCount[];
  /** Most results first. */
  readonly bureaus: readonly FacetCount[];
  readonly roles: readonly FacetCount[];
  readonly actions: readonly FacetCount[];
  readonly outcomes: readonly FacetCount[];
}

export interface Filtered {
  /** As it was understood: bureaus by id, unknown ones as they were given. */
  readonly filter: SearchFilter;
  readonly records: readonly number[];
  readonly facets: Facets;
}

/** Limits `records` (numbers, in order) and counts the facets. */
export function applyFilter(table: RecordTable, records: readonly number[], filter: SearchFilter): Filtered {
  const years = dayFacet(table, (day) => day.slice(0, 4));
  const months = dayFacet(table, (day) => day.slice(0, 7));
  const actions = columnFacet(table.action);
  const outcomes = columnFacet(table.outcome);
  const bureaus = bureauFacet(table, filter.role);
  const chosen = filter.bureaus.map((value) => bureauId(table, value));
  const isChosen = anyOf(bureaus, chosen);
  const roles = roleFacet(table, chosen.length === 0 ? null : new Set(chosen));
  const limits: readonly Limit[] = [
    { facets: [years], passes: anyOf(years, filter.years) },
    { facets: [months], passes: inRange(table, filter) },
    { facets: [actions], passes: anyOf(actions, filter.actions) },
    { facets: [outcomes], passes: anyOf(outcomes, filter.outcomes) },
    {
      facets: [bureaus, roles],
      passes: (record) => isChosen(record) && (filter.role === null || bureaus.valuesAt(record).length > 0),
    },
  ];
  const tallies = new Map(limits.flatMap(({ facets }) => facets.map((facet) => [facet, tallyOf(facet)])));
  const kept = records.filter((record) => {
    const failed = limits.filter(({ passes }) => !passes(record));
    const [only, ...others] = failed;
    if (others.length > 0) return false;
    for (const { facets } of only === undefined ? limits : [only]) {
      for (const facet of facets) tallies.get(facet)?.add(facet.valuesAt(record));
    }
    return only === undefined;
  });
  const counts = (facet: Facet, values: readonly string[] = []): readonly FacetCount[] =>
    tallies.get(facet)?.counts(values) ?? [];
  const names = new Map(table.bureaus.map(({ id, name }) => [id, name]));
  return {
    filter: { ...filter, bureaus: chosen },
    records: kept,
    facets: {
      years: counts(years, filter.years),
      months: counts(months),
      actions: counts(actions, filter.actions),
      outcomes: counts(outcomes, filter.outcomes),
      roles: counts(roles),
      bureaus: counts(bureaus, chosen)
        .map((count) => ({ ...count, name: names.get(count.value) ?? count.value }))
        .sort((a, b) => b.count - a.count),
    },
  };
}

/** The id of a bureau by any of its names; an unknown name as it is, which no record has. */
function bureauId({ bureaus }: RecordTable, value: string): string {
  return bureaus.find((bureau) => allNames(bureau).includes(value))?.id ?? value;
}

function allNames({ id, name, otherNames }: BureauName): readonly string[] {
  return [id, name, ...otherNames];
}

/** A limit, and the facets that are counted as if it weren't set. */
interface Limit {
  readonly facets: readonly Facet[];
  passes(this: void, record: number): boolean;
}

interface Facet {
  readonly names: readonly string[];
  /** Indexes into `names`, each at most once. */
  valuesAt(this: void, record: number): ArrayLike<number>;
}

function columnFacet(column: Column): Facet {
  return { names: column.names, valuesAt: (record) => valuesOf(column, record) };
}

function dayFacet(table: RecordTable, part: (day: IsoDate) => string): Facet {
  const parts = table.meetings.map(({ day }) => (day === null ? null : part(day)));
  const newestFirst = [...new Set(parts.filter((value) => value !== null))].sort((a, b) => (a < b ? 1 : -1));
  const indexes = new Map(newestFirst.map((name, index) => [name, Uint16Array.of(index)]));
  const ofMeeting = parts.map((value) => (value === null ? NO_VALUES : (indexes.get(value) ?? NO_VALUES)));
  return { names: newestFirst, valuesAt: (record) => ofMeeting[table.meetingOf[record] ?? 0] ?? NO_VALUES };
}

function bureauFacet(table: RecordTable, role: Role | null): Facet {
  const names = table.bureaus.map(({ id }) => id);
  if (role !== null) return { names, valuesAt: (record) => valuesOf(table.roles[role], record) };
  return {
    names,
    valuesAt: (record) => [...new Set(ROLES.flatMap((each) => [...valuesOf(table.roles[each], record)]))],
  };
}

/** The roles in which a record has one of the bureaus; with null: has any. */
function roleFacet(table: RecordTable, bureaus: ReadonlySet<string> | null): Facet {
  const isMeant = table.bureaus.map(({ id }) => bureaus === null || bureaus.has(id));
  return {
    names: ROLES,
    valuesAt: (record) =>
      ROLES.flatMap((role, index) =>
        valuesOf(table.roles[role], record).some((bureau) => isMeant[bureau] === true) ? [index] : [],
      ),
  };
}

const NO_VALUES = new Uint16Array();

function anyOf({ names, valuesAt }: Facet, values: readonly string[]): Limit['passes'] {
  if (values.length === 0) return () => true;
  const wanted = new Set(values.map((value) => names.indexOf(value)));
  return (record) => Array.from(valuesAt(record)).some((value) => wanted.has(value));
}

function inRange(table: RecordTable, { from, to }: SearchFilter): Limit['passes'] {
  if (from === null && to === null) return () => true;
  const inside = table.meetings.map(
    ({ day }) => day !== null && (from === null || day >= from) && (to === null || day <= to),
  );
  return (record) => inside[table.meetingOf[record] ?? 0] === true;
}

function tallyOf({ names }: Facet) {
  const counts = new Uint32Array(names.length);
  return {
    add(values: ArrayLike<number>): void {
      for (let index = 0; index < values.length; index++) {
        const value = values[index] ?? 0;
        counts[value] = (counts[value] ?? 0) + 1;
      }
    },
    counts: (chosen: readonly string[]): readonly FacetCount[] =>
      names
        .map((name, index) => ({ value: name, name, count: counts[index] ?? 0 }))
        .filter(({ value, count }) => count > 0 || chosen.includes(value)),
  };
}
