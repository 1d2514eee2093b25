import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './launch.ts';
import { withPage } from './page.ts';
import { serve, type Server } from './serve.ts';

const MEETING = 'minutes/2022/013/';
/** The tables are a megabyte. */
const PATIENCE = { timeout: 30_000 };

let browser: Browser;
let real: Server;

beforeAll(async () => {
  [browser, real] = await Promise.all([launch(), serve(inject('sites').real)]);
});

afterAll(async () => {
  await browser.close();
  await real.close();
});

describe('traditional characters', () => {
  test('are shown on request, word by word, and on the next page', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(real.url);
      await page.getByRole('link', { name: '繁體' }).click();
      await expect.poll(() => page.locator('h1').innerText(), PATIENCE).toBe('政府常務會議紀要');
      await page.goto(real.url + MEETING);
      await expect.poll(() => page.locator('h1').innerText(), PATIENCE).toContain('太倉市人民政府');
      expect(await page.locator('#item-1').innerText()).toContain('會後由市應急局根據會議討論情況修改完善');
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hant');
      await page.getByRole('link', { name: '简体' }).click();
      await expect.poll(() => page.locator('h1').innerText(), PATIENCE).toContain('太仓市人民政府');
    });
  });

  test('are neither copied nor printed: the official text stays simplified', async () => {
    await withPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      await page.goto(`${real.url}${MEETING}?zh=hant`);
      const text = page.locator('#item-4-2 [data-row]');
      await expect.poll(() => text.innerText(), PATIENCE).toContain('各責任單位要牽頭做好數字人民幣');
      await text.evaluate((element) => getSelection()?.selectAllChildren(element));
      await page.keyboard.press('Control+C');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        '（二）各责任单位要牵头做好数字人民币在各自领域的试点推广工作，要针对任务把握工作重点、倒排时序进度，积极推进各项应用场景落地。',
      );
      await page.locator('[data-copy="item-4"]').click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
        '四、审议《太仓市深入推进数字人民币试点行动方案》\n原则同意｜市政府第9次常务会议',
      );
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      expect(await text.innerText()).toContain('各责任单位要牵头做好数字人民币');
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      expect(await text.innerText()).toContain('各責任單位');
    });
  });

  test('cost nothing where nobody asks for them', async () => {
    await withPage(browser, {}, async (page) => {
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(real.url + MEETING, { waitUntil: 'networkidle' });
      expect(requests.filter((url) => /convert|traditional|STPhrases/u.test(url))).toEqual([]);
    });
  });
});
