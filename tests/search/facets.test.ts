import { describe, expect, test } from 'vitest';
import {
  applyFilter,
  columnsFor,
  NO_FILTER,
  type FacetCount,
  type SearchFilter,
} from '../../src/search/facets.ts';
import { idsOf } from '../../src/search/names.ts';
import { ROLES, type Role, type SearchRecord } from '../../src/search/record.ts';
import { decodeTable, encodeTable } from '../../src/search/table.ts';
import { createRandom, inventRecords, pick } from './invented.ts';
import { columnsOf } from './source.ts';

const RECORDS = inventRecords(60, 11);
const TABLE = decodeTable(encodeTable(RECORDS));
const COLUMNS = columnsOf(RECORDS);
const ALL = RECORDS.map((_, number) => number);

/** Whoever reports or is responsible, unless a role is chosen. */
function rolesMeant(role: Role | null): readonly Role[] {
  return role === null ? ['reports', 'responsible'] : [role];
}

/** The limits as they are explained to readers, one by one. */
const LIMITS: Readonly<Record<string, (record: SearchRecord, filter: SearchFilter) => boolean>> = {
  year: ({ day }, { years }) => years.length === 0 || years.includes(day?.slice(0, 4) ?? ''),
  date: ({ day }, { from, to }) => (day ?? '') >= (from ?? '') && (day ?? '9') <= (to ?? '9'),
  action: ({ action }, { actions }) => actions.length === 0 || actions.includes(action ?? ''),
  outcome: (record, { outcomes }) => outcomes.length === 0 || outcomes.includes(record.outcome ?? ''),
  archived: (record, { archived }) =>
    archived.length === 0 || archived.includes(record.archived ? '已归档' : '未归档'),
  bureau: (record, { bureaus, role }) => {
    const meant = rolesMeant(role).flatMap((each) => record.bureaus[each]);
    return bureaus.length === 0
      ? role === null || meant.length > 0
      : meant.some((id) => bureaus.includes(id));
  },
};

function passing(filter: SearchFilter, ...without: readonly string[]): readonly number[] {
  return ALL.filter((number) => {
    const record = RECORDS[number];
    return (
      record !== undefined &&
      Object.entries(LIMITS).every(([name, passes]) => without.includes(name) || passes(record, filter))
    );
  });
}

function randomFilter(random: () => number): SearchFilter {
  const maybe = <T>(values: readonly T[]): readonly T[] =>
    random() < 0.5 ? [] : [pick(random, values), pick(random, values)];
  return {
    bureaus: maybe(['housing', 'water', 'finance']),
    role: random() < 0.5 ? null : pick(random, ROLES),
    years: maybe(['2023', '2024', '1999']),
    actions: maybe(['审议', '听取']),
    outcomes: maybe(['原则同意', '通过']),
    archived: random() < 0.7 ? [] : [pick(random, ['已归档', '未归档'])],
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
      const { records, dates, values } = applyFilter(TABLE, COLUMNS, ALL, filter);
      expect(records).toEqual(passing(filter));
      expect(asMap(dates.years)).toEqual(
        tally(passing(filter, 'year'), ({ day }) => [day?.slice(0, 4) ?? '']),
      );
      expect(asMap(dates.months)).toEqual(
        tally(passing(filter, 'date', 'year'), ({ day }) => [day?.slice(0, 7) ?? '']),
      );
      expect(asMap(values?.outcomes ?? [])).toEqual(
        tally(passing(filter, 'outcome'), ({ outcome }) => (outcome === null ? [] : [outcome])),
      );
      expect(asMap(values?.archived ?? [])).toEqual(
        tally(passing(filter, 'archived'), ({ archived }) => [archived ? '已归档' : '未归档']),
      );
      expect(asMap(values?.bureaus ?? [])).toEqual(
        tally(passing(filter, 'bureau'), ({ bureaus }) =>
          rolesMeant(filter.role).flatMap((role) => bureaus[role]),
        ),
      );
      const isMeant = (id: string): boolean => filter.bureaus.length === 0 || filter.bureaus.includes(id);
      expect(asMap(values?.roles ?? [])).toEqual(
        tally(passing(filter, 'bureau'), ({ bureaus }) =>
          ROLES.filter((role) => bureaus[role].some(isMeant)),
        ),
      );
    }
  });

  test('lists years and months newest first and the most frequent bureau first', () => {
    const { dates, values } = applyFilter(TABLE, COLUMNS, ALL, NO_FILTER);
    expect(dates.years.map(({ value }) => value)).toEqual(['2024', '2023']);
    expect(dates.months[0]?.value).toBe('2024-12');
    const counts = values?.bureaus.map(({ count }) => count) ?? [];
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
  });

  test('counts dates without the columns, and refuses what needs them', () => {
    expect(applyFilter(TABLE, {}, ALL, { ...NO_FILTER, years: ['2023'] })).toMatchObject({
      records: passing({ ...NO_FILTER, years: ['2023'] }),
      values: null,
    });
    expect(() => applyFilter(TABLE, {}, ALL, { ...NO_FILTER, outcomes: ['通过'] })).toThrow(
      'columns outcome',
    );
  });

  test('needs no more columns than the filter names', () => {
    const random = createRandom(13);
    for (let index = 0; index < 60; index++) {
      const filter = randomFilter(random);
      const needed = Object.fromEntries(columnsFor(filter).map((name) => [name, COLUMNS[name]]));
      expect([filter, applyFilter(TABLE, needed, ALL, filter).records]).toEqual([filter, passing(filter)]);
    }
    expect(columnsFor(NO_FILTER)).toEqual([]);
  });

  test('keeps a chosen value that nothing has, so that it can be taken back', () => {
    const { values } = applyFilter(TABLE, COLUMNS, [], { ...NO_FILTER, bureaus: ['water'] });
    expect(values?.bureaus).toEqual([{ value: 'water', count: 0 }]);
  });

  test('lets nothing pass a limit to something unknown', () => {
    expect(applyFilter(TABLE, COLUMNS, ALL, { ...NO_FILTER, bureaus: ['nobody'] }).records).toEqual([]);
  });
});

test('a bureau goes by any of its names', () => {
  const names = [{ id: 'water', name: '市水务局', otherNames: ['原水利局'], readings: [] }];
  expect(['water', '市水务局', '原水利局', '某局'].map((name) => idsOf(names, name))).toEqual([
    ['water'],
    ['water'],
    ['water'],
    ['某局'],
  ]);
});
