import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { ApiAnswer } from '../../src/search/client/api.ts';
import { itemRows, type ItemRow } from '../../src/exporters/items.ts';
import { createRandom, pick } from '../search/invented.ts';
import { plain } from '../search/grep.ts';
import { launch } from './launch.ts';
import { cityCorpus, createSearchSite, type SearchSite } from './search-site.ts';
import { serve, type Server } from './serve.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let real: Server;
let city: Server;
let search: Server;
let pagefind: Server;
const corpus = cityCorpus(60);
const items: readonly ItemRow[] = corpus.minutes.flatMap((each) => itemRows(each, corpus.registry));
const built: SearchSite[] = [];

beforeAll(async () => {
  const sites = inject('sites');
  for (const kind of ['pairs', 'pagefind'] as const)
    built.push(await createSearchSite(sites.city, corpus, kind));
  const [byPairs, byPagefind] = built.map(({ site }) => site);
  if (byPairs === undefined || byPagefind === undefined) throw new Error('The sites were not made');
  browser = await launch();
  [real, city, search, pagefind] = await Promise.all([
    serve(sites.real),
    serve(sites.city),
    serve(byPairs),
    serve(byPagefind),
  ]);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([real, city, search, pagefind].map((server) => server.close()));
  for (const site of built) site.remove();
});

/** Runs `work` on a page of its own and fails when the page broke its policy or failed a request. */
async function withPage(
  work: (page: Page, context: BrowserContext) => Promise<void>,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const faults: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  try {
    await work(page, context);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
}

const STATUS = '.search-status';

/** Opens the search page with a query and waits until the answer is complete. */
async function openSearch(page: Page, query: string): Promise<void> {
  await page.goto(`${search.url}search/?${query}`);
  await settled(page);
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    (selector) => /^(?:找到|没有找到|“|检索没有)/u.test(document.querySelector(selector)?.textContent ?? ''),
    STATUS,
  );
}

/** Chooses from the menu above the results. */
async function takeAway(page: Page, name: string): Promise<void> {
  await page.locator('summary', { hasText: '导出' }).click();
  await page.getByRole('button', { name }).click();
}

function holding(word: string, rows = items): readonly ItemRow[] {
  return rows.filter(({ text }) => text.split('\n').some((block) => plain(block).includes(plain(word))));
}

/** A passage of an item that can be typed as one word. */
function passage(random: () => number, rows = items): string {
  for (;;) {
    const { text } = pick(random, rows);
    const at = Math.floor(random() * text.length);
    const cut = text.slice(at, at + 2 + Math.floor(random() * 8));
    if (plain(cut).length >= 2 && !/[\s“”"\ud800-\udfff-]/u.test(cut)) return cut;
  }
}

describe('window.jiyaoSearch', () => {
  test.each([
    ['the pair index', () => search],
    ['Pagefind', () => pagefind],
  ] as const)('finds exactly the items that contain a passage, by %s', async (_, server) => {
    await withPage(async (page) => {
      await page.goto(`${server().url}search/`);
      const random = createRandom(4);
      for (let round = 0; round < 40; round++) {
        const word = passage(random);
        const answer = await page.evaluate((query) => window.jiyaoSearch?.(query), word);
        const urls = answer?.results.map(({ url }) => url.slice('/gov/jiyao/minutes/'.length)) ?? [];
        const expected = holding(word).map(({ meeting, order }) => `${meeting}/#item-${String(order)}`);
        expect([word, answer?.total, urls.toSorted()]).toEqual([word, expected.length, expected.toSorted()]);
        const texts = answer?.results.map(({ excerpt }) => plain(excerpt)) ?? [];
        expect(texts.filter((text) => !text.includes(plain(word)))).toEqual([]);
      }
    });
  });

  test('limits items as the data file states them', async () => {
    await withPage(async (page) => {
      await page.goto(`${search.url}search/`);
      const random = createRandom(5);
      for (let round = 0; round < 25; round++) {
        const bureau = pick(random, items).responsible[0] ?? '市财政局';
        const year = pick(random, ['2023', '2024']);
        const answer = await page.evaluate(
          ([name, during]) =>
            window.jiyaoSearch?.('会议', { bureau: name ?? '', year: during ?? '', outcome: '原则同意' }),
          [bureau, year],
        );
        const expected = holding('会议').filter(
          ({ held, outcome, reporters, responsible }) =>
            held?.startsWith(year) === true &&
            outcome === '原则同意' &&
            [...reporters, ...responsible].includes(bureau),
        );
        expect([bureau, year, answer?.total]).toEqual([bureau, year, expected.length]);
      }
    });
  });

  test.each([
    ['real', () => real],
    ['city', () => city],
  ] as const)(
    'finds on the built site (%s) what its data file holds, single characters included',
    async (name, server) => {
      const rows: readonly ItemRow[] = JSON.parse(
        readFileSync(join(inject('sites')[name].dir, 'data/items.json'), 'utf8'),
      );
      const random = createRandom(6);
      const passages = Array.from({ length: 30 }, () => passage(random, rows));
      await withPage(async (page) => {
        await page.goto(`${server().url}search/`);
        for (const word of ['火', '市', '消防', '15条', '“小哥”', '无此说法', ...passages]) {
          const answer = await page.evaluate(
            (query): Promise<ApiAnswer> | undefined => window.jiyaoSearch?.(query),
            word,
          );
          const expected = holding(word, rows).map(({ url }) => url);
          expect([word, answer?.total, answer?.results.map(({ url }) => url)]).toEqual([
            word,
            expected.length,
            expected,
          ]);
        }
      });
    },
  );
});

describe('the search page', () => {
  test('loads nothing of search before there is something to look for', async () => {
    await withPage(async (page) => {
      const paths: string[] = [];
      page.on('request', (request) => paths.push(new URL(request.url()).pathname));
      await page.goto(`${search.url}search/`, { waitUntil: 'networkidle' });
      await page.goto(search.url, { waitUntil: 'networkidle' });
      expect(paths.filter((path) => /search\/data|worker/u.test(path))).toEqual([]);
    });
  });

  test('shows results while one types, and says so once', async () => {
    await withPage(async (page) => {
      await page.goto(`${search.url}search/`);
      await page.evaluate((selector) => {
        const told: string[] = [];
        const status = document.querySelector(selector);
        Object.assign(window, { told });
        if (status !== null)
          new MutationObserver(() => told.push(status.textContent)).observe(status, { childList: true });
      }, STATUS);
      await page.getByRole('searchbox').pressSequentially('会议原则同意', { delay: 30 });
      await settled(page);
      const total = holding('会议原则同意').length;
      await page.getByText(`找到 ${String(total)} 个议题`).waitFor();
      const told = await page.evaluate(() => ('told' in window ? window.told : []));
      expect(told).toContainEqual(expect.stringMatching(/^找到 \d+ 个议题，分布在 \d+ 次会议的纪要中/u));
      expect(await page.locator(STATUS).getAttribute('role')).toBe('status');
      expect(await page.getByRole('link', { name: '会议原则同意' }).count()).toBeGreaterThanOrEqual(0);
      const marks = await page.locator('.search-excerpt mark').allTextContents();
      expect(marks.length).toBeGreaterThan(5);
      expect(new Set(marks.map(plain))).toEqual(new Set(['会议原则同意']));
    });
  });

  test('can be used from end to end with the keyboard', async () => {
    await withPage(async (page) => {
      await page.goto(`${search.url}search/`);
      await page.keyboard.press('/');
      await page.keyboard.type('会议');
      await page.keyboard.press('Enter');
      await settled(page);
      const focused = (): Promise<string | null> =>
        page.evaluate(
          () =>
            document.activeElement?.getAttribute('href') ??
            document.activeElement?.getAttribute('name') ??
            null,
        );
      expect(await focused()).toBe('q');
      const links = await page
        .locator('a[data-result]')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe(links[0]);
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe(links[1]);
      await page.keyboard.press('Escape');
      expect(await focused()).toBe('q');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
      await page.locator('.search-bar[tabindex="0"]').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await settled(page);
      expect(new URL(page.url()).searchParams.get('from')).toBe('2023-01-01');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-from'))).toBe('2023-01-01');
    });
  });

  test('keeps its state in the address, and goes back', async () => {
    await withPage(async (page) => {
      await openSearch(page, 'q=会议');
      const all = await page.locator(STATUS).textContent();
      await page.getByRole('checkbox', { name: '原则同意' }).check();
      const left = holding('会议').filter(({ outcome }) => outcome === '原则同意').length;
      await page.getByText(`找到 ${String(left)} 个议题`).waitFor();
      expect(new URL(page.url()).searchParams.get('outcome')).toBe('原则同意');
      await page.getByRole('combobox', { name: '排序' }).selectOption('按相关度');
      await page.getByText('按相关度：标题里有的在前').waitFor();
      expect(new URL(page.url()).searchParams.get('sort')).toBe('relevance');
      await page.goBack();
      await page.goBack();
      await page.waitForFunction(
        ([selector, text]) => document.querySelector(selector ?? '')?.textContent === text,
        [STATUS, all],
      );
      expect(await page.getByRole('searchbox').inputValue()).toBe('会议');
      await page.reload();
      await settled(page);
      expect(await page.locator(STATUS).textContent()).toBe(all);
    });
  });

  test('counts what each filter would leave', async () => {
    await withPage(async (page) => {
      await openSearch(page, 'q=会议&year=2024');
      const name = items.find(({ responsible }) => responsible.length > 0)?.responsible[0] ?? '';
      await page.getByRole('button', { name: /^显示全部/u }).click();
      const label = page.locator('.search-choice', { has: page.getByText(name, { exact: true }) });
      const count = Number(/(\d+) 条/u.exec((await label.textContent()) ?? '')?.[1]);
      const expected = holding('会议').filter(
        ({ held, reporters, responsible }) =>
          held?.startsWith('2024') === true && [...reporters, ...responsible].includes(name),
      );
      expect([name, count]).toEqual([name, expected.length]);
      await label.getByRole('checkbox').check();
      await page.getByText(`找到 ${String(count)} 个议题`).waitFor();
    });
  });

  test('filters by the bars of years and months', async () => {
    await withPage(async (page) => {
      await openSearch(page, 'q=会议');
      const during = (date: string): number =>
        holding('会议').filter(({ held }) => held?.startsWith(date) === true).length;
      const year = page.getByRole('button', { name: /^2024年，/u });
      expect(await year.textContent()).toContain(`${String(during('2024'))} 条`);
      await year.click();
      await page.getByText(`找到 ${String(during('2024'))} 个议题`).waitFor();
      const month = page.getByRole('button', { name: /^2024年\d+月，[1-9]/u }).first();
      const name = /2024年(\d+)月/u.exec((await month.textContent()) ?? '')?.[1] ?? '';
      await month.click();
      await page.getByText(`找到 ${String(during(`2024-${name.padStart(2, '0')}`))} 个议题`).waitFor();
      await page.getByRole('button', { name: '全部时间' }).click();
      await page.getByText(`找到 ${String(holding('会议').length)} 个议题`).waitFor();
    });
  });

  test('shows hits outside of agenda items apart', async () => {
    const [person = ''] = corpus.minutes.flatMap(({ attendance }) =>
      attendance.observers.flatMap(({ names }) => names.map((each) => each.name)),
    );
    await withPage(async (page) => {
      await openSearch(page, `q=${person}`);
      expect(await page.locator(STATUS).textContent()).toMatch(
        /没有找到符合条件的议题；另有 \d+ 处在会议概况、出席列席名单/u,
      );
      const others = page.locator('.search-others');
      await others.locator('a[data-result]').first().waitFor();
      expect(await others.locator('mark').first().textContent()).toBe(person);
    });
  });

  test('suggests other queries for an empty result, apart from results', async () => {
    await withPage(async (page) => {
      await openSearch(page, 'q=csgl');
      const near = page.getByRole('region', { name: '相近的检索' });
      const link = near.getByRole('link').first();
      const suggested = (await link.textContent()) ?? '';
      expect(await near.textContent()).toContain('拼音相同');
      expect(await page.locator('a[data-result]').count()).toBe(0);
      await link.click();
      await page.getByText(`找到 ${String(holding(suggested).length)} 个议题`).waitFor();
      expect(await page.getByRole('searchbox').inputValue()).toBe(suggested);
    });
  });

  test('says what to do about a single character', async () => {
    await withPage(async (page) => {
      await openSearch(page, 'q=会');
      expect(await page.locator(STATUS).textContent()).toBe('“会”只有一个字，请写成两个字以上的词');
    });
  });

  test('hands over all results as a table, as JSON and as citations', async () => {
    const word = '会议原则同意';
    const expected = holding(word);
    await withPage(
      async (page, context) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        await openSearch(page, `q=${word}`);
        const download = async (name: string): Promise<string> => {
          const [file] = await Promise.all([page.waitForEvent('download'), takeAway(page, name)]);
          return readFileSync(await file.path(), 'utf8');
        };
        const table = await download('下载 CSV');
        expect(table.startsWith('\ufeff会议,会议日期,议题,')).toBe(true);
        expect(table.trimEnd().split('\r\n')).toHaveLength(expected.length + 1);
        expect(JSON.parse(await download('下载 JSON'))).toMatchObject({
          query: word,
          total: expected.length,
        });
        await takeAway(page, '复制引用列表');
        await page.getByText(`已复制 ${String(expected.length)} 条引用`).waitFor();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied.split('\n')).toHaveLength(expected.length);
        expect(copied).toMatch(/^1\. .+纪要，议题“.+”，\d+年\d+月\d+日，http:\/\/.+#item-\d+$/mu);
      },
      { acceptDownloads: true },
    );
  });

  test('keeps the ways to take results away in a menu that closes again', async () => {
    await withPage(
      async (page) => {
        await openSearch(page, 'q=会议');
        const isOpen = (): Promise<boolean> =>
          page.locator('.search-export').evaluate((menu) => menu.hasAttribute('open'));
        const summary = page.locator('summary', { hasText: '导出' });
        await summary.focus();
        await page.keyboard.press('Enter');
        expect(await isOpen()).toBe(true);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Escape');
        expect([await isOpen(), await summary.evaluate((own) => own === document.activeElement)]).toEqual([
          false,
          true,
        ]);
        await summary.click();
        await page.locator('h1').click();
        expect(await isOpen()).toBe(false);
        // One row on a phone.
        const { height } = (await page.locator('.search-toolbar').boundingBox()) ?? { height: Infinity };
        expect(height).toBeLessThan(60);
      },
      { viewport: { width: 390, height: 844 } },
    );
  });

  test('tells a screen reader what is where', async () => {
    await withPage(async (page) => {
      await openSearch(page, 'q=会议&year=2024');
      await page.getByRole('combobox', { name: '角色' }).waitFor();
      const transcript = await page.locator('main').ariaSnapshot();
      for (const line of [
        /- heading "检索" \[level=1\]/u,
        /- search "检索纪要":/u,
        /- searchbox "检索词": 会议/u,
        /- status: 找到 \d+ 个议题，分布在 \d+ 次会议的纪要中/u,
        /- form "筛选条件":/u,
        /- group "年份":/u,
        /- checkbox "2024 \d+ 条" \[checked\]/u,
        /- combobox "角色":/u,
        /- group "按时间筛选":/u,
        /- button "2024年，\d+ 条"/u,
        /- group "结果的排序和导出":/u,
        /- heading ".*常务会议.*" \[level=2\]/u,
        /- heading ".+" \[level=3\]/u,
        /- button "继续显示（还有 \d+ 次会议）"/u,
      ])
        expect(transcript).toMatch(line);
    });
  });

  test.for([320, 390, 1280])('has no fault that axe finds, and fits, at %d px', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, bypassCSP: true });
    const page = await context.newPage();
    for (const query of [
      'q=会议&sort=relevance',
      'q=会议&from=2024-01-01&to=2024-12-31',
      'q=csgl',
      'q=会',
      'q=',
    ]) {
      await page.goto(`${search.url}search/?${query}`);
      if (query !== 'q=') await settled(page);
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await page.waitForLoadState('networkidle');
      await page.addScriptTag({ content: AXE });
      const found = await page.evaluate(`axe.run(document).then(
        ({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).slice(0, 3).join(' ')))`);
      expect([query, found]).toEqual([query, []]);
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([query, excess]).toEqual([query, 0]);
    }
    await context.close();
  });
});

describe('on the page of a record', () => {
  const MEETING = 'minutes/2022/013/';
  const shown = (page: Page): Promise<number> =>
    page.evaluate(() => CSS.highlights.get('search-hit')?.size ?? 0);

  test('opening a result shows every hit, and the linked item', async () => {
    await withPage(async (page) => {
      await page.goto(`${real.url}search/?q=${encodeURIComponent('消防安全')}`);
      await settled(page);
      const before = page.url();
      await page.locator('a[data-result]').first().click();
      await page.waitForURL(/minutes\/2022\/013\/\?hl=/u);
      expect(await shown(page)).toBeGreaterThan(2);
      const box = await page.locator(':target').boundingBox();
      expect(box?.y).toBeLessThan(300);
      await page.goBack();
      expect(page.url()).toBe(before);
    });
  });

  test('the box finds words and goes from hit to hit', async () => {
    await withPage(async (page) => {
      await page.goto(real.url + MEETING);
      await page.getByRole('button', { name: '在本页查找' }).click();
      const box = page.getByRole('search', { name: '在本份纪要中查找' });
      await page.keyboard.type('消防');
      const total = await shown(page);
      const text = readFileSync(join(inject('sites').real.content, 'minutes/2022/013.md'), 'utf8');
      expect(total).toBe(text.split('消防').length - 1);
      const count = box.getByRole('status');
      expect(await count.textContent()).toBe(`第 1 处，共 ${String(total)} 处`);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      expect(await count.textContent()).toBe(`第 3 处，共 ${String(total)} 处`);
      await page.keyboard.press('Shift+Enter');
      await box.getByRole('button', { name: '上一处' }).click();
      await box.getByRole('button', { name: '上一处' }).click();
      expect(await count.textContent()).toBe(`第 ${String(total)} 处，共 ${String(total)} 处`);
      await page.keyboard.press('Escape');
      expect(await shown(page)).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('在本页查找');
    });
  });

  test('its button covers no text on a phone, and closing the box moves nothing', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(real.url + MEETING);
    const opener = page.getByRole('button', { name: '在本页查找' });
    const top = (): Promise<number> => opener.evaluate((each) => each.getBoundingClientRect().top);
    const before = await top();
    await page.evaluate(() => {
      scrollBy(0, 200);
    });
    expect(await top()).toBe(before - 200);
    await opener.click();
    await page.keyboard.type('消防');
    await page.keyboard.press('Enter');
    const read = await page.evaluate(() => scrollY);
    expect(read).toBeGreaterThan(200);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => scrollY)).toBe(read);
    await context.close();
  });

  test.for([390, 1280])('the box has no fault that axe finds at %d px', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${real.url}${MEETING}?hl=${encodeURIComponent('消防')}#item-3`);
    await page.addScriptTag({ content: AXE });
    const found = await page.evaluate(
      `axe.run(document).then(({ violations }) => violations.map(({ id }) => id))`,
    );
    expect(found).toEqual([]);
    await context.close();
  });
});

test('the slash key leads to the search field on every page', async () => {
  await withPage(async (page) => {
    for (const path of ['', 'minutes/', 'minutes/2022/013/', 'bureaus/', 'search/', 'about/']) {
      await page.goto(real.url + path);
      await page.keyboard.press('/');
      expect([path, await page.evaluate(() => document.activeElement?.getAttribute('name'))]).toEqual([
        path,
        'q',
      ]);
      await page.keyboard.type('a/b');
      expect(await page.getByRole('searchbox').first().inputValue()).toBe('a/b');
    }
  });
});
