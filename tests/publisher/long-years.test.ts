import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateCity } from '../../bench/city/city.ts';
import type { BuildReport } from '../../src/cli/build-report.ts';
import { filesBelow } from '../../src/publisher/site-files.ts';
import { hashesOf, newWorkshop, type Place, type Workshop } from './place.ts';

let workshop: Workshop;
let content: string;
let place: Place;
/** The newest minutes, which the tests publish and take back. */
let newest: string;
let aside: string;

beforeAll(() => {
  workshop = newWorkshop();
  content = join(workshop.folder, 'content');
  for (const { path, source } of generateCity({ meetings: 104, seed: '1', from: 2025, to: 2026 })) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    // All in one year of addresses.
    writeFileSync(join(content, path.replace('minutes/2026/', 'minutes/2025/9')), source);
  }
  const minutes = filesBelow(content).filter((path) => path.startsWith('minutes/'));
  for (const path of minutes.slice(101)) renameSync(join(content, path), join(workshop.folder, 'unused'));
  newest = join(content, minutes[100] ?? '');
  aside = join(workshop.folder, 'aside.md');
  place = workshop.newPlace();
});

afterAll(() => {
  workshop.remove();
});

/** Which generations search is made of tells the history of a site (ADR 21), and the list of hashes them. */
const OF_SEARCH = /^(?:search\/data\/|SHA256SUMS$|manifest\.json$|releases\.json$)/u;

const pagesOf = (out: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(hashesOf(out)).filter(([path]) => !OF_SEARCH.test(path)));

/** Builds on the last build, and holds it against a build from the beginning. */
async function build(): Promise<BuildReport> {
  const report = await place.build(content);
  const other = workshop.newPlace();
  await other.build(content);
  expect(pagesOf(place.out)).toEqual(pagesOf(other.out));
  return report;
}

const monthsOf = (): readonly string[] =>
  filesBelow(place.out).filter((path) => /^minutes\/2025-\d\d\/index\.html$/u.test(path));

describe('the hundred-and-first meeting of a year', { timeout: 240_000 }, () => {
  test('makes its lists be told by month, on what the last build left as from the beginning', async () => {
    renameSync(newest, aside);
    await place.build(content);
    expect(monthsOf()).toEqual([]);
    renameSync(aside, newest);
    await build();
    expect(monthsOf().length).toBeGreaterThan(10);
  });

  test('is corrected, and changes what tells of it alone', async () => {
    const before = hashesOf(place.out);
    const text = readFileSync(newest, 'utf8');
    const corrected = text.replace(/原则同意/u, '同意');
    expect(corrected).not.toBe(text);
    writeFileSync(newest, corrected);
    await build();
    const now = hashesOf(place.out);
    const lists = Object.keys(now).filter(
      (path) => before[path] !== now[path] && /^(?:minutes|decisions|bureaus|documents)\/.*2025-/u.test(path),
    );
    const months = lists.map((path) => /2025-\d\d/u.exec(path)?.[0]);
    expect(new Set(months).size).toBe(1);
    expect(lists.some((path) => path.startsWith('decisions/2025-'))).toBe(true);
  });

  test('is withdrawn, and the year is one page again where nobody knows of its months', async () => {
    renameSync(newest, aside);
    await build();
    expect(monthsOf()).toEqual([]);
  });
});
