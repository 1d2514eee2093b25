import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { launch } from './launch.ts';
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
