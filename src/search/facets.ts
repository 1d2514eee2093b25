import type { IsoDate } from '../minutes/model.ts';
import { COLUMN_NAMES, valuesOf, type Column, type ColumnName, type Columns } from './columns.ts';
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
  /** `ARCHIVED` or `CURRENT`. */
  readonly archived: readonly string[];
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
  archived: [],
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
  readonly archived: readonly FacetCount[];
}

export interface Filtered {
  readonly records: readonly number[];
  readonly dates: DateCounts;
  /** Null unless all columns were given. */
  readonly values: ValueCounts | null;
}

/** The columns without which a filter can't be applied. */
export function columnsFor({
  bureaus,
  role,
  actions,
  outcomes,
  archived,
}: SearchFilter): readonly ColumnName[] {
  return [
    ...(actions.length > 0 ? (['action'] as const) : []),
    ...(outcomes.length > 0 ? (['outcome'] as const) : []),
    ...(archived.length > 0 ? (['archived'] as const) : []),
    ...(bureaus.length > 0 || role !== null ? rolesMeant(role) : []),
  ];
}

/**
 * Limits `records` (numbers, in order) and counts the facets; what the columns tell is counted when all
 * of them are given. Bureaus are given by id. Throws without a column that the filter needs.
 */
export function applyFilter(
  table: RecordTable,
  columns: Readonly<Partial<Columns>>,
  records: readonly number[],
  filter: SearchFilter,
): Filtered {
  const missing = columnsFor(filter).filter((name) => columns[name] === undefined);
  if (missing.length > 0) throw new Error(`The filter needs the columns ${missing.join(', ')}`);
  const years = dayFacet(table, (day) => day.slice(0, 4));
  const months = dayFacet(table, (day) => day.slice(0, 7));
  const inYears = anyOf(years, filter.years);
  const isInRange = inRange(table, filter);
  const values = valueFacets(table, columns, filter);
  const isCounted = COLUMN_NAMES.every((name) => columns[name] !== undefined);
  const limits: readonly Limit[] = [
    { facets: [years], passes: inYears },
    { facets: [months], passes: isInRange },
    ...values.limits,
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
    values: isCounted
      ? {
          actions: counts(values.actions, filter.actions),
          outcomes: counts(values.outcomes, filter.outcomes),
          archived: counts(values.archived, filter.archived),
          roles: counts(values.roles),
          bureaus: [...counts(values.bureaus, filter.bureaus)].sort((a, b) => b.count - a.count),
        }
      : null,
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

function valueFacets(table: RecordTable, columns: Readonly<Partial<Columns>>, filter: SearchFilter) {
  const actions = columnFacet(columns.action);
  const outcomes = columnFacet(columns.outcome);
  const archived = meetingFacet(table, columns.archived);
  const byRole = roleColumns(table, columns);
  const bureaus = bureauFacet(byRole, rolesMeant(filter.role));
  const roles = roleFacet(byRole, filter.bureaus.length === 0 ? null : new Set(filter.bureaus));
  const isChosen = anyOf(bureaus, filter.bureaus);
  const limits: readonly Limit[] = [
    { facets: [actions], passes: anyOf(actions, filter.actions) },
    { facets: [outcomes], passes: anyOf(outcomes, filter.outcomes) },
    { facets: [archived], passes: anyOf(archived, filter.archived) },
    {
      facets: [bureaus, roles],
      passes: (record) => isChosen(record) && (filter.role === null || bureaus.valuesAt(record).length > 0),
    },
  ];
  return { actions, outcomes, archived, bureaus, roles, limits };
}

/** The roles that count: the chosen one, or those that the data files name too. */
function rolesMeant(role: Role | null): readonly Role[] {
  return role === null ? ['reports', 'responsible'] : [role];
}

/** The bureaus of each record by role, all over one list of names. */
type RoleFacets = Readonly<Record<Role, Facet>>;

function roleColumns(table: RecordTable, columns: Readonly<Partial<Columns>>): RoleFacets {
  return {
    reports: columnFacet(columns.reports),
    responsible: columnFacet(columns.responsible),
    issues: columnFacet(columns.issues),
    observes: meetingFacet(table, columns.observes),
  };
}

/** A column that isn't there has no values. */
function columnFacet(column: Column = NO_COLUMN): Facet {
  return { names: column.names, valuesAt: (record) => valuesOf(column, record) };
}

/** The same of a column that has a row for each meeting. */
function meetingFacet(table: RecordTable, column: Column | undefined): Facet {
  const { names, valuesAt } = columnFacet(column);
  return { names, valuesAt: (record) => valuesAt(table.meetingOf[record] ?? 0) };
}

const NO_COLUMN: Column = { names: [], offsets: new Uint32Array(), values: new Uint16Array() };

function dayFacet(table: RecordTable, part: (day: IsoDate) => string): Facet {
  const parts = table.meetings.map(({ day }) => (day === null ? null : part(day)));
  const newestFirst = [...new Set(parts.filter((value) => value !== null))].sort((a, b) => (a < b ? 1 : -1));
  const indexes = new Map(newestFirst.map((name, index) => [name, Uint16Array.of(index)]));
  const ofMeeting = parts.map((value) => (value === null ? NO_VALUES : (indexes.get(value) ?? NO_VALUES)));
  return { names: newestFirst, valuesAt: (record) => ofMeeting[table.meetingOf[record] ?? 0] ?? NO_VALUES };
}

function bureauFacet(facets: RoleFacets, roles: readonly Role[]): Facet {
  const names = roles.map((role) => facets[role].names).find(({ length }) => length > 0) ?? [];
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
