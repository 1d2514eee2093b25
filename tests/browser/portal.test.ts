import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseAtomFeed } from 'feedsmith';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ApiAnswer } from '../../src/search/client/api.ts';
import { textAt } from '../../src/minutes/model.ts';
import { recordsOf } from '../../src/search/record.ts';
import { grepOf } from '../search/grep.ts';
import { launch } from './launch.ts';
import { withPage } from './page.ts';
import { collectedIn, createPortalSites, type MemberSite, type PortalSites } from './portal-sites.ts';
import { serve, type Server } from './serve.ts';

/** A portal over three member sites, each at a port of its own with an index of another kind. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const COLLECTED = z.looseObject({ members: z.array(z.looseObject({ entries: z.unknown() })) });
const LOOKS = [
  [390, 'light'],
  [390, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const;
const WORDS = ['会议', '燃气', '安全生产', '方案', '财政局', '学校', '原则同意', '没有这样的词'];

let sites: PortalSites;
let browser: Browser;
let server: Server;

beforeAll(async () => {
  [browser, sites] = await Promise.all([launch(), createPortalSites()]);
  await sites.collect();
  sites.build();
  server = await serve({ dir: sites.portal.dir, base: '/portal-site/', content: sites.portal.content });
}, 300_000);

afterAll(async () => {
  await browser.close();
  await server.close();
  await Promise.all(sites.members.map((member) => member.server.close().catch(() => null)));
  sites.remove();
});

/** The addresses of all items of the members that a scan of their texts finds. */
function grep(members: readonly MemberSite[], word: string): readonly string[] {
  return members.flatMap(({ corpus, server: { url } }) => {
    const { scan, split } = grepOf(corpus.minutes.flatMap(recordsOf));
    return split(scan(word)).items.map((path) => url + path.slice(1));
  });
}

async function ask(page: Page, word: string): Promise<ApiAnswer> {
  await page.waitForFunction(() => window.jiyaoSearch !== undefined);
  return page.evaluate(async (input) => {
    const answer = await window.jiyaoSearch?.(input);
    if (answer === undefined) throw new Error('No search');
    return answer;
  }, word);
}

async function openPortal(
  work: (page: Page, asked: Set<string>, faults: string[]) => Promise<void>,
): Promise<void> {
  await withPage(browser, {}, async (page) => {
    const asked = new Set<string>();
    const faults: string[] = [];
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${server.url}portal/`);
    await work(page, asked, faults);
  });
}

describe('one search over all members', () => {
  test('finds exactly what a scan of each of them finds, and says whose it is', async () => {
    await openPortal(async (page, asked, faults) => {
      expect([...asked]).toEqual([new URL(server.url).origin]);
      for (const word of WORDS) {
        const { total, results } = await ask(page, word);
        const wanted = grep(sites.members, word);
        expect({ word, urls: results.map(({ url }) => url).toSorted() }).toEqual({
          word,
          urls: wanted.toSorted(),
        });
        expect(total).toBe(wanted.length);
        for (const { site, url } of results)
          expect(url).toContain(sites.members.find(({ name }) => name === site)?.server.url);
      }
      const origins = [server, ...sites.members.map((member) => member.server)].map(
        ({ url }) => new URL(url).origin,
      );
      expect([...asked].toSorted()).toEqual(origins.toSorted());
      expect(faults).toEqual([]);
    });
  });

  test('shows them newest first with the name of their site, and grows on demand', async () => {
    await openPortal(async (page) => {
      await page.fill('#portal-input', '会议');
      await page.locator('#portal .search-meeting').first().waitFor();
      await page.getByText(/^找到 \d+ 个议题/u).waitFor();
      for (;;) {
        const more = page.locator('#portal .search-results > .search-more').first();
        if ((await more.count()) === 0) break;
        const before = await page.locator('#portal .search-meeting').count();
        await more.click();
        await page.waitForFunction(
          (count) => document.querySelectorAll('#portal .search-meeting').length > count,
          before,
        );
      }
      const shown = await page.locator('#portal .search-results .search-meeting').evaluateAll((groups) =>
        groups.map((group) => ({
          site: group.querySelector('.search-site')?.textContent ?? '',
          day: group.querySelector('time')?.dateTime ?? '',
          links: [...group.querySelectorAll<HTMLAnchorElement>('a[data-result]')].map(({ href }) =>
            href.replace(/\?[^#]*/u, ''),
          ),
        })),
      );
      expect(new Set(shown.map(({ site }) => site))).toEqual(new Set(sites.members.map(({ name }) => name)));
      expect(shown.map(({ day }) => day)).toEqual(
        shown
          .map(({ day }) => day)
          .toSorted()
          .toReversed(),
      );
      expect(shown.flatMap(({ links }) => links).toSorted()).toEqual(
        [...grep(sites.members, '会议')].toSorted(),
      );
      for (const member of sites.members) {
        const count = String(grep([member], '会议').length);
        await page
          .locator(`[data-name="${member.name}"] [data-state]`, { hasText: `${count} 个议题` })
          .waitFor();
      }
    });
  });

  test('filters by year and by bureau, whose names count across sites', async () => {
    await openPortal(async (page) => {
      const filtered = await page.evaluate(async () => {
        const answer = await window.jiyaoSearch?.('会议', { year: 2024, bureau: '市财政局' });
        return answer?.results.map(({ url }) => url) ?? [];
      });
      const wanted = sites.members.flatMap(({ corpus, server: { url } }) =>
        corpus.minutes
          .flatMap(recordsOf)
          .filter(({ kind, day, bureaus }) => {
            const ids = [...bureaus.reports, ...bureaus.responsible];
            const isMeant = ids.some(
              (id) => corpus.registry.bureaus.find((each) => each.id === id)?.short === '市财政局',
            );
            return kind === 'item' && day?.startsWith('2024') === true && isMeant;
          })
          .map(({ meeting, anchor }) => `${url}minutes/${meeting}/#${anchor}`),
      );
      expect(wanted.length).toBeGreaterThan(0);
      const all = new Set(grep(sites.members, '会议'));
      expect(filtered.toSorted()).toEqual(wanted.filter((url) => all.has(url)).toSorted());
    });
  });

  test('is found accessible by axe, with results and without', async () => {
    await openPortal(async (page) => {
      for (const word of ['', '会议']) {
        await page.fill('#portal-input', word);
        if (word !== '') await page.locator('#portal .search-meeting').first().waitFor();
        await page.evaluate(AXE);
        for (const [width, colorScheme] of LOOKS) {
          await page.setViewportSize({ width, height: 844 });
          await page.emulateMedia({ colorScheme });
          const found: unknown = await page.evaluate(
            `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
          );
          expect([width, colorScheme, found]).toEqual([width, colorScheme, []]);
          const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
          expect(overflow).toBe(0);
        }
      }
    });
  });
});

describe('what is collected', () => {
  test('stands in one feed and one catalogue, each entry with its site', () => {
    const feed = parseAtomFeed(readFileSync(join(sites.portal.dir, 'portal/feed.xml'), 'utf8'));
    const entries = feed.entries ?? [];
    expect(entries.map(({ id = '' }) => id).toSorted()).toEqual(
      sites.members
        .flatMap(({ corpus, server: { url } }) => corpus.minutes.map(({ id }) => `${url}minutes/${id}/`))
        .toSorted(),
    );
    for (const { id, source } of entries)
      expect(id?.startsWith(source?.id?.replace('feed.xml', '') ?? '-')).toBe(true);
    const [first, second, third] = sites.members;
    const inOrder = [first, third, second].filter((member) => member !== undefined);
    const catalogue: unknown = JSON.parse(
      readFileSync(join(sites.portal.dir, 'data/catalogue.jsonld'), 'utf8'),
    );
    expect(catalogue).toMatchObject({
      'dcat:catalog': inOrder.map(({ server: { url } }) => ({
        '@id': `${url}data/catalogue.jsonld`,
        '@type': 'dcat:Catalog',
      })),
    });
  });

  test('holds no text of minutes but titles', () => {
    const collected = collectedIn(sites.portal.content);
    const sentences = sites.members.flatMap(({ corpus }) =>
      corpus.minutes.flatMap((minutes) =>
        minutes.items.flatMap(({ decisions }) => decisions.map(({ span }) => textAt(minutes, span))),
      ),
    );
    expect(sentences.length).toBeGreaterThan(50);
    expect(sentences.filter((sentence) => collected.includes(sentence))).toEqual([]);
  });
});

// Last, for it takes members away.
describe('a member that is down', () => {
  test('of another form of search is named, and the others answer', async () => {
    const [, , third] = sites.members;
    const path = join(third?.dir ?? '', 'search/data/search.json');
    const manifest = readFileSync(path, 'utf8');
    writeFileSync(path, manifest.replace(/"format":\d+/u, '"format":99'));
    await openPortal(async (page) => {
      const { results } = await ask(page, '会议');
      expect(results.map(({ url }) => url).toSorted()).toEqual(
        [...grep(sites.members.slice(0, 2), '会议')].toSorted(),
      );
      await page.locator('[data-name="丙镇"] [data-state]', { hasText: '检索格式是第 99 版' }).waitFor();
    });
    writeFileSync(path, manifest);
  });

  test('is named on the page, the others answer, and the last that was collected stays', async () => {
    const before = collectedIn(sites.portal.content);
    const [, second] = sites.members;
    await second?.server.close();
    const { status, said } = await sites.collect();
    expect(status).toBe(0);
    expect(said).toMatch(/^乙区：没有采集到，.*连不上；保留 \d{4}-\d\d-\d\d \d\d:\d\d 的$/mu);
    expect(
      said.split('\n').filter((line) => line.startsWith('甲县：') || line.startsWith('丙镇：')),
    ).toHaveLength(2);
    const entriesOf = (text: string): unknown => COLLECTED.parse(JSON.parse(text)).members[1]?.entries;
    expect(entriesOf(collectedIn(sites.portal.content))).toEqual(entriesOf(before));
    await openPortal(async (page) => {
      await page.fill('#portal-input', '会议');
      await page.locator('#portal .search-meeting').first().waitFor();
      const left = sites.members.filter(({ name }) => name !== '乙区');
      await page.getByText(`找到 ${String(grep(left, '会议').length)} 个议题`).waitFor();
      await page.locator('[data-name="乙区"] [data-state]', { hasText: '没有连上' }).waitFor();
      await page.getByText('结果不全：乙区没有应答').waitFor();
    });
  });
});
