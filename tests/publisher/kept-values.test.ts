import { describe, expect, test } from 'vitest';
import { Reading } from '../../src/publisher/facets.ts';
import { KeptValues } from '../../src/publisher/kept-values.ts';

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
