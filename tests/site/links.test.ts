import { describe, expect, inject, test } from 'vitest';
import { brokenLinks, idsOf, unreachedPages } from './crawl.ts';
import { pagesOf } from './page.ts';

/** The name of the words that data blocks are written in; nobody asks for it. */
const VOCABULARY = 'https://schema.org';

const sites = inject('sites');

describe.for([
  ['the real site', sites.real],
  ['the site below a path', sites.city],
  ['the site of a told history', sites.told],
] as const)('%s', ([, { dir, base }]) => {
  const pages = pagesOf(dir);

  test('has no internal link that leads nowhere, anchors included', () => {
    expect(brokenLinks({ dir, base, pages })).toEqual([]);
  });

  test('has no id twice on a page', () => {
    const twice = pages.flatMap((page) => {
      const all = idsOf(page);
      return all.filter((id, index) => all.indexOf(id) !== index).map((id) => `${page.path}#${id}`);
    });
    expect(twice).toEqual([]);
  });

  test('can be walked from the home page to every page that stands but 404', () => {
    expect(unreachedPages({ base, pages })).toEqual(['404.html']);
  });

  test('asks no other host for anything, and links to none in demo mode', () => {
    const own = 'https://www.example.invalid/';
    const foreign = pages.flatMap(({ file, html }) =>
      [...html.matchAll(/https?:\/\/[^\s"'<>]+/gu)]
        .filter(([url]) => !url.startsWith(own) && url !== VOCABULARY)
        .map(([url]) => `${file}: ${url}`),
    );
    expect(foreign).toEqual([]);
  });
});
