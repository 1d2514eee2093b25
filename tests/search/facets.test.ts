import { describe, expect, test } from 'vitest';
import { applyFilter, NO_FILTER, type FacetCount, type SearchFilter } from '../../src/search/facets.ts';
import { ROLES, type SearchRecord } from '../../src/search/record.ts';
import { decodeTable, encodeTable } from '../../src/search/table.ts';
import { BUREAU_NAMES, createRandom, inventRecords, pick } from './invented.ts';

const RECORDS = inventRecords(60, 11);
const TABLE = decodeTable(encodeTable(RECORDS, (id) => [BUREAU_NAMES[id] ?? id]));
const ALL = RECORDS.map((_, number) => number);

/** The limits as they are explained to readers, one by one. */
const LIMITS: Readonly<Record<string, (record: SearchRecord, filter: SearchFilter) => boolean>> = {
  year: ({ day }, { years }) => years.length === 0 || years.includes(day?.slice(0, 4) ?? ''),
  date: ({ day }, { from, to }) => (day ?? '') >= (from ?? '') && (day ?? '9') <= (to ?? '9'),
  action: ({ action }, { actions }) => actions.length === 0 || actions.includes(action ?? ''),
  outcome: (record, { outcomes }) => outcomes.length === 0 || outcomes.includes(record.outcome ?? ''),
  bureau: (record, { bureaus, role }) => {
    const meant = (role === null ? ROLES : [role]).flatMap((each) => record.bureaus[each]);
    return bureaus.length === 0
      ? role === null || meant.length > 0
      : meant.some((id) => bureaus.includes(id) || bureaus.includes(BUREAU_NAMES[id] ?? ''));
  },
};

function passing(filter: SearchFilter, without = ''): readonly number[] {
  return ALL.filter((number) => {
    const record = RECORDS[number];
    return (
      record !== undefined &&
      Object.entries(LIMITS).every(([name, passes]) => name === without || passes(record, filter))
    );
  });
}

function randomFilter(random: () => number): SearchFilter {
  const maybe = <T>(values: readonly T[]): readonly T[] =>
    random() < 0.5 ? [] : [pick(random, values), pick(random, values)];
  return {
    bureaus: maybe(['housing', '市水务局', 'finance']),
    role: random() < 0.5 ? null : pick(random, ROLES),
    years: maybe(['2023', '2024', '1999']),
    actions: maybe(['审议', '听取']),
    outcomes: maybe(['原则同意', '通过']),
    from: random() < 0.5 ? null : pick(random, ['2023-05-17', '2024-01-01']),
    to: random() < 0.5 ? null : pick(random, ['2024-06-30', '2024-12-20']),
  };
}

function tally(
  numbers: readonly number[],
  of: (record: SearchRecord) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const number of numbers) {
    const record = RECORDS[number];
    for (const value of new Set(record === undefined ? [] : of(record)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function asMap(counts: readonly FacetCount[]): ReadonlyMap<string, number> {
  return new Map(counts.flatMap(({ value, count }) => (count === 0 ? [] : [[value, count]])));
}

describe('applyFilter', () => {
  test('keeps exactly what passes every limit, and counts each facet without its own', () => {
    const random = createRandom(3);
    for (let round = 0; round < 300; round++) {
      const filter = randomFilter(random);
      const { records, facets } = applyFilter(TABLE, ALL, filter);
      expect(records).toEqual(passing(filter));
      expect(asMap(facets.years)).toEqual(
        tally(passing(filter, 'year'), ({ day }) => [day?.slice(0, 4) ?? '']),
      );
      expect(asMap(facets.months)).toEqual(
        tally(passing(filter, 'date'), ({ day }) => [day?.slice(0, 7) ?? '']),
      );
      expect(asMap(facets.outcomes)).toEqual(
        tally(passing(filter, 'outcome'), ({ outcome }) => (outcome === null ? [] : [outcome])),
      );
      const roles = filter.role === null ? ROLES : [filter.role];
      expect(asMap(facets.bureaus)).toEqual(
        tally(passing(filter, 'bureau'), ({ bureaus }) => roles.flatMap((role) => bureaus[role])),
      );
    }
  });

  test('lists years and months newest first and the most frequent bureau first', () => {
    const { facets } = applyFilter(TABLE, ALL, NO_FILTER);
    expect(facets.years.map(({ value }) => value)).toEqual(['2024', '2023']);
    expect(facets.months[0]?.value).toBe('2024-12');
    expect(facets.bureaus[0]?.name).toBe('市水务局');
  });

  test('knows a bureau by any of its names', () => {
    const table = decodeTable(encodeTable(RECORDS, (id) => [BUREAU_NAMES[id] ?? id, `原${id}局`]));
    const byOldName = applyFilter(table, ALL, { ...NO_FILTER, bureaus: ['原water局'] });
    expect(byOldName.filter.bureaus).toEqual(['water']);
    expect(byOldName.records).toEqual(passing({ ...NO_FILTER, bureaus: ['water'] }));
  });

  test('keeps a chosen value that nothing has, so that it can be taken back', () => {
    const { facets } = applyFilter(TABLE, [], { ...NO_FILTER, bureaus: ['water'] });
    expect(facets.bureaus).toEqual([{ value: 'water', name: '市水务局', count: 0 }]);
  });

  test('lets nothing pass a limit to something unknown', () => {
    expect(applyFilter(TABLE, ALL, { ...NO_FILTER, bureaus: ['nobody'] }).records).toEqual([]);
  });
});
