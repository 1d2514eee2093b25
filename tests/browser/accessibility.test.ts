import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { AXE, audit } from './audit.ts';
import { launch } from './launch.ts';
import { serve, type Server } from './serve.ts';
import { CITY_PAGES, REAL_PAGES, TOLD_PAGES } from './templates.ts';

let browser: Browser;
let real: Server;
let city: Server;
let told: Server;

beforeAll(async () => {
  [browser, real, city, told] = await Promise.all([
    launch(),
    serve(inject('sites').real),
    serve(inject('sites').city),
    serve(inject('sites').told),
  ]);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([real.close(), city.close(), told.close()]);
});

test.for(
  [390, 1280].flatMap((width) => [
    { width, site: 'the real minutes', urls: () => REAL_PAGES.map((path) => real.url + path) },
    { width, site: 'the fictional city', urls: () => CITY_PAGES.map((path) => city.url + path) },
    { width, site: 'a told history', urls: () => TOLD_PAGES.map((path) => told.url + path) },
  ]),
)(
  'axe finds nothing in any view of $site at $width px',
  // Every template in seven views, one after the other.
  { timeout: 600_000 },
  async ({ width, urls }) => {
    // The policy of the pages would keep the auditor out.
    const context = await browser.newContext({ viewport: { width, height: 844 }, bypassCSP: true });
    const page = await context.newPage();
    const found: string[] = [];
    for (const url of urls()) {
      await page.goto(url);
      await page.addScriptTag({ content: AXE });
      found.push(...(await audit(page)).map((violation) => `${url} ${violation}`));
    }
    expect(found).toEqual([]);
    await context.close();
  },
);
