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

const SCHEMES = ['light', 'dark'] as const;

test.for([390, 1280].flatMap((width) => SCHEMES.map((colorScheme) => ({ width, colorScheme }))))(
  'axe finds nothing at $width px, $colorScheme',
  async ({ width, colorScheme }) => {
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
      await page.goto(url);
      await page.addScriptTag({ content: AXE });
      const violations: unknown =
        await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(
        ({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).slice(0, 3).join(' ')))`);
      if (!Array.isArray(violations)) throw new Error('axe gave no answer');
      found.push(...violations.map((violation) => `${url}: ${String(violation)}`));
    }
    expect(found).toEqual([]);
    await context.close();
  },
);
