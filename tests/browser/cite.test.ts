import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './launch.ts';
import { serve, type Server } from './serve.ts';

const MEETING = 'minutes/2024/003/';

let browser: Browser;
let site: Server;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve(inject('sites').told)]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** What a reader would paste. */
async function paste(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
    const command: unknown = Reflect.get(document, 'execCommand');
    if (typeof command === 'function') command.call(document, 'paste');
    const pasted = field.value === '' ? await navigator.clipboard.readText() : field.value;
    field.remove();
    return pasted;
  });
}

async function open(url: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const URL_OF = `https://www.example.invalid/${MEETING}`;
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

describe('one tap copies the citation', () => {
  test('of an item and of a point, and says so to screen readers', async () => {
    const page = await open(site.url + MEETING);
    const status = page.getByRole('status').filter({ hasText: '已复制' });
    await page.getByRole('button', { name: '引用议题一', exact: true }).click();
    await status.waitFor();
    expect(await status.innerText()).toBe('已复制议题一的引文（通用）');
    expect(await paste(page)).toMatch(
      /^《云岭市人民政府常务会议纪要》（第3号），.*，议题一“审议《云岭市公园管理办法》”，2024年3月25日公开，第3版，https:\S+#item-1 （原文SHA-256 [0-9a-f]{16}）$/u,
    );
    await page.getByRole('button', { name: '引用议题一第（二）点' }).click();
    await expect.poll(() => status.innerText()).toBe('已复制议题一第（二）点的引文（通用）');
    expect(await paste(page)).toContain(`，议题一第（二）点，2024年3月25日公开，第3版，${URL_OF}#item-1-2 `);
    await page.context().close();
  });

  test('in the form the reader chose, which is remembered', async () => {
    const page = await open(site.url + MEETING);
    await page.getByLabel('格式').selectOption({ label: 'GB/T 7714—2015' });
    await page.getByRole('button', { name: '复制引文' }).click();
    await expect.poll(() => paste(page)).toContain(`(2024-03-25)[${today()}]. ${URL_OF}. SHA-256 `);
    await page.reload();
    await page.getByRole('button', { name: '引用议题一', exact: true }).click();
    await expect.poll(() => paste(page)).toContain(`[${today()}]. ${URL_OF}#item-1. `);
    await page.getByLabel('格式').selectOption({ label: '链接，标出原句' });
    await page.getByRole('button', { name: '引用议题一第（一）点' }).click();
    await expect.poll(() => paste(page)).toMatch(/#item-1-1:~:text=%EF%BC%88%E4%B8%80/u);
    await page.context().close();
  });

  test('where the connection is not encrypted', async () => {
    const page = await open(site.url + MEETING);
    // Only 127.0.0.1 counts as safe without encryption; this is what a page sees elsewhere.
    await page.addInitScript(() => {
      Object.defineProperty(window, 'isSecureContext', { value: false });
    });
    await page.reload();
    await page.getByRole('button', { name: '引用议题一', exact: true }).click();
    await expect.poll(() => paste(page)).toContain('议题一“审议');
    await page.context().close();
  });

  test('on a page that was saved to disk and has no server', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jiyao-saved-'));
    const html = readFileSync(join(inject('sites').told.dir, MEETING, 'index.html'), 'utf8');
    const saved = html.replaceAll(/(src|href)="\/(_astro\/[^"]+)"/gu, (_, name: string, path: string) => {
      const file = path.replace('_astro/', '');
      writeFileSync(join(folder, file), readFileSync(join(inject('sites').told.dir, path)));
      return `${name}="./${file}"`;
    });
    writeFileSync(join(folder, 'saved.html'), saved);
    const page = await open(pathToFileURL(join(folder, 'saved.html')).href);
    await page.getByRole('button', { name: '引用议题一第（二）点' }).click();
    await page.getByText('已复制议题一第（二）点的引文（通用）').waitFor();
    expect(await paste(page)).toContain('，议题一第（二）点，');
    await page.context().close();
    rmSync(folder, { recursive: true });
  });

  test('or shows it for copying by hand where the browser forbids it', async () => {
    const page = await open(site.url + MEETING);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'isSecureContext', { value: false });
      Object.defineProperty(document, 'execCommand', { value: () => false });
    });
    await page.reload();
    await page.getByRole('button', { name: '引用议题一', exact: true }).click();
    const field = page.getByRole('textbox', { name: '引文' });
    expect(await field.inputValue()).toContain('议题一“审议');
    expect(await field.evaluate((box) => document.activeElement === box)).toBe(true);
    await page.context().close();
  });
});

test('without scripts the citation can be read and selected', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url + MEETING);
  const section = page.getByRole('region', { name: '引用' });
  expect(await section.innerText()).toContain(
    '(2024-03-25)[引用日期]. https://www.example.invalid/minutes/2024/003/. SHA-256 ',
  );
  expect(await section.getByRole('button').count()).toBe(0);
  await context.close();
});
