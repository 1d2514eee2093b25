import { describe, expect, test } from 'vitest';
import { bureauFeeds } from '../../src/exporters/feeds/feeds.ts';
import { marksOf, newsOf, presentOf } from '../../src/scripts/follow/news.ts';
import { CITIES, writtenBy } from '../exporters/cities.ts';

const item = (href: string, mark: string) => ({ href, title: href, day: '', mark });
const present = {
  items: [item('/a', '/a 1'), item('/b', '/b 2'), item('/c', '/c 1')],
  deleted: [{ href: '/gone', reason: '不应公开' }],
};

describe('newsOf', () => {
  test('tells what is new, what was corrected and what was withdrawn since the last look', () => {
    const { fresh, corrected, withdrawn } = newsOf({ seen: ['/b 1', '/c 1', '/gone 1'] }, present);
    expect(fresh.map(({ href }) => href)).toEqual(['/a']);
    expect(corrected.map(({ href }) => href)).toEqual(['/b']);
    expect(withdrawn.map(({ href }) => href)).toEqual(['/gone']);
  });

  test('tells nothing of withdrawn items that were never there, and nothing before the first look', () => {
    expect(newsOf({ seen: [] }, present).withdrawn).toEqual([]);
    expect(newsOf({ seen: null }, present).fresh).toEqual([]);
  });

  test('has no news right after a look', () => {
    const { fresh, corrected } = newsOf({ seen: marksOf(present) }, present);
    expect([...fresh, ...corrected]).toEqual([]);
  });
});

test('presentOf reads the feeds of this site, and refuses what is none', () => {
  for (const city of CITIES)
    for (const { content } of writtenBy(bureauFeeds, city).filter(({ path }) => path.endsWith('.json'))) {
      const { items } = presentOf(JSON.parse(String(content)));
      expect(items.every(({ href, mark }) => mark.startsWith(`${href} `))).toBe(true);
    }
  expect(() => presentOf({ items: [{}] })).toThrow(TypeError);
  expect(() => presentOf('<html>')).toThrow(TypeError);
});
