import type { IsoDate } from '../minutes/model.ts';
import { valuesOf, type Column, type Columns } from './columns.ts';
import { ROLES, type Role } from './record.ts';
import type { RecordTable } from './table.ts';

/** What results are limited to. Values of one list are alternatives; the lists all apply. Empty: no limit. */
export interface SearchFilter {
  /** Ids, or names of any time and kind; without a role, those that report or are responsible. */
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
  readonly count: number;
}

/** Counts of each facet under all limits but its own. Only values that occur or are chosen; in fixed order. */
export interface DateCounts {
  /** Newest first. */
  readonly years: readonly FacetCount[];
  /** `YYYY-MM`, newest first; limited by all but the dates and years. */
  readonly months: readonly FacetCount[];
}

/** The same for what the columns tell. */
export interface ValueCounts {
  /** Most results first. */
  readonly bureaus: readonly FacetCount[];
  readonly roles: readonly FacetCount[];
  readonly actions: readonly FacetCount[];
  readonly outcomes: readonly FacetCount[];
}

export interface Filtered {
  readonly records: readonly number[];
  readonly dates: DateCounts;
  /** Null without columns. */
  readonly values: ValueCounts | null;
}

/** Whether a filter can be applied only with the columns. */
export function needsColumns({ bureaus, role, actions, outcomes }: SearchFilter): boolean {
  return bureaus.length + actions.length + outcomes.length > 0 || role !== null;
}

/**
 * Limits `records` (numbers, in order) and counts the facets. Bureaus are given by id. Throws when
 * the filter needs columns and there are none.
 */
export function applyFilter(
  table: RecordTable,
  columns: Columns | null,
  records: readonly number[],
  filter: SearchFilter,
): Filtered {
  if (columns === null && needsColumns(filter)) throw new Error('The filter needs the columns');
  const years = dayFacet(table, (day) => day.slice(0, 4));
  const months = dayFacet(table, (day) => day.slice(0, 7));
  const inYears = anyOf(years, filter.years);
  const isInRange = inRange(table, filter);
  const values = columns === null ? null : valueFacets(table, columns, filter);
  const limits: readonly Limit[] = [
    { facets: [years], passes: inYears },
    { facets: [months], passes: isInRange },
    ...(values?.limits ?? []),
  ];
  const tallies = new Map(limits.flatMap(({ facets }) => facets.map((facet) => [facet, tallyOf(facet)])));
  const kept = records.filter((record) => {
    const failed = limits.filter(({ passes }) => !passes(record));
    const isOutsideDates = failed.every(({ facets }) => facets[0] === years || facets[0] === months);
    if (isOutsideDates) tallies.get(months)?.add(months.valuesAt(record));
    const [only, ...others] = failed;
    if (others.length > 0) return false;
    for (const { facets } of only === undefined ? limits : [only]) {
      for (const facet of facets) if (facet !== months) tallies.get(facet)?.add(facet.valuesAt(record));
    }
    return only === undefined;
  });
  const counts = (facet: Facet, chosen: readonly string[] = []): readonly FacetCount[] =>
    tallies.get(facet)?.counts(chosen) ?? [];
  return {
    records: kept,
    dates: { years: counts(years, filter.years), months: counts(months) },
    values:
      values === null
        ? null
        : {
            actions: counts(values.actions, filter.actions),
            outcomes: counts(values.outcomes, filter.outcomes),
            roles: counts(values.roles),
            bureaus: [...counts(values.bureaus, filter.bureaus)].sort((a, b) => b.count - a.count),
          },
  };
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

function valueFacets(table: RecordTable, columns: Columns, filter: SearchFilter) {
  const actions = columnFacet(columns.action);
  const outcomes = columnFacet(columns.outcome);
  const byRole = roleColumns(table, columns);
  const bureaus = bureauFacet(byRole, filter.role === null ? UNLESS_TOLD : [filter.role]);
  const roles = roleFacet(byRole, filter.bureaus.length === 0 ? null : new Set(filter.bureaus));
  const isChosen = anyOf(bureaus, filter.bureaus);
  const limits: readonly Limit[] = [
    { facets: [actions], passes: anyOf(actions, filter.actions) },
    { facets: [outcomes], passes: anyOf(outcomes, filter.outcomes) },
    {
      facets: [bureaus, roles],
      passes: (record) => isChosen(record) && (filter.role === null || bureaus.valuesAt(record).length > 0),
    },
  ];
  return { actions, outcomes, bureaus, roles, limits };
}

/** The roles that count when none is chosen: those that the data files name too. */
const UNLESS_TOLD: readonly Role[] = ['reports', 'responsible'];

/** The bureaus of each record by role, all over one list of names. */
type RoleFacets = Readonly<Record<Role, Facet>>;

function roleColumns(table: RecordTable, { roles }: Columns): RoleFacets {
  return {
    reports: columnFacet(roles.reports),
    responsible: columnFacet(roles.responsible),
    issues: columnFacet(roles.issues),
    observes: {
      names: roles.observes.names,
      valuesAt: (record) => valuesOf(roles.observes, table.meetingOf[record] ?? 0),
    },
  };
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

function bureauFacet(facets: RoleFacets, roles: readonly Role[]): Facet {
  const { names } = facets.reports;
  const [only, ...others] = roles;
  if (only !== undefined && others.length === 0) return { names, valuesAt: facets[only].valuesAt };
  return {
    names,
    valuesAt: (record) => [...new Set(roles.flatMap((role) => Array.from(facets[role].valuesAt(record))))],
  };
}

/** The roles in which a record has one of the bureaus; with null: has any. */
function roleFacet(facets: RoleFacets, bureaus: ReadonlySet<string> | null): Facet {
  const isMeant = facets.reports.names.map((id) => bureaus === null || bureaus.has(id));
  return {
    names: ROLES,
    valuesAt: (record) =>
      ROLES.flatMap((role, index) =>
        Array.from(facets[role].valuesAt(record)).some((bureau) => isMeant[bureau] === true) ? [index] : [],
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
        .map((name, index) => ({ value: name, count: counts[index] ?? 0 }))
        .filter(({ value, count }) => count > 0 || chosen.includes(value)),
  };
}
