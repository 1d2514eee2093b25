import { readFileSync, writeFileSync } from 'node:fs';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { launch } from './launch.ts';
import { serve, type Server } from './serve.ts';

/** Following without an account: everything stays in the browser. */

const BUREAU = 'yjj';
const FEED = z.looseObject({
  items: z.array(
    z.looseObject({ id: z.string(), url: z.string(), title: z.string(), date_modified: z.string() }),
  ),
  _deleted: z.looseObject({ items: z.array(z.unknown()) }),
});

let browser: Browser;
let site: Server;
let folder: string;
let page: Page;
let asked: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-following-'));
  cpSync(inject('sites').real.dir, folder, { recursive: true });
  [browser, site] = await Promise.all([launch(), serve({ ...inject('sites').real, dir: folder })]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  page = await context.newPage();
  asked = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  return () => context.close();
});

/** Changes the feed of the bureau as a new build would. */
function changeFeed(change: (feed: z.infer<typeof FEED>) => void): void {
  const path = join(folder, 'bureaus', BUREAU, 'feed.json');
  const feed = FEED.parse(JSON.parse(readFileSync(path, 'utf8')));
  change(feed);
  writeFileSync(path, JSON.stringify(feed));
}

const status = async (): Promise<string> => {
  await page.waitForFunction(() => /[。]$/u.test(document.querySelector('[data-status]')?.textContent ?? ''));
  return page.locator('[data-status]').innerText();
};

describe('a reader who follows', () => {
  test('a bureau sees what is new, corrected and withdrawn since, once', async () => {
    await page.goto(`${site.url}bureaus/${BUREAU}/`);
    const fetched = page.waitForResponse((response) => response.url().endsWith('feed.json'));
    await page.getByRole('button', { name: '关注' }).click();
    await fetched;
    expect(await page.getByRole('button', { name: '已关注' }).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('link', { name: '我的关注' }).click();
    await page.waitForURL(/\/following\/$/u);
    expect(await status()).toBe('关注了1项，没有新内容。');

    changeFeed((feed) => {
      const [first, second] = feed.items;
      if (first === undefined || second === undefined) throw new Error('The bureau has two items');
      feed['_deleted'].items.push({ id: second.url, when: '', reason: '重复公开' });
      feed.items.splice(1, 1);
      first.date_modified = '2030-01-02T09:00:00+08:00';
      feed.items.unshift({
        ...first,
        id: `${first.url}-new`,
        url: `${first.url}-new`,
        title: '新的议题',
        date_modified: '2030-01-01T09:00:00+08:00',
      });
    });
    await page.reload();
    expect(await status()).toBe('关注了1项，1项有新内容。');
    const part = page.locator('#following section');
    expect(await part.innerText()).toContain('有新内容：1项；有改动：1项；已撤回：1项。');
    expect(await part.getByRole('listitem').first().innerText()).toContain('新的议题');
    const href = await part.getByRole('link', { name: '新的议题' }).getAttribute('href');
    expect(href).toMatch(new RegExp(`^${new URL(site.url).pathname}minutes/`, 'u'));

    await page.getByRole('button', { name: /标为已看/u }).click();
    await page.reload();
    expect(await status()).toBe('关注了1项，没有新内容。');
    await page.getByRole('button', { name: /不再关注/u }).click();
    await page.reload();
    expect(await status()).toContain('还没有关注');
  });

  test('a topic and a search is told of both, and nothing leaves the browser', async () => {
    await page.goto(`${site.url}topics/gas/`);
    await page.getByRole('button', { name: '关注' }).click();
    await page.goto(`${site.url}search/?q=${encodeURIComponent('燃气')}`);
    await page.getByRole('button', { name: '关注这个检索' }).click();
    await page.waitForFunction(() => /minutes/u.test(localStorage.getItem('jiyao-following') ?? ''));
    await page.goto(`${site.url}following/`);
    expect(await status()).toBe('关注了2项，没有新内容。');
    expect(await page.locator('#following h2').allInnerTexts()).toEqual(['燃气　主题', '燃气　检索']);

    // As if one hit had come since.
    await page.evaluate(() => {
      const kept = localStorage.getItem('jiyao-following') ?? '';
      localStorage.setItem('jiyao-following', kept.replace(/"[^"]*#item-1"/u, '"/other"'));
    });
    await page.reload();
    expect(await status()).toBe('关注了2项，1项有新内容。');
    expect(
      asked.filter((request) => !request.startsWith(`GET ${site.url}`) && !request.startsWith('GET blob:')),
    ).toEqual([]);
  });

  test('something that can no longer be had is told so', async () => {
    await page.goto(`${site.url}following/`);
    await page.evaluate(() => {
      const gone = {
        kind: 'topic',
        key: 'x',
        name: '旧主题',
        href: '/topics/x/',
        feed: '/topics/x/feed.json',
        seen: [],
      };
      localStorage.setItem('jiyao-following', JSON.stringify([gone, { kind: 'odd' }]));
    });
    await page.reload();
    expect(await status()).toBe('关注了1项，没有新内容。');
    expect(await page.locator('#following section').innerText()).toContain('没有取到');
  });
});

test('without JavaScript there is no button, and the page says what to do instead', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${site.url}bureaus/${BUREAU}/`);
  expect(await plain.getByRole('button', { name: '关注' }).count()).toBe(0);
  await plain.goto(`${site.url}following/`);
  expect(await plain.locator('main').innerText()).toContain('用阅读软件或日历订阅');
  await context.close();
});
