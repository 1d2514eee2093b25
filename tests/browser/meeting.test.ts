import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './launch.ts';
import { withPage } from './page.ts';
import { servePlainly } from './plain-server.ts';
import { serve, type Server } from './serve.ts';

const MEETING = 'minutes/2022/013/';
const DESK = { viewport: { width: 1280, height: 900 } };

let browser: Browser;
let real: Server;

beforeAll(async () => {
  [browser, real] = await Promise.all([launch(), serve(inject('sites').real)]);
});

afterAll(async () => {
  await browser.close();
  await real.close();
});

describe('the meeting page', () => {
  test('sets the text in lines of 34 to 38 characters, 1.75 to 1.9 high', async () => {
    await withPage(browser, DESK, async (page) => {
      await page.goto(real.url + MEETING);
      const { measure, leading } = await page.locator('.official').evaluate((element) => {
        const { fontSize, lineHeight } = getComputedStyle(element);
        const size = Number.parseFloat(fontSize);
        return { measure: element.clientWidth / size, leading: Number.parseFloat(lineHeight) / size };
      });
      expect(measure).toBeGreaterThanOrEqual(34);
      expect(measure).toBeLessThanOrEqual(38);
      expect(leading).toBeGreaterThanOrEqual(1.75);
      expect(leading).toBeLessThanOrEqual(1.9);
    });
  });

  test('shows the sentence behind a fact without a script', async () => {
    await withPage(browser, { ...DESK, javaScriptEnabled: false }, async (page) => {
      await page.goto(real.url + MEETING);
      const grounds = page.locator('#item-1 .grounds');
      expect(await grounds.locator('blockquote').first().isVisible()).toBe(false);
      await grounds.locator('summary').click();
      expect(await grounds.locator('blockquote').first().innerText()).toBe(
        '会议原则同意该《行动方案》，会后由市应急局根据会议讨论情况修改完善，以市安委会名义印发。',
      );
    });
  });

  test('says what an item belongs to when it was reached by a link', async () => {
    await withPage(browser, { ...DESK, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${real.url}${MEETING}#item-4-2`);
      expect(await page.locator('#item-4 .item-context').innerText()).toContain('市政府第9次常务会议');
      expect(await page.locator('#item-3 .item-context').isVisible()).toBe(false);
    });
  });

  test('copies the link of an item with what it is about', async () => {
    await withPage(browser, { ...DESK, permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      await page.goto(real.url + MEETING);
      await page.locator('[data-copy="item-4"]').click();
      const item = await page.evaluate(() => navigator.clipboard.readText());
      expect(item).toBe(
        [
          '四、审议《太仓市深入推进数字人民币试点行动方案》',
          '原则同意｜市政府第9次常务会议2022年7月2日',
          `${real.url}${MEETING}#item-4`,
        ].join('\n'),
      );
      await page.locator('#item-4-2').hover();
      await page.locator('[data-copy="item-4-2"]').click();
      const point = await page.evaluate(() => navigator.clipboard.readText());
      expect(point.split('\n')[0]).toBe('四、审议《太仓市深入推进数字人民币试点行动方案》（二）');
      expect(point.split('\n').at(-1)).toBe(`${real.url}${MEETING}#item-4-2`);
    });
  });

  test('marks in the contents what is being read', async () => {
    await withPage(browser, DESK, async (page) => {
      await page.goto(`${real.url}${MEETING}#item-6`);
      const current = page.locator('.contents a[aria-current="true"]');
      await expect.poll(() => current.getAttribute('href'), { timeout: 10_000 }).toBe('#item-6');
      await page.locator('#attendance').scrollIntoViewIfNeeded();
      await page.evaluate(() => document.querySelector('#attendance')?.scrollIntoView());
      await expect.poll(() => current.getAttribute('href'), { timeout: 10_000 }).toBe('#attendance');
    });
  });

  test('moves nothing while it loads', async () => {
    expect(await shiftsOf(`${real.url}${MEETING}?view=elder`)).toEqual([]);
  });

  test('moves nothing while its text comes over a slow line', async () => {
    const slow = await servePlainly(inject('sites').real, 100);
    try {
      expect(await shiftsOf(`${slow.url}${MEETING}`)).toEqual([]);
      expect(await shiftsOf(`${slow.url}${MEETING}?view=elder`)).toEqual([]);
    } finally {
      await slow.close();
    }
  });
});

/** What moved on a phone while the page at `url` loaded: the elements, as their tags with classes. */
async function shiftsOf(url: string): Promise<unknown> {
  let shifts: unknown;
  await withPage(browser, { viewport: { width: 390, height: 844 } }, async (page) => {
    await page.addInitScript(`
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const { sources } of list.getEntries()) {
          for (const { node } of sources) shifts.push((node?.outerHTML ?? node?.textContent)?.slice(0, 80));
        }
      }).observe({ type: 'layout-shift', buffered: true });
    `);
    await page.goto(url, { waitUntil: 'networkidle' });
    shifts = await page.evaluate('window.shifts');
  });
  return shifts;
}
