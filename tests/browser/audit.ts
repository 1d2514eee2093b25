import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** The auditor, as a script for a page. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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
export async function audit(page: Page): Promise<readonly string[]> {
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
