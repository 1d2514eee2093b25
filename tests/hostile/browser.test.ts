import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTLESS, REGISTRY } from '../checks/examples.ts';
import { MARK, TEXTS } from './texts.ts';
import { launch } from '../browser/launch.ts';
import { serve, type Server } from '../browser/serve.ts';

/** Texts that the check lets through: with the others nothing is built, which the other tests hold. */
const BUILT = TEXTS.map(({ text }) => text.replaceAll('\n', ' ')).filter(
  (text) =>
    !/[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2028\u2029\u2800\ufff9-\ufffd]/u.test(
      text,
    ) && text.split('(').length === text.split(')').length,
);
const PER_FILE = 30;
/** One that would run wherever it is printed unescaped. */
const LIVE = `"'><img src=x onerror=window.${MARK}=1><script>window.${MARK}=1</script>`;

let folder = '';
let browser: Browser;
let site: Server;

/** Minutes of a city in which every hostile text stands as a heading, and in the text of an item. */
function putContent(): readonly string[] {
  const content = join(folder, 'content');
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  };
  put(
    'bureaus.yaml',
    REGISTRY.replace('$P林业局', () => JSON.stringify(`云岭市<svg/onload=window.${MARK}=1>局`)),
  );
  put('site.yaml', `mode: demo\nname: ${JSON.stringify(`站${LIVE}`)}\nplace: ${JSON.stringify(LIVE)}\n`);
  const files = Array.from({ length: Math.ceil(BUILT.length / PER_FILE) }, (_, at) =>
    BUILT.slice(at * PER_FILE, (at + 1) * PER_FILE),
  );
  return files.map((texts, at) => {
    const number = String(at + 1);
    const head = FAULTLESS.slice(0, FAULTLESS.indexOf('## 一、'))
      .replace('第3号', `第${number}号`)
      .replace('第5次', `第${number}次`)
      .replaceAll('《云岭市公园管理办法》，听取《关于春季造林的情况汇报》', () => `《${LIVE}》`);
    const items = texts.map((text, index) => {
      const escaped = text.replaceAll(/[\\#:]/gu, String.raw`\$&`);
      return `## ${numeral(index + 1)}、审议${escaped}\n\n会议听取了市林业局关于${escaped} 的汇报。会议原则同意《${escaped} 》，以市政府名义印发。`;
    });
    const id = `2024/${number.padStart(3, '0')}`;
    put(`minutes/${id}.md`, `${head}${items.join('\n\n')}\n\n（此件公开发布）\n`);
    return id;
  });
}

function numeral(value: number): string {
  const digits = ['', ...Array.from('一二三四五六七八九')];
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? (digits[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${digits[value % 10] ?? ''}`;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-hostile-'));
  putContent();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/build.ts'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      CONTENT_DIR: join(folder, 'content'),
      OUT_DIR: join(folder, 'site'),
      CACHE_DIR: join(folder, 'cache'),
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  if (status !== 0) throw new Error(stdout + stderr);
  [browser, site] = await Promise.all([
    launch(),
    serve({ dir: join(folder, 'site'), base: '/', content: join(folder, 'content') }),
  ]);
}, 600_000);

afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

/** The addresses of all pages. */
function pages(): readonly string[] {
  return readdirSync(join(folder, 'site'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.replace(/(^|\/)index\.html$/u, '$1'));
}

/** Whatever ran, asked, called out or moved away while a page was read. */
async function traces(page: Page, path: string): Promise<readonly string[]> {
  const found: string[] = [];
  const home = new URL(site.url).origin;
  page.on('dialog', (dialog) => {
    found.push(`${path} asked ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(home) && !request.url().startsWith('data:'))
      found.push(`${path} called ${request.url()}`);
  });
  await page.goto(site.url + path);
  await page.mouse.move(200, 300);
  await page.keyboard.press('Tab');
  const state = await page.evaluate((mark) => {
    const active =
      'a[href^="javascript" i], a[href^="data:" i], iframe, object, embed, base, form[action*="hostile"]';
    const handlers = [...document.querySelectorAll('*')].filter((element) =>
      [...element.attributes].some(({ name }) => /^on|^style$/u.test(name)),
    );
    return {
      ran: mark in window,
      active: document.querySelectorAll(active).length,
      handlers: handlers.length,
      inline: [...document.scripts].filter(({ src, type }) => src === '' && !/json/u.test(type)).length,
    };
  }, MARK);
  if (state.ran) found.push(`${path} ran`);
  if (state.active + state.handlers + state.inline > 0) found.push(`${path} holds ${JSON.stringify(state)}`);
  if (page.url() !== site.url + path) found.push(`${path} moved to ${page.url()}`);
  return found;
}

describe.each([
  ['under the shipped policy', false],
  ['without any policy', true],
])('%s', (_, bypassCSP) => {
  test(
    'no hostile text runs, calls out or becomes an element on any page',
    { timeout: 600_000 },
    async () => {
      const context = await browser.newContext({ bypassCSP });
      const found: string[] = [];
      for (const path of pages()) {
        const page = await context.newPage();
        found.push(...(await traces(page, path)));
        await page.close();
      }
      await context.close();
      expect(found).toEqual([]);
    },
  );

  test('the search shows what it finds as text', { timeout: 120_000 }, async () => {
    const context = await browser.newContext({ bypassCSP });
    const page = await context.newPage();
    expect(await traces(page, `search/?q=${encodeURIComponent('onerror')}`)).toEqual([]);
    await page.getByText('onerror').first().waitFor();
    expect(await page.evaluate((mark) => mark in window, MARK)).toBe(false);
    await context.close();
  });
});

test('what runs would be seen: a page that holds a live text leaves its traces', async () => {
  const path = 'control.html';
  writeFileSync(join(folder, 'site', path), `<!doctype html><p>${LIVE}</p>`);
  const context = await browser.newContext({ bypassCSP: true });
  const found = await traces(await context.newPage(), path);
  await context.close();
  rmSync(join(folder, 'site', path));
  expect(found.join('\n')).toMatch(/^control\.html ran\ncontrol\.html holds /u);
});
