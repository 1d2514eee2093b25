import { describe, expect, test } from 'vitest';
import { partsByPeriod } from '../../src/corpus/derived.ts';
import { Reading } from '../../src/publisher/facets.ts';
import { KeptValues } from '../../src/publisher/kept-values.ts';
import { corpusOf } from '../views/city.ts';

/** Values over facets that are numbers, and how often any was made. */
function valuesOver(facets: Readonly<Record<string, number>>, before: KeptValues['all'] = {}) {
  const reading = new Reading();
  let made = 0;
  const kept = new KeptValues(before, reading, {
    of: (names) => names.map((name) => `${name}=${String(facets[name] ?? 0)}`).join(),
  });
  const total = (year: string): number =>
    kept.get('total', year, () => {
      made++;
      reading.note(year);
      return (facets[year] ?? 0) * 10;
    });
  return { kept, reading, total, made: () => made };
}

describe('values of years', () => {
  test('are made once, and noted whenever they are read', () => {
    const { reading, total, made } = valuesOver({ '2022': 1 });
    const { made: sum, facets } = reading.during(() => total('2022') + total('2022'));
    expect([sum, facets, made()]).toEqual([20, ['kept total 2022'], 1]);
    expect(reading.during(() => total('2022')).facets).toEqual(['kept total 2022']);
  });

  test('are taken from the last build where what they rest on is as it was', () => {
    const first = valuesOver({ '2021': 1, '2022': 2 });
    for (const year of ['2021', '2022']) first.total(year);
    const second = valuesOver({ '2021': 1, '2022': 3 }, first.kept.all);
    expect(['2021', '2022'].map(second.total)).toEqual([10, 30]);
    expect(second.made()).toBe(1);
  });

  test('have a digest that changes with the value alone', () => {
    const digest = (facets: Readonly<Record<string, number>>): string => {
      const values = valuesOver(facets);
      values.total('2022');
      return values.kept.all['total 2022']?.digest ?? '';
    };
    expect(digest({ '2022': 2 })).toBe(digest({ '2022': 2, '2021': 9 }));
    expect(digest({ '2022': 2 })).not.toBe(digest({ '2022': 3 }));
  });
});

test('what nobody asks for stays as long as it is true', () => {
  const first = valuesOver({ '2020': 5, '2021': 1, '2022': 2 });
  for (const year of ['2020', '2021', '2022']) first.total(year);
  const second = valuesOver({ '2020': 6, '2021': 1, '2022': 3 }, first.kept.all);
  second.total('2022');
  const lasting = Object.entries(second.kept.lasting).map(([key, { value }]) => [key, value()]);
  expect(lasting).toEqual([
    ['total 2021', 10],
    ['total 2022', 30],
  ]);
  expect(Object.keys(second.kept.all)).toEqual(['total 2022']);
});

let lists: ReadonlyMap<string, number> = new Map();
let made = 0;
const make = (reading: Reading): ReadonlyMap<string, number> => {
  made++;
  for (const month of lists.keys()) reading.note(month);
  return lists;
};
let current = new Reading();
partsByPeriod('lists', () => make(current));

/** The lists of a year over facets that are what they show. */
function keptLists(months: Readonly<Record<string, number>>, before: KeptValues['all'] = {}): KeptValues {
  lists = new Map(Object.entries(months));
  made = 0;
  current = new Reading();
  return new KeptValues(before, current, {
    of: (names) => names.map((name) => `${name}=${String(months[name] ?? 0)}`).join(),
  });
}

describe('the lists of a year', () => {
  test('are made once for all that ask, and each is noted alone', () => {
    const kept = keptLists({ '01': 1, '02': 2 });
    const { made: found, facets } = current.during(() =>
      ['02', '03'].map((month) => kept.part('lists', '2025', month, () => make(current))),
    );
    expect([found, made]).toEqual([[2, undefined], 1]);
    expect(facets).toEqual(['part lists 2025 02', 'part lists 2025 03']);
  });

  test('have a digest each that changes with it alone, and are not made while nothing changes', () => {
    const corpus = corpusOf();
    const digestsOf = (kept: KeptValues): readonly string[] =>
      ['01', '02', '03'].map((month) => kept.partDigest('lists', '2025', month, corpus));
    const first = keptLists({ '01': 1, '02': 2 });
    const before = digestsOf(first);
    expect([new Set(before).size, before[2]]).toEqual([3, '']);
    const second = keptLists({ '01': 1, '02': 5 }, first.all);
    const now = digestsOf(second);
    expect(now.map((digest, at) => digest === before[at])).toEqual([true, false, true]);
    expect(made).toBe(1);
    const third = keptLists({ '01': 1, '02': 5 }, second.all);
    expect([digestsOf(third), made]).toEqual([now, 0]);
  });
});
