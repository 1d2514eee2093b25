import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatLedger, parseLedger } from '../../src/corpus/ledger.ts';
import { buildSite } from '../site/build.ts';
import { AXE, audit } from './audit.ts';
import { launch } from './launch.ts';
import { servePlainly, type Server } from './plain-server.ts';

let folder = '';
let browser: Browser;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-emptied-'));
  const content = join(folder, 'content');
  cpSync('content', content, { recursive: true });
  const file = join(content, 'ledger.json');
  const { ledger, lists } = parseLedger(readFileSync(file, 'utf8'), file);
  writeFileSync(file, formatLedger(ledger, [...lists, 'bureaus/yjj/2021/']));
  writeFileSync(
    join(content, 'tombstones.yaml'),
    '- { id: 2021/007, kind: 撤回, date: 2026-11-01, reason: 复核未通过, name: 第7次会议纪要 }\n',
  );
  const site = buildSite(content, join(folder, 'site'), '/');
  [browser, server] = await Promise.all([launch(), servePlainly(site)]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

describe.for([390, 1280])('a list with nothing left to list, at %i px', (width) => {
  test.for(['minutes/2021/', 'bureaus/yjj/2021/'])('%s says so and leads on', async (path) => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, bypassCSP: true });
    const page = await context.newPage();
    const response = await page.goto(server.url + path);
    expect(response?.status()).toBe(200);
    expect(await page.locator('h1').textContent()).toBe('这个页面现在没有内容');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(overflow).toBe(false);
    await page.addScriptTag({ content: AXE });
    expect(await audit(page)).toEqual([]);
    await page.getByRole('link', { name: '第7次会议纪要' }).click();
    expect(await page.locator('h1').textContent()).toBe('这份纪要已经撤回');
    await page.goBack();
    await page.locator('.former').getByRole('link', { name: '会议纪要', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/minutes/');
    await context.close();
  });
});
