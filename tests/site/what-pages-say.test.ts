import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { readCorpus } from '../../src/loader/load.ts';
import { headingOf, meetingName } from '../../src/minutes/plain-text.ts';
import { elementsOf, pagesOf, textOf, type Page } from './page.ts';

const sites = inject('sites');
const DATA = z.object({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(z.looseObject({ '@type': z.string() })),
});
type Thing = z.infer<typeof DATA>['@graph'][number];

function thingsOf(page: Page): readonly Thing[] {
  const [block, ...others] = elementsOf(page.root).filter(
    ({ properties: { type } }) => type === 'application/ld+json',
  );
  expect(others).toEqual([]);
  return block === undefined ? [] : DATA.parse(JSON.parse(textOf(block)))['@graph'];
}

/** The Open Graph tags of a page. */
function graphOf(page: Page): Readonly<Record<string, string>> {
  return Object.fromEntries(
    elementsOf(page.root).flatMap(({ properties: { property, content } }) =>
      typeof property === 'string' && property.startsWith('og:') ? [[property, String(content)]] : [],
    ),
  );
}

const canonicalOf = (page: Page): string =>
  String(
    elementsOf(page.root).find(({ properties: { rel } }) => String(rel) === 'canonical')?.properties['href'],
  );

const isHidden = (page: Page): boolean =>
  elementsOf(page.root).some(
    ({ properties: { name, content } }) => name === 'robots' && String(content).includes('noindex'),
  );

describe.for([
  ['the real site', sites.real],
  ['the site below a path', sites.city],
  ['the site of a told history', sites.told],
] as const)('%s', ([, { dir, base, content }]) => {
  const pages = pagesOf(dir);
  const origin = 'https://www.example.invalid';

  test('says of every meeting in JSON-LD what the model says, and nothing else', async () => {
    const { corpus } = await readCorpus(content, '2030-01-01 00:00');
    expect(corpus.minutes.length).toBeGreaterThan(0);
    for (const minutes of corpus.minutes) {
      const page = pages.find(({ path }) => path === `minutes/${minutes.id}/`);
      const things = page === undefined ? [] : thingsOf(page);
      const url = `${origin}${base}minutes/${minutes.id}/`;
      const event = things.find((thing) => thing['@type'] === 'Event');
      const report = things.find((thing) => thing['@type'] === 'Report');
      expect(event).toMatchObject({
        '@id': `${url}#meeting`,
        name: meetingName(minutes),
        recordedIn: { '@id': `${url}#minutes` },
      });
      expect(event?.['startDate']).toBe(minutes.head.held?.value);
      expect(report?.['reportNumber']).toBe(minutes.head.number?.value);
      expect(report?.['dateCreated']).toBe(minutes.head.issued?.value);
      expect(report?.['datePublished']).toBe(`${minutes.head.published?.replace(' ', 'T') ?? ''}:00+08:00`);
      expect(report?.['hasPart']).toEqual(
        minutes.items.map((item) => ({
          '@type': 'CreativeWork',
          '@id': `${url}#${item.anchor}`,
          position: item.order,
          name: headingOf(item),
        })),
      );
    }
  });

  test('gives every page one canonical address, and the same in Open Graph', () => {
    for (const page of pages) {
      expect(canonicalOf(page)).toMatch(new RegExp(`^${origin}${base}`, 'u'));
      expect(graphOf(page)).toMatchObject({ 'og:url': canonicalOf(page), 'og:locale': 'zh_CN' });
    }
  });

  test('gives every meeting a picture that is there', () => {
    const meetings = pages.filter((page) => graphOf(page)['og:type'] === 'article' && !isHidden(page));
    expect(meetings.length).toBeGreaterThan(0);
    for (const page of meetings) {
      const picture = graphOf(page)['og:image'] ?? '';
      const file = join(dir, picture.slice(`${origin}${base}`.length));
      expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG');
      expect(graphOf(page)).toMatchObject({ 'og:image:width': '1200', 'og:image:height': '630' });
    }
  });

  test('names in its sitemap exactly the pages that search engines may have', () => {
    const index = readSitemap(readFileSync(join(dir, 'sitemap.xml'), 'utf8'));
    const named = index.flatMap(({ loc }) => {
      const file = join(dir, loc.slice(`${origin}${base}`.length));
      expect(existsSync(file)).toBe(true);
      return readSitemap(readFileSync(file, 'utf8'));
    });
    const expected = pages.filter((page) => !isHidden(page) && page.file !== '404.html').map(canonicalOf);
    expect(named.map(({ loc }) => loc).toSorted()).toEqual(expected.toSorted());
    for (const { lastmod } of named)
      expect(lastmod).toMatch(/^(?:\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00\+08:00)?$/u);
  });

  test('tells crawlers and reading programs where to begin', () => {
    expect(readFileSync(join(dir, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${origin}${base}sitemap.xml`);
    const guide = readFileSync(join(dir, 'llms.txt'), 'utf8');
    const links = Array.from(guide.matchAll(/\]\((.*?)\)/gu), ([, url = '']) =>
      url.slice(`${origin}${base}`.length),
    );
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(existsSync(join(dir, link))).toBe(true);
  });
});

test('archived minutes say so before anything else, and are found as before (R1.13)', () => {
  const { dir } = sites.city;
  const pages = pagesOf(dir).filter(({ path }) => /^minutes\/\d{4}\/\d{3}\/$/u.test(path));
  const said = '本页已归档（归档时间：2025-12-31）';
  const archived = pages.filter(({ root }) => textOf(root).includes('已归档'));
  expect(archived.map(({ path }) => path)).toEqual(['minutes/2024/031/']);
  expect(archived.every((page) => !isHidden(page))).toBe(true);
  for (const { root } of archived) {
    const text = textOf(root);
    expect(text.indexOf(said)).toBeGreaterThan(0);
    expect(text.indexOf(said)).toBeLessThan(text.indexOf('索引号'));
  }
  expect(readFileSync(join(dir, 'data/items.json'), 'utf8')).toContain('minutes/2024/031/#item-1');
});

test('a change of the text is the last change of its page, and of its year alone', () => {
  const times = Object.fromEntries(
    ['2024', 'pages'].flatMap((name) =>
      readSitemap(readFileSync(join(sites.told.dir, `sitemaps/${name}.xml`), 'utf8')).map(
        ({ loc, lastmod }) => [new URL(loc).pathname, lastmod],
      ),
    ),
  );
  expect(times['/minutes/2024/003/']).toBe('2024-03-26T09:00:00+08:00');
  expect(times['/minutes/2024/005/']).toBe('2024-05-13T09:00:00+08:00');
  expect(times['/minutes/2024/']).toBe('2024-05-13T09:00:00+08:00');
});

interface SitemapEntry {
  readonly loc: string;
  readonly lastmod: string;
}

/** The entries of a sitemap or an index, by an XML parser that isn't ours. */
function readSitemap(xml: string): readonly SitemapEntry[] {
  const entries: { loc: string; lastmod: string }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri }) => {
    expect(uri).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
    if (local === 'url' || local === 'sitemap') entries.push({ loc: '', lastmod: '' });
    text = '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ local }) => {
    const entry = entries.at(-1);
    if (entry !== undefined && (local === 'loc' || local === 'lastmod')) entry[local] = text;
  });
  parser.write(xml).close();
  return entries;
}
