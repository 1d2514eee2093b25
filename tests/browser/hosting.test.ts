import { gunzipSync } from 'node:zlib';
import { get } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { headersAt } from '../../src/headers.ts';
import { EXAMPLE } from '../../src/hosting/place.ts';
import { filesOf } from '../site/page.ts';
import { launch } from './launch.ts';
import { checkNginx, hasNginx, serveWithNginx } from './nginx.ts';
import { formerOf, servePlainly, type Server } from './plain-server.ts';
import { CITY_PAGES, REAL_PAGES, TOLD_PAGES } from './templates.ts';

/** The sites as they are served: by nginx with the shipped configuration where this machine has it. */

const sites = inject('sites');
const NGINX = hasNginx();
const PAGES = { real: REAL_PAGES, city: CITY_PAGES, told: TOLD_PAGES } as const;

let browser: Browser;
let servers: Readonly<Record<keyof typeof PAGES, Server>>;

beforeAll(async () => {
  const open = (name: keyof typeof PAGES): Promise<Server> =>
    NGINX ? serveWithNginx(sites[name], formerOf(sites[name].dir)) : servePlainly(sites[name]);
  const [opened, real, city, told] = await Promise.all([launch(), open('real'), open('city'), open('told')]);
  browser = opened;
  servers = { real, city, told };
});

afterAll(async () => {
  await browser.close();
  await Promise.all(Object.values(servers).map((server) => server.close()));
});

test('nginx finds nothing to say of the shipped configuration', () => {
  const former = {
    moved: [{ from: '/gov/minutes/2024/3/', to: '/gov/minutes/2024/003/' }],
    gone: [{ from: '/gov/minutes/2024/004/' }],
  };
  const said = NGINX ? [EXAMPLE, { ...EXAMPLE, base: '/gov/', ...former }].map(checkNginx) : ['', ''];
  expect(said).toEqual(['', '']);
});

describe.for(['real', 'city', 'told'] as const)('the %s site', (name) => {
  test('breaks no policy, fails no request and asks nobody else, on any page', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const faults: string[] = [];
    const hosts = new Set<string>();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.text().includes('Content Security Policy'))
        faults.push(`${page.url()} ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`${page.url()} ${error.message}`));
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    const { url } = servers[name];
    for (const path of PAGES[name].filter((each) => each !== 'no-such-page/' && each !== 'minutes/2024/004/'))
      await page.goto(url + path, { waitUntil: 'networkidle' });
    await page.goto(`${url}search/?q=${encodeURIComponent('会议')}`);
    await page.locator('#search a[href*="/minutes/"]').first().waitFor();
    expect(faults).toEqual([]);
    expect([...hosts]).toEqual([new URL(url).host]);
    await context.close();
  });

  test('sends every header with every kind of file', async () => {
    const { url } = servers[name];
    const assets = filesOf(sites[name].dir).filter((file) => /^(?:_astro\/|search\/data\/)/u.test(file));
    for (const path of ['', 'search/', 'quote/', 'robots.txt', 'SHA256SUMS', 'no-such-page/', ...assets]) {
      const { headers } = await fetch(url + path);
      const sent = headersAt(path).map((header) => ({ ...header, value: headers.get(header.name) }));
      expect({ path, sent }).toEqual({ path, sent: headersAt(path) });
    }
  });

  test('has the types that browsers and programs expect', async () => {
    const { url } = servers[name];
    const typeOf = async (path: string): Promise<string> =>
      ((await fetch(url + path)).headers.get('content-type') ?? '').replace(/;\s*charset=utf-8$/iu, '');
    const meeting = PAGES[name].find((path) => /^minutes\/\d+\/\d+\/$/u.test(path)) ?? '';
    expect(await typeOf('')).toBe('text/html');
    expect(await typeOf('sitemap.xml')).toMatch(/^(?:text|application)\/xml$/u);
    expect(await typeOf(`${meeting}minutes.md`)).toBe('text/markdown');
    expect(await typeOf('data/items.json')).toBe('application/json');
    expect(await typeOf(`${meeting}card.png`)).toBe('image/png');
  });

  test('answers 404 with its own page', async () => {
    const response = await fetch(`${servers[name].url}no-such-page/`);
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('没有这个页面')]);
  });
});

test('what moved answers 301, what is gone answers 410 with the reason', async () => {
  const { url } = servers.told;
  const moved = await fetch(`${url}minutes/2024/3/`, { redirect: 'manual' });
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/minutes/2024/003/']);
  const gone = await fetch(`${url}minutes/2024/004/`);
  expect([gone.status, await gone.text()]).toEqual([410, expect.stringContaining('经复核不应公开')]);
});

test('an address without its last slash leads to the page', async () => {
  const { status, url } = await fetch(`${servers.city.url}search`).then(async (response) => ({
    status: response.status,
    url: response.url,
    text: await response.text(),
  }));
  expect([status, new URL(url).pathname.replace(/\/$/u, '')]).toEqual([200, '/gov/jiyao/search']);
});

test('nginx compresses texts, and only those', async () => {
  const asked = (path: string): Promise<{ encoding: string | undefined; bytes: Buffer }> =>
    new Promise((resolve, reject) => {
      get(servers.real.url + path, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({ encoding: response.headers['content-encoding'], bytes: Buffer.concat(chunks) });
        });
      }).on('error', reject);
    });
  const page = await asked('minutes/2022/013/');
  const picture = await asked('minutes/2022/013/card.png');
  const html = page.encoding === 'gzip' ? gunzipSync(page.bytes) : page.bytes;
  expect([NGINX ? page.encoding : 'gzip', picture.encoding]).toEqual(['gzip', undefined]);
  expect(html.toString()).toContain('安全生产百日攻坚行动方案');
});
