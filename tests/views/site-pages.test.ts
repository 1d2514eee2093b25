import { describe, expect, test } from 'vitest';
import { EXPORTS } from '../../src/exporters/registry.ts';
import { filesOf } from '../../src/exporters/export.ts';
import { fileOf } from '../../src/views/page-rows.ts';
import { sitePages } from '../../src/views/site-pages.ts';
import { corpusOf, readCity } from './city.ts';

const { corpus, site } = readCity();

describe('the pages of a site', () => {
  const pages = [...sitePages(corpus, site)];

  test('stand at the addresses that their files and their minutes say', () => {
    expect(pages.filter(({ kind }) => kind !== 'bureau').map(({ path }) => path)).toEqual(
      expect.arrayContaining(['', 'minutes/', 'minutes/2024/', 'minutes/2024/031/', 'search/', '404.html']),
    );
    expect(fileOf('')).toBe('index.html');
    expect(fileOf('minutes/2024/')).toBe('minutes/2024/index.html');
    expect(fileOf('404.html')).toBe('404.html');
  });

  test('and the files beside them have an address each', () => {
    const paths = [
      ...pages.map(({ path }) => fileOf(path)),
      ...EXPORTS.flatMap((row) => [...filesOf(row, corpus, site)].map(({ path }) => path)),
    ];
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('have views that are the same after a journey as JSON, so that their hash is all of them', () => {
    for (const { view } of pages) {
      const made = view();
      expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    }
  });

  test('leave out the columns without content (R1.17)', () => {
    const empty = [...sitePages(corpusOf(), { ...site, about: [] })];
    expect(empty.map(({ kind }) => kind)).toEqual([
      'home',
      'search',
      'quote',
      'verify',
      'sitemap',
      'accessibility',
      'notFound',
    ]);
  });
});
