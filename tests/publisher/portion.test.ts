import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildSite } from '../../src/cli/build-site.ts';
import { filesBelow } from '../../src/publisher/site-files.ts';
import { newCity } from './city-edits.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiyao-portion-'));
const city = newCity();
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  city.repository.remove();
});

test('a portion of a site is what it names, with the bytes of the whole', { timeout: 120_000 }, async () => {
  const run = {
    contentDir: city.repository.content,
    cacheDir: join(folder, 'cache'),
    now: '2026-12-01 09:00',
    preview: false,
    clean: false,
  };
  const whole = join(folder, 'whole');
  const part = join(folder, 'part');
  expect(await buildSite({ ...run, outDir: whole })).toMatchObject({ written: true });
  const has = (path: string): boolean => /^minutes\/\d{4}\/\d+\/(?:index\.html|minutes\.json)$/u.test(path);
  const portion = { share: null, has, hasGeneration: () => false };
  expect(await buildSite({ ...run, outDir: part, portion })).toMatchObject({
    written: true,
    unchanged: false,
  });
  const made = filesBelow(part).toSorted();
  expect(made).toEqual(filesBelow(whole).filter(has).toSorted());
  expect(made.length).toBeGreaterThan(4);
  for (const path of made) expect(readFileSync(join(part, path))).toEqual(readFileSync(join(whole, path)));
});
