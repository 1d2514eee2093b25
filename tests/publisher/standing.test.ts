import { lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lookAtSite } from '../../src/publisher/look-at-site.ts';
import { parcelOf } from '../../src/publisher/parcel.ts';
import { filesBelow } from '../../src/publisher/site-files.ts';
import { readStanding, standingOf } from '../../src/publisher/standing.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-standing-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, text = path): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The digests as a build states them of the files that it leaves. */
function stated(): ReadonlyMap<string, string> {
  const files = filesBelow(folder).map((path) => {
    const { size, mtimeMs } = lstatSync(join(folder, path));
    return [path, { size, time: mtimeMs }] as const;
  });
  const parcels = Map.groupBy(files, ([path]) => parcelOf(path));
  return new Map([...parcels].map(([name, own]) => [name, standingOf(own.toReversed())]));
}

const PATHS = [
  'index.html',
  'minutes/index.html',
  'minutes/2022/index.html',
  'minutes/2022/013/index.html',
  'minutes/2023/001/v1/index.html',
  'bureaus/csglj/2022/index.html',
  'data/json/2022.json',
  'data/csv/items.csv',
  'search/data/a/b/c.pack',
];

describe('what stands in the folder of a site', () => {
  test('is what the build said it left, whoever looks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(PATHS), fc.integer({ min: 0, max: 2 }), async (paths, many) => {
        rmSync(folder, { recursive: true });
        mkdirSync(folder);
        for (const path of paths) write(path);
        const { standing, help } = lookAtSite(folder, many === 0 ? 0 : 1_000_000);
        if (many === 2) help();
        expect(Object.fromEntries(await standing)).toEqual(Object.fromEntries(stated()));
      }),
      { numRuns: 40 },
    );
  });

  test.each(PATHS)('is something else after %s was touched, for its parcel alone', (path) => {
    for (const each of PATHS) write(each);
    const before = readStanding(folder);
    utimesSync(join(folder, path), new Date(), new Date(Date.now() - 5000));
    const after = readStanding(folder);
    const changed = [...before].filter(([name, digest]) => after.get(name) !== digest);
    expect(changed.map(([name]) => name)).toEqual([parcelOf(path)]);
  });

  test('follows no link out of it', () => {
    write('minutes/2022/013/index.html');
    const before = readStanding(folder).get('2022');
    symlinkSync(tmpdir(), join(folder, 'minutes/2022/014'));
    const linked = readStanding(folder).get('2022');
    expect(linked).not.toBe(before);
    expect(readStanding(folder).get('2022')).toBe(linked);
  });

  test('is nothing where there is no folder', async () => {
    const missing = join(folder, 'missing');
    const { standing } = lookAtSite(missing, 1_000_000);
    expect([readStanding(missing).size, (await standing).size]).toEqual([0, 0]);
  });
});
