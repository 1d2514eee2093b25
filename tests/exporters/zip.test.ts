import { spawnSync } from 'node:child_process';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundles, hasWholePackage, WHOLE_PACKAGE } from '../../src/exporters/bundles.ts';
import { catalogue } from '../../src/exporters/catalogue.ts';
import { joinZips, zipCutter, zipOf, zipPieces } from '../../src/zip/zip.ts';
import { dataView } from '../../src/views/data.ts';
import { markdownFile } from '../../src/minutes/downloads.ts';
import { CITIES, writtenBy } from './cities.ts';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('joinZips', () => {
  const files = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z0-9]{1,8}\.txt$/u), fc.string()), {
    selector: ([path]) => path,
    maxLength: 9,
  });

  test('gives every file of every zip, and can be joined again', () => {
    fc.assert(
      fc.property(files, fc.nat(9), fc.nat(9), (all, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const zips = [all.slice(0, from), all.slice(from, to), all.slice(to)].map(zipOf);
        const nested = joinZips([joinZips(zips.slice(0, 2)), ...zips.slice(2)]);
        const read = Object.entries(unzipSync(nested)).map(([path, bytes]) => [path, text(bytes)]);
        expect(read).toEqual(all.map(([path, content]) => [path, content]));
        expect(joinZips(zips)).toEqual(nested);
      }),
    );
  });

  test('gives of stretches that were cut out of a zip the same as of what they were made of', () => {
    fc.assert(
      fc.property(files, fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 5 }), (all, cuts) => {
        const old = joinZips(all.map((file) => zipOf([file])));
        const { count, cut } = zipCutter(old.length, ({ start, end }) => old.subarray(start, end));
        expect(count).toBe(all.length);
        const stretches = cuts.map(([one, other]) => {
          const [from, to] = [Math.min(one, other, count), Math.min(Math.max(one, other), count)];
          return { cut: cut(from, to), made: all.slice(from, to) };
        });
        const added = zipOf([['中间.txt', '新的']]);
        const expected = stretches.flatMap(({ made }) => [...made.map((file) => zipOf([file])), added]);
        const pieces = Array.from(zipPieces(stretches.flatMap((each) => [each.cut, added])), (piece) =>
          piece instanceof Uint8Array ? piece : old.subarray(piece.start, piece.end),
        );
        expect(Buffer.concat(pieces).equals(joinZips(expected))).toBe(true);
      }),
    );
  });

  test('gives the same bytes wherever and whenever it is made', () => {
    const script = `import { zipOf } from './src/zip/zip.ts';
      process.stdout.write(zipOf([['甲.md', '正文']]));`;
    const bytes = ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'].map((zone) =>
      spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
        env: { ...process.env, TZ: zone },
      }).stdout.toString('hex'),
    );
    expect(new Set(bytes).size).toBe(1);
    expect(text(unzipSync(Buffer.from(bytes[0] ?? '', 'hex'))['甲.md'])).toBe('正文');
  });
});

describe.each(CITIES)('the packages of $name', (city) => {
  const written = new Map(writtenBy(bundles, city).map(({ path, content }) => [path, content]));
  const open = (path: string): Readonly<Record<string, Uint8Array>> => {
    const content = written.get(path);
    if (!(content instanceof Uint8Array)) throw new Error(`No package ${path}`);
    return unzipSync(content);
  };

  test('hold the Markdown of each meeting, by year and in all', () => {
    const whole = open('data/zip/all.zip');
    for (const minutes of city.corpus.minutes) {
      const year = open(`data/zip/${minutes.id.slice(0, 4)}.zip`);
      expect(text(year[`${minutes.id}.md`])).toBe(markdownFile(minutes));
      expect(whole[`${minutes.id}.json`]).toEqual(year[`${minutes.id}.json`]);
    }
    expect(Object.keys(whole)).toHaveLength(city.corpus.minutes.length * 2 + 1);
    expect(text(whole['README.txt'])).toContain(city.site.name);
  });
});

describe('the package of all years', () => {
  test('is there as long as a zip holds two files of each meeting and one about them', () => {
    expect([0, 1, 2000, 2001].map(hasWholePackage)).toEqual([false, true, true, false]);
  });

  test.each(CITIES)('is offered by the pages of $name only while it is there', ({ corpus, site }) => {
    const times = Math.ceil(32_768 / corpus.minutes.length);
    const grown = { ...corpus, minutes: Array.from({ length: times }, () => corpus.minutes).flat() };
    expect(dataView(corpus, site).whole).toBe(`/${WHOLE_PACKAGE}`);
    expect(dataView(grown, site).whole).toBeNull();
    expect(catalogue.listed(corpus)).toContain(WHOLE_PACKAGE);
    expect(catalogue.listed(grown)).not.toContain(WHOLE_PACKAGE);
    expect(catalogue.write(grown, site, new Map())).not.toContain(WHOLE_PACKAGE);
  });
});
