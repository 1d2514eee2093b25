import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './launch.ts';
import { withPage as onPage } from './page.ts';
import { serve, type Server } from './serve.ts';
import { CITY_PAGES, REAL_PAGES } from './templates.ts';

const MEETING = 'minutes/2022/013/';

let browser: Browser;
let real: Server;
let city: Server;

beforeAll(async () => {
  [browser, real, city] = await Promise.all([
    launch(),
    serve(inject('sites').real),
    serve(inject('sites').city),
  ]);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([real.close(), city.close()]);
});

/** Runs `work` on a page of its own. */
const withPage = (options: Parameters<typeof onPage>[1], work: Parameters<typeof onPage>[2]): Promise<void> =>
  onPage(browser, options, work);

const all = (): readonly string[] => [
  ...REAL_PAGES.map((path) => real.url + path),
  ...CITY_PAGES.map((path) => city.url + path),
];

describe('a link to a part of the minutes', () => {
  test.for([
    ['item-3', '三、审议《关于开展重点行业领域消防安全百日攻坚行动方案》'],
    ['item-4-2', '（二）各责任单位要牵头做好'],
    ['item-1-decision', '会议原则同意该《行动方案》'],
    ['attendance', '出席和列席'],
  ] as const)('opens the page at #%s', async ([anchor, text]) => {
    await withPage({ viewport: { width: 390, height: 844 } }, async (page) => {
      await page.goto(`${real.url}${MEETING}#${anchor}`);
      const target = page.locator(':target');
      const content = await target.textContent();
      expect(content?.trimStart().slice(0, text.length)).toBe(text);
      const box = await target.boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeLessThan(300);
    });
  });

  test('is what the ordinal leads to', async () => {
    await withPage({}, async (page) => {
      await page.goto(real.url + MEETING);
      await page.getByRole('link', { name: '（二），本点的网址' }).first().click();
      expect(new URL(page.url()).hash).toBe('#item-1-2');
    });
  });

  test('is what a bureau page leads to', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${real.url}bureaus/yjj/`);
      const section = page.getByRole('region', { name: '汇报' });
      const links = section.getByRole('link');
      expect(await links.count()).toBe(2);
      await links.nth(1).click();
      await page.waitForURL(/#item-2$/u);
      expect(await page.locator(':target h2').textContent()).toContain('二、审议');
    });
  });
});

describe('without JavaScript', () => {
  test('every page reads fully', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      const unread: string[] = [];
      for (const url of all()) {
        await page.goto(url);
        const text = await page.locator('main').innerText();
        // Only what repeats the text may be folded: the sentences that a fact rests on.
        const folded = await page.locator('main details:not([open], .grounds)').count();
        if (text.length < 20 || folded > 0) unread.push(url);
      }
      expect(unread).toEqual([]);
    });
  });

  test('the search page shows other ways in', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${real.url}search/`);
      const main = page.locator('main');
      expect(await main.innerText()).toContain('检索需要浏览器启用 JavaScript');
      expect(await main.getByRole('link', { name: '2022年' }).count()).toBe(1);
      expect(await main.getByRole('link', { name: '全部机构' }).count()).toBe(1);
    });
  });

  test('the search form of every page asks the search page', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(city.url + 'minutes/2024/031/');
      await page.getByRole('searchbox').fill('水网');
      await page.getByRole('button', { name: '检索' }).click();
      expect(page.url()).toBe(`${city.url}search/?q=${encodeURIComponent('水网')}`);
    });
  });
});

test('no page breaks the content security policy, fails a request or asks another host', async () => {
  await withPage({}, async (page) => {
    const faults: string[] = [];
    const hosts = new Set<string>();
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`${page.url()} ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`${page.url()} ${error.message}`));
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    for (const url of all().filter((each) => !each.endsWith('no-such-page/'))) {
      await page.goto(url, { waitUntil: 'networkidle' });
    }
    expect(faults).toEqual([]);
    expect([...hosts].sort()).toEqual([real, city].map(({ url }) => new URL(url).host).sort());
  });
});

test.for([320, 390, 640, 768, 1280])('nothing is wider than a window of %d px', async (width) => {
  await withPage({ viewport: { width, height: 800 } }, async (page) => {
    const wider: string[] = [];
    for (const url of all()) {
      await page.goto(url);
      const fits = await page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      );
      if (!fits) wider.push(url);
    }
    expect(wider).toEqual([]);
  });
});

test.for([390, 1280])('nothing moves while a page loads, at %d px', async (width) => {
  await withPage({ viewport: { width, height: 844 } }, async (page) => {
    await page.addInitScript(`
      window.moved = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          for (const { node } of entry.sources) window.moved.push(node?.className || node?.nodeName);
      }).observe({ type: 'layout-shift', buffered: true });
    `);
    const moved: string[] = [];
    const searched = `${real.url}search/?q=${encodeURIComponent('会议')}`;
    for (const url of [...all(), searched]) {
      await page.goto(url, { waitUntil: 'networkidle' });
      // Two frames, so that what a script did last is painted.
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      const names = String(await page.evaluate('window.moved.join()'));
      if (names !== '') moved.push(`${url} ${names}`);
    }
    expect(moved).toEqual([]);
  });
});

test.for([390, 1280])('what is clicked outside running text is 44 px high at %d px', async (width) => {
  await withPage({ viewport: { width, height: 844 } }, async (page) => {
    const found: string[] = [];
    for (const url of all()) {
      await page.goto(url);
      const small = await page.locator('a, button, input, summary').evaluateAll((elements) =>
        elements
          .filter(
            (element) =>
              // A mark of a picture has its equal in the table beside it (WCAG 2.5.8, Equivalent).
              element.closest(
                '.official p, .official li, .notes li, .facts, dl, .note, .glance td, .register td, .issued-document, .permalink, .skip-link, svg.chart',
              ) === null,
          )
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && box.height < 43.5)
          .map(({ element, box }) => `${element.textContent} ${String(box.height)}`),
      );
      found.push(...small.map((each) => `${url}: ${each}`));
    }
    expect(found).toEqual([]);
  });
});

test('the keyboard reaches the text first', async () => {
  await withPage({}, async (page) => {
    await page.goto(real.url + MEETING);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });
});

describe('in print', () => {
  test('the page is the document: no navigation, no folded list, the band stays', async () => {
    await withPage({}, async (page) => {
      await page.goto(real.url + MEETING);
      await page.locator('.attendance summary').click();
      expect(await page.getByText('市人大邹家宏').isVisible()).toBe(false);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByText('市人大邹家宏').isVisible()).toBe(true);
      expect(await page.getByText('演示站点，非政府网站').first().isVisible()).toBe(true);
      expect(
        await page.locator('.site-bar, .site-nav, .breadcrumb, .contents').filter({ visible: true }).count(),
      ).toBe(0);
      expect(await page.locator('.print-address').innerText()).toBe(
        `网址：https://www.example.invalid${inject('sites').real.base}minutes/2022/013/`,
      );
    });
  });

  test('the page is A4', async () => {
    await withPage({}, async (page) => {
      await page.goto(real.url + MEETING);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/u);
    });
  });
});
