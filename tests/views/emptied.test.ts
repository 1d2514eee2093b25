import { describe, expect, test } from 'vitest';
import { EMPTY_ARCHIVE, type Archive } from '../../src/corpus/archive.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { formatLedger, parseLedger } from '../../src/corpus/ledger.ts';
import type { Minutes } from '../../src/minutes/model.ts';
import { emptiedView, type EmptiedView } from '../../src/views/emptied.ts';
import { listPaths, sitePages } from '../../src/views/site-pages.ts';
import { cityRegistry, readCity } from './city.ts';

const { corpus, site } = readCity();
const lists = listPaths(corpus, site);

/** The emptied pages of a site with some of the minutes. */
function emptiedPaths(minutes: readonly Minutes[], archive: Partial<Archive>): readonly string[] {
  const left = buildCorpus(minutes, cityRegistry, { ...EMPTY_ARCHIVE, ...archive });
  return [...sitePages(left, site)].flatMap(({ kind, path }) => (kind === 'emptied' ? [path] : []));
}

describe('lists that were published', () => {
  test('are entered into the ledger in a form that it reads', () => {
    expect(lists.filter((path) => /^(?:bureaus|decisions|minutes)\/./u.test(path)).length).toBeGreaterThan(
      20,
    );
    expect(parseLedger(formatLedger(new Map(), lists), 'ledger.json').lists).toEqual(lists);
  });

  test('all answer when every one of the minutes is gone', () => {
    const left = buildCorpus([], cityRegistry, { ...EMPTY_ARCHIVE, lists });
    const paths = [...sitePages(left, site)].map(({ path }) => path);
    expect(lists.filter((path) => !paths.includes(path))).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('keep their own page while they have something to list', () => {
    expect(emptiedPaths(corpus.minutes, { ...corpus.archive, lists })).toEqual([]);
    expect(emptiedPaths(corpus.minutes, { ...corpus.archive, lists: [...lists, 'topics/gone/'] })).toEqual([
      'topics/gone/',
    ]);
  });

  test('answer for the year of a tombstone even where nobody entered them', () => {
    const tombstone = {
      id: '1999/001',
      kind: '撤回',
      date: '2026-01-01',
      reason: '复核',
      name: '第1次会议纪要',
      successor: null,
    } as const;
    expect(emptiedPaths(corpus.minutes, { tombstones: [tombstone] })).toEqual(['minutes/1999/']);
    const archive = { ...EMPTY_ARCHIVE, tombstones: [tombstone] };
    const view = (path: string): EmptiedView =>
      emptiedView(path, buildCorpus(corpus.minutes, cityRegistry, archive), site);
    const led = [{ text: '第1次会议纪要', href: '/minutes/1999/001/' }];
    expect(view('bureaus/csglj/1999/').withdrawn).toEqual(led);
    expect(view('bureaus/csglj/2001/').withdrawn).toEqual([]);
    expect(view('topics/gone/').links.map(({ href }) => href)).toContain('/minutes/');
  });
});
