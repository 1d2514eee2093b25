import { describe, expect, test } from 'vitest';
import { Derivations } from '../../src/publisher/derivations.ts';
import { Reading } from '../../src/publisher/facets.ts';

/** Values over facets that are numbers, and how often any was made. */
function valuesOver(facets: Readonly<Record<string, number>>, before: Derivations['all'] = {}) {
  const reading = new Reading();
  let made = 0;
  const derivations = new Derivations(before, reading, {
    of: (names) => names.map((name) => `${name}=${String(facets[name] ?? 0)}`).join(),
  });
  const derive = <T>(make: (sum: number) => T): T =>
    derivations.derive('total', () => {
      made++;
      for (const name of Object.keys(facets)) reading.note(name);
      return make(Object.values(facets).reduce((sum, each) => sum + each, 0));
    });
  return { derivations, reading, derive, made: () => made };
}

const years = (sum: number) => ({ sum, years: ['2022', null, true, { of: 1.5 }] });

describe('small values of the whole corpus', () => {
  test('are taken from the last build, through its state, where what they rest on is as it was', () => {
    const first = valuesOver({ a: 1, b: 2 });
    const value = first.derive(years);
    const state: Derivations['all'] = JSON.parse(JSON.stringify(first.derivations.all));
    const second = valuesOver({ a: 1, b: 2 }, state);
    expect(second.derive(years)).toEqual(value);
    expect([first.made(), second.made()]).toEqual([1, 0]);
    expect(second.derivations.all).toEqual(state);
    const third = valuesOver({ a: 1, b: 3 }, state);
    expect([third.derive(years), third.made()]).toEqual([years(4), 1]);
  });

  test('count as nothing that was read, made or taken', () => {
    const first = valuesOver({ a: 1 });
    expect(first.reading.during(() => first.derive(years)).facets).toEqual([]);
    const second = valuesOver({ a: 1 }, first.derivations.all);
    expect(second.reading.during(() => second.derive(years)).facets).toEqual([]);
  });
});

describe('values that JSON would change, or that are large', () => {
  class Own {
    readonly id = 1;
  }
  const kinds: Readonly<Record<string, unknown>> = {
    'a map': new Map([['a', 1]]),
    'a list with one': [new Set([1])],
    'an object of a class': { minutes: new Own() },
    'nothing at all': undefined,
    'an object with nothing in it': { a: undefined },
    'no number': Number.NaN,
    'a long list': Array.from({ length: 5000 }, () => 1),
  };
  test.each(Object.entries(kinds))('%s is made anew by each build', (_, value) => {
    const first = valuesOver({ a: 1 });
    first.derive(() => value);
    const second = valuesOver({ a: 1 }, first.derivations.all);
    expect(second.derive(() => value)).toBe(value);
    expect(second.made()).toBe(1);
  });
});
