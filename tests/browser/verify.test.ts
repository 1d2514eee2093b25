import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './launch.ts';
import { serve, type Server } from './serve.ts';

const MEETING = 'minutes/2024/031/';

let browser: Browser;
let site: Server;
let dir: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'jiyao-verified-'));
  cpSync(inject('sites').city.dir, dir, { recursive: true });
  [browser, site] = await Promise.all([launch(), serve({ ...inject('sites').city, dir })]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(dir, { recursive: true });
});

async function open(isSecure: boolean): Promise<Page> {
  const page = await browser.newPage();
  if (!isSecure)
    await page.addInitScript(() => {
      Object.defineProperty(window, 'isSecureContext', { value: false });
      Object.defineProperty(crypto, 'subtle', { value: undefined });
    });
  await page.goto(`${site.url}verify/`);
  return page;
}

const hashOf = (file: string): string =>
  createHash('sha256')
    .update(readFileSync(join(dir, file)))
    .digest('hex');

/** Verifies an address and gives the answer. */
async function answer(page: Page, address: string): Promise<string> {
  await page.getByLabel('网址').fill(address);
  await page.getByRole('button', { name: '核对' }).click();
  const status = page.getByRole('status').filter({ hasNotText: '正在核对' }).filter({ hasText: /./u });
  await status.waitFor();
  return status.innerText();
}

describe.for([
  ['an encrypted page', true],
  ['a page without encryption', false],
] as const)('on %s', ([, isSecure]) => {
  test('a page of the site is held against the list', async () => {
    const page = await open(isSecure);
    const said = await answer(page, `https://www.example.invalid/gov/jiyao/${MEETING}#item-1`);
    expect(said).toContain(`✓ “${MEETING}index.html”与校验文件相符`);
    expect(said).toContain(hashOf(`${MEETING}index.html`));
    expect(await answer(page, 'https://elsewhere.invalid/')).toBe('这不是本站的网址');
    await page.close();
  });

  test('a file that a reader has is found again, or not', async () => {
    const page = await open(isSecure);
    const bytes = readFileSync(join(dir, MEETING, 'minutes.md'));
    await page
      .getByLabel('从本站下载的文件')
      .setInputFiles({ name: '纪要.md', mimeType: 'text/markdown', buffer: bytes });
    await page.getByText(`✓ “纪要.md”就是本站的“${MEETING}minutes.md”，一个字节也不差`).waitFor();
    const other = Buffer.concat([bytes, Buffer.from('\n')]);
    await page
      .getByLabel('从本站下载的文件')
      .setInputFiles({ name: '纪要.md', mimeType: 'text/markdown', buffer: other });
    await page.getByText('本站现在没有与“纪要.md”完全相同的文件').waitFor();
    expect(await page.getByRole('status').innerText()).toContain(
      createHash('sha256').update(other).digest('hex'),
    );
    await page.close();
  });
});

test('one flipped byte is seen', async () => {
  const file = join(dir, MEETING, 'index.html');
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.toString().replace('</html>', ' </html>'));
  const page = await open(true);
  expect(await answer(page, `${site.url}${MEETING}`)).toContain('收到的内容被改动过');
  writeFileSync(file, bytes);
  await page.close();
});
