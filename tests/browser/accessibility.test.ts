import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
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

/** The themes change colours alone, so that only colours are looked at again, by the stricter rule too. */
const COLOURS = ['color-contrast', 'color-contrast-enhanced'];
const VIEWS = [
  { name: 'light', colorScheme: 'light', query: '', rules: null },
  { name: 'dark', colorScheme: 'dark', query: '', rules: null },
  { name: 'for elders', colorScheme: 'light', query: '?view=elder&size=large', rules: null },
  { name: 'for elders, dark', colorScheme: 'dark', query: '?view=elder', rules: ['color-contrast'] },
  { name: 'black on white', colorScheme: 'dark', query: '?view=elder&theme=white', rules: COLOURS },
  { name: 'white on black', colorScheme: 'light', query: '?view=elder&theme=black', rules: COLOURS },
  { name: 'yellow on black', colorScheme: 'light', query: '?view=elder&theme=yellow', rules: COLOURS },
] as const;

test.for([390, 1280].flatMap((width) => VIEWS.map((view) => ({ width, ...view }))))(
  'axe finds nothing at $width px, $name',
  async ({ width, colorScheme, query, rules }) => {
    // The policy of the pages would keep the auditor out.
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      colorScheme,
      bypassCSP: true,
    });
    const page = await context.newPage();
    const found: string[] = [];
    for (const url of [
      ...REAL_PAGES.map((path) => real.url + path),
      ...CITY_PAGES.map((path) => city.url + path),
      ...TOLD_PAGES.map((path) => told.url + path),
    ]) {
      await page.goto(url + query);
      await page.addScriptTag({ content: AXE });
      const violations: unknown =
        await page.evaluate(`axe.run(document, { resultTypes: ['violations']${rules === null ? '' : `, runOnly: ${JSON.stringify(rules)}`} }).then(
        ({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).slice(0, 3).join(' ')))`);
      if (!Array.isArray(violations)) throw new Error('axe gave no answer');
      found.push(...violations.map((violation) => `${url}: ${String(violation)}`));
    }
    expect(found).toEqual([]);
    await context.close();
  },
  // Every template, one after the other.
  300_000,
);
