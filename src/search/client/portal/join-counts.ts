import type { DateCounts, FacetCount, ValueCounts } from '../../facets.ts';
import type { BureauName } from '../../names.ts';
import { ROLES } from '../../record.ts';
import type { Found } from '../service.ts';

/** The counts of several sites as those of one. */
export interface JointCounts extends Pick<
  Found,
  'total' | 'others' | 'meetings' | 'dates' | 'values' | 'names'
> {}

/**
 * Adds the counts up. A bureau is known by its name here, for the ids of two sites mean nothing to each
 * other: 市应急局 of one and of another count as one value, as they do where somebody types it.
 */
export function joinCounts(answers: readonly Found[]): JointCounts {
  const sum = (of: (answer: Found) => number): number =>
    answers.reduce((total, answer) => total + of(answer), 0);
  return {
    total: sum(({ total }) => total),
    others: sum(({ others }) => others),
    meetings: sum(({ meetings }) => meetings),
    dates: joinDates(answers.map(({ dates }) => dates)),
    values: joinValues(answers),
    names: joinNames(answers.flatMap(({ names }) => names)),
  };
}

function joinDates(all: readonly DateCounts[]): DateCounts {
  return {
    years: newestFirst(added(all.flatMap(({ years }) => years))),
    months: newestFirst(added(all.flatMap(({ months }) => months))),
  };
}

/** Null when a site didn't count them. */
function joinValues(answers: readonly Found[]): ValueCounts | null {
  const counted = answers.flatMap(({ values, names }) => (values === null ? [] : [{ values, names }]));
  if (counted.length < answers.length || counted.length === 0) return null;
  const roles = added(counted.flatMap(({ values }) => values.roles));
  return {
    bureaus: mostFirst(
      added(
        counted.flatMap(({ values, names }) =>
          values.bureaus.map(({ value, count }) => ({ value: nameOf(names, value), count })),
        ),
      ),
    ),
    roles: ROLES.flatMap((role) => roles.filter(({ value }) => value === role)),
    actions: mostFirst(added(counted.flatMap(({ values }) => values.actions))),
    outcomes: mostFirst(added(counted.flatMap(({ values }) => values.outcomes))),
    archived: mostFirst(added(counted.flatMap(({ values }) => values.archived))),
  };
}

function nameOf(names: readonly BureauName[], id: string): string {
  return names.find((bureau) => bureau.id === id)?.name ?? id;
}

function joinNames(all: readonly BureauName[]): readonly BureauName[] {
  const joined = new Map<string, BureauName>();
  for (const { name, otherNames, readings } of all) {
    const known = joined.get(name);
    joined.set(name, {
      id: name,
      name,
      otherNames: [...new Set([...(known?.otherNames ?? []), ...otherNames])],
      readings: [...new Set([...(known?.readings ?? []), ...readings])],
    });
  }
  return [...joined.values()];
}

function added(counts: readonly FacetCount[]): readonly FacetCount[] {
  const sums = new Map<string, number>();
  for (const { value, count } of counts) sums.set(value, (sums.get(value) ?? 0) + count);
  return Array.from(sums, ([value, count]) => ({ value, count }));
}

function newestFirst(counts: readonly FacetCount[]): readonly FacetCount[] {
  return [...counts].sort((one, other) => (one.value < other.value ? 1 : -1));
}

function mostFirst(counts: readonly FacetCount[]): readonly FacetCount[] {
  return [...counts].sort((one, other) => other.count - one.count);
}
