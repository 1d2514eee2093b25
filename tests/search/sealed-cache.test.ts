import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildSearch, type SearchIndexReport } from '../../src/search/index-builder.ts';
import { filesIn } from './files-in.ts';
import { inventRecords } from './invented.ts';
import { sourceOf } from './source.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiyao-sealed-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const RECORDS = inventRecords(24, 7);
const OPTIONS = { index: 'pairs', limits: { sealed: 8, newest: 4, fresh: 4 } } as const;

describe('a cache of generations', () => {
  test('gives the same bytes, whichever of its files was damaged', async () => {
    const clean = join(folder, 'clean');
    const cache = join(folder, 'cache');
    await buildSearch(sourceOf(RECORDS), clean, { ...OPTIONS, cache });
    const paths = Object.keys(filesIn(cache));
    // What is beside the generations, and of those every ninth.
    const damaged = paths.filter((path, at) => !path.includes('/') || at % 9 === 0);
    expect(damaged.some((path) => path.endsWith('.text'))).toBe(true);
    for (const path of damaged) {
      const spoilt = join(folder, 'spoilt');
      const out = join(folder, 'out');
      for (const each of [spoilt, out]) rmSync(each, { recursive: true, force: true });
      cpSync(cache, spoilt, { recursive: true });
      appendFileSync(join(spoilt, path), 'x');
      await buildSearch(sourceOf(RECORDS), out, { ...OPTIONS, cache: spoilt });
      expect([path, filesIn(out)]).toEqual([path, filesIn(clean)]);
    }
  });
});

describe('the search of a site that stands', () => {
  /** What stands in a site as it was built. */
  const standingIn = (out: string, { folders }: SearchIndexReport) => {
    const states = new Map(folders.map(({ path, state }) => [path, state]));
    return {
      hasFile: (path: string) => existsSync(join(out, path)),
      hasFolder: (path: string, state: string) => states.get(path) === state,
    };
  };

  test('is put where a meeting was corrected, and nowhere else', async () => {
    const cache = join(folder, 'standing');
    const before = join(folder, 'before');
    const first = await buildSearch(sourceOf(RECORDS), before, { ...OPTIONS, cache });
    const meeting = RECORDS[0]?.meeting ?? '';
    const corrected = sourceOf(
      RECORDS.map((record) =>
        record.meeting === meeting ? { ...record, text: `${record.text}更正。` } : record,
      ),
    );
    const staged = join(folder, 'staged');
    const standing = standingIn(before, first);
    const report = await buildSearch(corrected, staged, { ...OPTIONS, cache, standing });
    const whole = join(folder, 'whole');
    await buildSearch(corrected, whole, { ...OPTIONS, cache });

    const kept = report.folders.filter(({ stands }) => stands).map(({ path }) => path);
    const folderIn = (path: string): string =>
      report.folders
        .map(({ path: each }) => each)
        .filter((each) => path.startsWith(each))
        .toSorted((one, other) => other.length - one.length)[0] ?? '';
    const stood = Object.entries(filesIn(before)).filter(([path]) => kept.includes(folderIn(path)));
    const entered = report.files.map((path) => [
      path,
      readFileSync(join(existsSync(join(staged, path)) ? staged : before, path)).toString('base64'),
    ]);
    expect(Object.fromEntries([...stood, ...entered])).toEqual(filesIn(whole));

    const opened = report.folders.filter(({ stands }) => !stands);
    const ofMeeting = opened.filter(({ state }) => state.split(' ').includes(meeting));
    expect(ofMeeting).toHaveLength(1);
    expect(kept.length).toBe(first.folders.length - 1);
    expect(report.made).toBe(1);
    const put = Object.keys(filesIn(staged)).filter((path) => path.split('/').length > 3);
    const fresh = opened.find(({ path, state }) => state === '' && !path.includes('/text/'))?.path ?? '?';
    expect(put.filter((path) => !path.startsWith(fresh))).toEqual([]);
  });
});
