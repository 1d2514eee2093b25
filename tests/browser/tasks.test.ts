import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { launch } from './launch.ts';
import { withPage } from './page.ts';
import { serve, type Server } from './serve.ts';

/** What people come for, done as they would do it on a phone. */

let browser: Browser;
let site: Server;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve(inject('sites').real)]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

const PHONE = { viewport: { width: 390, height: 844 } };

const ANSWER = z.object({ total: z.number(), results: z.array(z.object({ url: z.string() })) });
const ITEMS = z.array(z.object({ url: z.string(), text: z.string() }));

/** Asks the function that the search page offers to other programs. */
async function ask(query: string): Promise<z.infer<typeof ANSWER>> {
  const page = await browser.newPage(PHONE);
  try {
    await page.goto(`${site.url}search/`);
    await page.waitForFunction(() => 'jiyaoSearch' in window);
    const answer: unknown = await page.evaluate((words): unknown => {
      const search: unknown = Reflect.get(window, 'jiyaoSearch');
      if (typeof search !== 'function') throw new Error('no jiyaoSearch');
      return search(words);
    }, query);
    return ANSWER.parse(answer);
  } finally {
    await page.close();
  }
}

describe('a reader', () => {
  test('finds 燃气 and opens item one at its anchor', async () => {
    const page = await browser.newPage(PHONE);
    await page.goto(site.url);
    await page.getByRole('searchbox').first().fill('燃气');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=/u);
    const hit = page.locator('a[href*="#item-1"]').first();
    await hit.waitFor();
    await hit.click();
    await page.waitForURL(/\/minutes\/2022\/013\/.*#item-1$/u);
    expect(await page.locator(':target').textContent()).toContain('安全生产百日攻坚行动方案');
    await page.close();
  });

  test('sees what 市应急局 reported, must do and attended, in lists apart', async () => {
    const page = await browser.newPage(PHONE);
    await page.goto(`${site.url}bureaus/`);
    await page.getByRole('link', { name: '市应急管理局' }).first().click();
    await page.waitForURL(/\/bureaus\/yjj\/$/u);
    const links = await page
      .locator('main a[href*="/minutes/2022/013/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    for (const anchor of ['#item-1', '#item-2', '#attendance'])
      expect(links.some((href) => href?.endsWith(anchor))).toBe(true);
    expect(links.some((href) => href?.endsWith('#item-3'))).toBe(false);
    await page.close();
  });
});

/** One hand of a reader on a phone that is touched; every tap counts, and so does every word typed. */
class Hand {
  taps = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async tap(target: Locator): Promise<void> {
    this.taps++;
    await target.tap();
  }

  async type(target: Locator, word: string): Promise<void> {
    this.taps++;
    await target.fill(word);
  }

  /** Types a word into the first field there is, and sends it off. */
  async ask(word: string): Promise<void> {
    await this.type(this.page.getByRole('searchbox').first(), word);
    await this.tap(this.page.locator('main').getByRole('button', { name: '检索' }).first());
  }

  async openHit(anchor: string): Promise<void> {
    const hit = this.page.locator(`#search a[href*="#${anchor}"]`).first();
    await hit.waitFor();
    await this.tap(hit);
    await this.page.waitForURL(new RegExp(`#${anchor}$`, 'u'));
  }

  /** How many screens below the top of the window something begins: less than one is seen at once. */
  async screensTo(target: Locator): Promise<number> {
    const box = await target.boundingBox();
    if (box === null || box.y + box.height < 0) return Number.POSITIVE_INFINITY;
    return (box.y + box.height) / PHONE.viewport.height;
  }
}

describe('on a phone, with a finger,', () => {
  const TOUCHED = { ...PHONE, hasTouch: true, isMobile: true };
  const onPhone = (work: (hand: Hand) => Promise<void>): Promise<void> =>
    withPage(browser, TOUCHED, async (page) => {
      await page.goto(site.url);
      await work(new Hand(page));
    });

  test('one finds what was decided on 垃圾分类 in three taps', async () => {
    await onPhone(async (hand) => {
      await hand.ask('垃圾分类');
      await hand.openHit('item-7');
      const facts = hand.page.locator('#item-7 .facts');
      expect(await hand.screensTo(facts.locator('.outcome'))).toBeLessThan(1);
      expect(await facts.locator('.outcome').innerText()).toBe('原则同意');
      expect(await facts.innerText()).toMatch(/牵头\s*市城管局/u);
      expect(hand.taps).toBeLessThanOrEqual(3);
    });
  });

  test('one sees everything of 市城管局 in a year in three taps', async () => {
    await onPhone(async (hand) => {
      await hand.tap(hand.page.getByText('菜单', { exact: true }));
      await hand.tap(hand.page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '机构' }));
      await hand.page.waitForURL(/\/bureaus\/$/u);
      const bureau = hand.page.locator('main').getByRole('link', { name: '市城管局', exact: true }).first();
      expect(await hand.screensTo(bureau)).toBeLessThan(2);
      await hand.tap(bureau);
      await hand.page.waitForURL(/\/bureaus\/cgj\/$/u);
      const year = hand.page.getByRole('heading', { name: '2022年' });
      expect(await hand.screensTo(year)).toBeLessThan(1);
      const roles = await hand.page.locator('.role-nav').innerText();
      expect(roles.replaceAll(/\s+/gu, ' ')).toBe('汇报 3 牵头、责任 3 列席 1');
      // Everything of the year is on this page: as many entries as are announced.
      expect(await hand.page.locator('.role .entries li').count()).toBe(7);
      expect(hand.taps).toBeLessThanOrEqual(3);
    });
  });

  test('one learns in three taps that nobody entered the 数字人民币 plan, which is not “not issued”', async () => {
    await onPhone(async (hand) => {
      await hand.ask('数字人民币');
      await hand.openHit('item-4');
      const state = hand.page.locator('#item-4 .facts dl > div').filter({ hasText: '正式文件' });
      expect(await hand.screensTo(state)).toBeLessThan(1);
      expect(await state.innerText()).toMatch(/未收录[\s：]*不表示没有印发/u);
      expect(hand.taps).toBeLessThanOrEqual(3);
    });
  });

  test('one cites point two of item four in two taps', async () => {
    await withPage(
      browser,
      { ...TOUCHED, permissions: ['clipboard-read', 'clipboard-write'] },
      async (page) => {
        await page.goto(site.url);
        const hand = new Hand(page);
        await hand.tap(page.locator('.latest a[href$="#item-4"]'));
        await page.waitForURL(/#item-4$/u);
        const cite = page.getByRole('button', { name: '引用议题四第（二）点' });
        await cite.waitFor();
        expect(await hand.screensTo(cite)).toBeLessThan(2);
        await hand.tap(cite);
        await page.getByRole('status').filter({ hasText: '已复制议题四第（二）点的引文' }).waitFor();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
          /议题四第（二）点.*\/minutes\/2022\/013\/#item-4-2/u,
        );
        expect(hand.taps).toBeLessThanOrEqual(2);
      },
    );
  });

  test('one reads item one in large letters in two taps; without a voice nothing offers to read aloud', async () => {
    await onPhone(async (hand) => {
      await hand.tap(hand.page.getByRole('link', { name: '长者版' }));
      await hand.page.waitForURL(/view=elder/u);
      await hand.tap(hand.page.locator('.latest a[href$="#item-1"]'));
      await hand.page.waitForURL(/#item-1$/u);
      const text = hand.page.locator('#item-1 .doc-paragraph').first();
      await text.waitFor();
      expect(await hand.screensTo(hand.page.locator('#item-1 .facts .outcome').first())).toBeLessThan(1);
      // It begins one scroll away, below what was decided.
      expect((await text.boundingBox())?.y).toBeLessThan(2 * PHONE.viewport.height);
      const size = await text.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
      expect(size).toBeGreaterThanOrEqual(24);
      expect(await hand.page.evaluate(() => speechSynthesis.getVoices().length)).toBe(0);
      expect(await hand.page.getByRole('button', { name: '朗读' }).filter({ visible: true }).count()).toBe(0);
      expect(hand.taps).toBeLessThanOrEqual(2);
    });
  });
});

describe('with the keyboard alone', () => {
  /** Goes on with Tab until the element has the focus, and says whether the focus can be seen there. */
  async function tabTo(page: Page, target: string, most: number): Promise<boolean> {
    for (let times = 0; times < most; times++) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate((selector) => {
        const focused = document.activeElement;
        if (focused === null || !focused.matches(selector)) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(focused);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      }, target);
      if (seen !== null) return seen;
    }
    throw new Error(`Tab doesn't reach ${target}`);
  }

  test('one searches, opens the item, sees what its facts rest on, and cites it', async () => {
    await withPage(browser, { viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.goto(site.url);
      expect(await tabTo(page, 'input[type="search"]', 20)).toBe(true);
      await page.keyboard.type('垃圾分类');
      await page.keyboard.press('Enter');
      await page.locator('#search a[href*="#item-7"]').first().waitFor();
      expect(await tabTo(page, '#search a[href*="#item-7"]', 60)).toBe(true);
      await page.keyboard.press('Enter');
      await page.waitForURL(/#item-7$/u);
      expect(await tabTo(page, '#item-7 .grounds > summary', 12)).toBe(true);
      await page.keyboard.press('Enter');
      expect(await page.locator('#item-7 .grounds blockquote').first().isVisible()).toBe(true);
      expect(await tabTo(page, '#item-7 button[aria-label^="引用"], #item-7 .tools button', 12)).toBe(true);
    });
  });
});

describe('without JavaScript, on a phone,', () => {
  test('one goes from the menu to a bureau, its item, and the sentence that decides', async () => {
    await withPage(browser, { ...PHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto(site.url);
      await page.getByText('菜单', { exact: true }).click();
      await page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '机构' }).click();
      await page.locator('main').getByRole('link', { name: '市城管局', exact: true }).first().click();
      await page.locator('main a[href$="#item-7"]').first().click();
      await page.waitForURL(/\/minutes\/2022\/013\/#item-7$/u);
      const facts = page.locator('#item-7 .facts');
      expect(await facts.locator('.outcome').innerText()).toBe('原则同意');
      await facts.locator('.grounds > summary').click();
      await facts.getByRole('link', { name: '在原文中看' }).first().click();
      expect(await page.locator(':target').innerText()).toContain('会议原则同意');
    });
  });

  test('one narrows the register by its links', async () => {
    await withPage(browser, { ...PHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${site.url}decisions/2022/`);
      expect(await page.locator('.decision-form').isVisible()).toBe(false);
      await page.locator('#filters a, .filters a').filter({ hasText: '市城管局' }).first().click();
      await page.waitForURL(/\/decisions\/2022\/bureau-cgj\/$/u);
      const rows = await page.locator('table.register tr[data-outcome]').allInnerTexts();
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter((row) => !row.includes('市城管局'))).toEqual([]);
    });
  });
});

describe('window.jiyaoSearch', () => {
  const items = (): z.infer<typeof ITEMS> =>
    ITEMS.parse(JSON.parse(readFileSync(join(inject('sites').real.dir, 'data/items.json'), 'utf8')));
  const bare = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '');

  test.for(['燃气', '会议原则同意', '以市政府办名义印发', '3+3', '数字人民币', '市应急局', '不存在的字词'])(
    'finds for %s exactly the items whose text holds it',
    async (query) => {
      const { total, results } = await ask(query);
      const expected = items()
        .filter(({ text }) => bare(text).includes(bare(query)))
        .map(({ url }) => url);
      expect(results.map(({ url }) => url).toSorted()).toEqual(expected.toSorted());
      expect(total).toBe(expected.length);
    },
  );
});
