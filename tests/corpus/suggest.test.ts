import { expect, test } from 'vitest';
import { cityRegistry } from './fixtures.ts';

const registry = cityRegistry();

test.each([
  ['市应急管里局', ['市应急管理局']],
  ['县应急局', ['市应急局']],
  ['市文旅局', ['市文体广旅局']],
  ['市文广旅局', ['市文体广旅局']],
  ['市人力社保局', ['市人社局']],
  ['市水务局', []],
  ['', []],
])('the names nearest to “%s” are %j', (name, expected) => {
  expect(registry.suggest(name)).toEqual(expected);
});

test('at most three names are suggested, each of another bureau', () => {
  const names = registry.suggest('市应急安全局');
  const ids = names.map((name) => registry.lexicon.longestAt(name, 0, { bare: false })?.bureaus[0]);
  expect(names.length).toBeLessThanOrEqual(3);
  expect(new Set(ids).size).toBe(names.length);
});
