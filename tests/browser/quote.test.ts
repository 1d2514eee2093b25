import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './launch.ts';
import { serve, type Server } from './serve.ts';

let browser: Browser;
let site: Server;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve(inject('sites').told)]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Pastes a quotation and gives what the page says, the summary first. */
async function check(page: Page, quotation: string): Promise<readonly string[]> {
  await page.goto(`${site.url}quote/`);
  await page.getByLabel('引文').fill(quotation);
  await page.getByRole('button', { name: '核对' }).click();
  const status = page.getByRole('status').filter({ hasText: /^共|^没有可以|取不到/u });
  await status.waitFor();
  return [await status.innerText(), ...(await page.locator('.quote-list li').allInnerTexts())];
}

const OLD = '会议原则同意该《办法》，会后由市水利局修改完善，以市政府名义印发。';
const NEW = '会议原则同意该《办法》，会后由市水利局修改完善，以市政府办名义印发。';

test('a sentence as it stands is found, whatever marks and spaces it is quoted with', async () => {
  const page = await browser.newPage();
  const [summary, first] = await check(page, `“${NEW.replaceAll('，', '， ').slice(0, -1)}”`);
  expect(summary).toBe('共1句：1句与原文相同');
  expect(first).toContain('共1处：');
  expect(await page.locator('.quote-list a').first().getAttribute('href')).toBe('/minutes/2024/003/#item-1');
  await page.close();
});

test('a sentence that was changed since shows the change, character by character', async () => {
  const page = await browser.newPage();
  const [summary, first] = await check(page, `报道说：\n${OLD}`);
  expect(summary).toBe('共2句：1句后来改过，1句太短，没有核对');
  const entry = page.locator('.quote-changed');
  expect(await entry.innerText()).toContain('2024-03-21 09:00 更正');
  expect(await entry.locator('ins').allInnerTexts()).toEqual(['办']);
  expect(await entry.getByRole('link', { name: '当时的版本' }).getAttribute('href')).toBe(
    '/minutes/2024/003/v1/',
  );
  expect(first).toContain('太短');
  await page.close();
});

test('what stands nowhere, and what was withdrawn, is not found', async () => {
  const page = await browser.newPage();
  expect(await check(page, '会议决定将该《办法》提请市人大常委会审议通过。会议通过了该方案。')).toEqual([
    '共2句：2句没有找到',
    expect.stringContaining('没有找到'),
    expect.stringContaining('没有找到'),
  ]);
  await page.close();
});

test('nothing that was pasted leaves the browser', async () => {
  const page = await browser.newPage();
  const sent: string[] = [];
  page.on('request', (request) =>
    sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
  );
  await check(page, NEW);
  expect(sent.length).toBeGreaterThan(0);
  for (const request of sent) {
    expect(request).toMatch(/^GET /u);
    expect(decodeURIComponent(request)).not.toContain('原则同意');
  }
  await page.close();
});
