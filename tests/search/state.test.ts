import { describe, expect, test } from 'vitest';
import { addressOf, filterOf, isEmpty, stateOf } from '../../src/search/client/state.ts';
import { NO_FILTER } from '../../src/search/facets.ts';

function read(address: string): ReturnType<typeof stateOf> {
  return stateOf(new URLSearchParams(address));
}

describe('the address of the search page', () => {
  test('states query and filters', () => {
    const state = read(
      'q=燃气 -管网&bureau=housing&bureau=water&role=reports&year=2024&from=2024-01-05&sort=relevance',
    );
    expect(state).toEqual({
      input: '燃气 -管网',
      filter: {
        ...NO_FILTER,
        bureaus: ['housing', 'water'],
        role: 'reports',
        years: ['2024'],
        from: '2024-01-05',
      },
      sort: 'relevance',
    });
    expect(stateOf(new URLSearchParams(addressOf(state)))).toEqual(state);
  });

  test('takes years and months for dates, and drops what can be no date or role', () => {
    expect(read('from=2024&to=2024-07&role=boss').filter).toEqual({
      ...NO_FILTER,
      from: '2024-01-01',
      to: '2024-07-31',
    });
    expect(read('from=yesterday').filter).toEqual(NO_FILTER);
  });

  test('is bare when nothing is asked', () => {
    expect(addressOf(read('q=  &bureau='))).toBe('');
    expect(isEmpty(read('q= '))).toBe(true);
    expect(isEmpty(read('year=2024'))).toBe(false);
  });
});

describe('filterOf', () => {
  test('takes single values and lists', () => {
    expect(filterOf({ year: 2024, bureau: ['housing', 'water'], outcome: '通过' })).toEqual({
      ...NO_FILTER,
      years: ['2024'],
      bureaus: ['housing', 'water'],
      outcomes: ['通过'],
    });
  });

  test('refuses a date it cannot read, for the result would be too wide', () => {
    expect(() => filterOf({ from: '2024/1/5' })).toThrow('Not a date: 2024/1/5');
  });
});
