import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './launch.ts';
import { serve, type Server } from './serve.ts';
import { CITY_PAGES, REAL_PAGES, TOLD_PAGES } from './templates.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

/** Dark and the themes change colours alone, so that only colours are looked at again; in a theme by the stricter rule too. */
const CONTRAST = ['color-contrast'];
const HIGH_CONTRAST = [...CONTRAST, 'color-contrast-enhanced'];
const VIEWS = [
  { name: 'light', colorScheme: 'light', data: {}, rules: null },
  { name: 'dark', colorScheme: 'dark', data: {}, rules: CONTRAST },
  { name: 'for elders', colorScheme: 'light', data: { view: 'elder', size: 'large' }, rules: null },
  { name: 'for elders, dark', colorScheme: 'dark', data: { view: 'elder' }, rules: CONTRAST },
  {
    name: 'black on white',
    colorScheme: 'dark',
    data: { view: 'elder', theme: 'white' },
    rules: HIGH_CONTRAST,
  },
  {
    name: 'white on black',
    colorScheme: 'light',
    data: { view: 'elder', theme: 'black' },
    rules: HIGH_CONTRAST,
  },
  {
    name: 'yellow on black',
    colorScheme: 'light',
    data: { view: 'elder', theme: 'yellow' },
    rules: HIGH_CONTRAST,
  },
] as const;

/** What axe finds on a page in every view, each with the view and the elements. */
async function audit(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name, colorScheme, data, rules } of VIEWS) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate((wanted) => {
      const { dataset } = document.documentElement;
      for (const key of ['view', 'size', 'theme']) Reflect.deleteProperty(dataset, key);
      Object.assign(dataset, wanted);
    }, data);
    const options = { resultTypes: ['violations'], ...(rules === null ? {} : { runOnly: rules }) };
    const violations: unknown = await page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(
      ({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).slice(0, 3).join(' ')))`);
    if (!Array.isArray(violations)) throw new Error('axe gave no answer');
    found.push(...violations.map((violation) => `${name}: ${String(violation)}`));
  }
  return found;
}

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
