import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { generateCity } from '../../bench/city/city.ts';
import { buildPart } from '../../src/cli/build-part.ts';
import type { BuildReport } from '../../src/cli/build-report.ts';
import { userFault } from '../../src/files/system-fault.ts';
import { UserError } from '../../src/files/user-error.ts';
import { openBundle } from '../../src/publisher/bundle.ts';
import { CompilingAside } from '../../src/publisher/compile-aside.ts';
import { partFolder, SITE_OF_PART } from '../../src/publisher/part.ts';
import { siteCacheOf, stagedFolder } from '../../src/publisher/site-folders.ts';
import { readState } from '../../src/publisher/site-state.ts';
import { filesBelow } from '../../src/publisher/site-files.ts';
import { newCity, type City } from './city-edits.ts';
import { hashesOf, newWorkshop, NOW, type BuildOptions, type Place, type Workshop } from './place.ts';

/** Whatever the machine has and however few the documents are. */
const ALONE = { count: 1, least: 0, helps: true };
/** All that can be is made by others: this one would have made so little before they have begun. */
const TOGETHER = { count: 3, least: 0, helps: false };

let workshop: Workshop;
let city: City;
let alone: Place;
let together: Place;
beforeAll(() => {
  workshop = newWorkshop();
});
afterAll(() => {
  workshop.remove();
});
beforeEach(() => {
  city = newCity();
  // Published in three years, corrected, withdrawn, renamed.
  for (const at of [0, 0.1, 0.2, 0.05, 0.15, 0.25, 0.4, 0.75]) city.edit(() => at);
  alone = workshop.newPlace();
  together = workshop.newPlace();
});
afterEach(() => {
  city.repository.remove();
});

const BOTH = () =>
  [
    [alone, ALONE],
    [together, TOGETHER],
  ] as const;

/** What a build leaves for the next one, but for what no two builds have in common: when files were written. */
function stateOf({ cache, out }: Place): unknown {
  const state = readState(siteCacheOf(cache, out));
  if (typeof state === 'string') return state;
  const { stored: _stored, parcel, sums, kept, parcels, ...rest } = state;
  return {
    ...rest,
    kept: Object.fromEntries(
      Object.entries(kept).map(([key, { value, ...mark }]) => [key, { ...mark, value: value() }]),
    ),
    parcels: Object.fromEntries(
      Object.entries(parcels).map(([name, { standing: _standing, ...mark }]) => {
        const { files, ...own } = parcel(name);
        const untimed = Object.entries(files).map(([path, { time: _time, ...file }]) => [path, file]);
        return [name, { ...mark, ...own, files: Object.fromEntries(untimed), sums: sums(name) }];
      }),
    ),
  };
}

function told({ phases: _phases, ...report }: BuildReport): unknown {
  return report;
}

/** The generations of search that are kept for the next build; in which order their files came, Pagefind decides. */
function generationsOf({ cache, out }: Place): unknown {
  const { 'state.json': _state, ...files } = hashesOf(join(siteCacheOf(cache, out), 'search'));
  return files;
}

/** Builds alone and together, and holds one against the other. */
async function buildBoth(
  options: BuildOptions = {},
  content: string = city.repository.content,
): Promise<BuildReport> {
  const expected = await alone.build(content, { ...options, threads: ALONE });
  const report = await together.build(content, { ...options, threads: TOGETHER });
  expect(told(report)).toEqual(told(expected));
  expect(hashesOf(together.out)).toEqual(hashesOf(alone.out));
  expect(stateOf(together)).toEqual(stateOf(alone));
  return report;
}

const commit = (files: Readonly<Record<string, string | null>>): void => {
  city.repository.commit('2024-07-01 09:00', '改', files);
};
/** The text of the first minutes of the city. */
const firstOf = (): { readonly path: string; readonly text: string } => {
  const path = filesBelow(city.repository.content).find((each) => each.startsWith('minutes/')) ?? '';
  return { path, text: readFileSync(join(city.repository.content, path), 'utf8') };
};

describe('a build in several threads is that of one', { timeout: 240_000 }, () => {
  test('from the beginning, and on what it left', async () => {
    const first = await buildBoth();
    expect(first.written).toBe(true);
    expect(first.changes.parsed).toBe(first.meetings);
    for (const at of [0.35, 0.2, 0.95]) {
      city.edit(() => at);
      await buildBoth();
    }
    const again = await buildBoth({ now: '2026-12-02 09:00' });
    expect(again.changes).toMatchObject({ parsed: 0, printed: 0, written: 0 });
    await buildBoth({ clean: true });
    const packs = (place: Place) => filesBelow(place.cache).filter((each) => /-\d\.pack$/u.test(each));
    expect(packs(alone)).toEqual([]);
    const folders = new Set(packs(together).map((pack) => dirname(pack)));
    expect([...folders].map((folder) => basename(folder)).toSorted()).toEqual(['parts', 'pieces']);
  });

  test('in shares', async () => {
    const run = { contentDir: city.repository.content, clean: false, now: NOW };
    const built = [];
    for (const [place, threads] of BOTH()) {
      await place.build(city.repository.content, { threads });
      for (const number of [1, 2]) {
        const partsDir = join(place.out, '..', `parts-${String(threads.count)}`);
        const share = { number, of: 2 };
        const report = await buildPart({ ...run, cacheDir: place.cache, partsDir, share, threads });
        const site = join(partFolder(partsDir, share), SITE_OF_PART);
        built.push([told(report), hashesOf(site), stateOf({ ...place, out: site })]);
      }
    }
    expect(built.slice(2)).toEqual(built.slice(0, 2));
  });

  test('where a document is at fault', async () => {
    const { path, text } = firstOf();
    commit({
      [path]: text.replace('市水利局', '市不存在的局').replace('---\n', '---\nunknown: 1\n'),
      'minutes/2023/x.md': '没有文头\n',
    });
    const report = await buildBoth();
    expect(report.written).toBe(false);
    expect(report.findings).toMatch(/minutes\/2023\/x\.md.* 错误 /u);
  });

  test('where a document waits, until it is published', async () => {
    const { path, text } = firstOf();
    commit({ [path]: text.replace(/^published: .*$/mu, 'published: 2027-01-01 09:00') });
    expect((await buildBoth()).waiting).toEqual(['2027-01-01 09:00']);
    expect((await buildBoth({ now: '2027-01-01 09:00' })).waiting).toEqual([]);
  });

  test('with what must not go out, and exceptions from it', async () => {
    const { path, text } = firstOf();
    commit({ [path]: `${text}\n联系电话13812345678。\n` });
    const refused = await buildBoth();
    expect(refused.findings).toContain('138****5678');
    const exception = `- { file: ${path}, rule: leak/mobile, value: 138****5678, reason: 公开的值班电话, by: 张三 }\n`;
    commit({ 'leak-exceptions.yaml': exception });
    await buildBoth();
  });

  test('in a preview', async () => {
    city.edit(() => 0.75);
    expect((await buildBoth({ preview: true })).written).toBe(true);
  });

  test('where the cache is damaged', async () => {
    await buildBoth();
    for (const { cache, out } of [alone, together]) {
      for (const pack of filesBelow(cache).filter((each) => each.endsWith('.pack')))
        writeFileSync(join(cache, pack), 'x');
      rmSync(out, { recursive: true });
    }
    expect((await buildBoth()).anew).toBe('缓存损坏');
  });
});

describe('a city of ninety meetings', { timeout: 240_000 }, () => {
  let content = '';
  beforeAll(() => {
    content = join(workshop.folder, 'ninety');
    for (const { path, source } of generateCity({ meetings: 90, seed: '1', from: 2022, to: 2026 })) {
      mkdirSync(dirname(join(content, path)), { recursive: true });
      writeFileSync(join(content, path), source);
    }
  });

  test('says of no part of its work that more is done than there is', async () => {
    const parts: { name: string; total: number | null; done: number }[] = [];
    const progress = {
      begin: (name: string, total: number | null): void => {
        parts.push({ name, total, done: 0 });
      },
      step: (): void => {
        for (const part of parts.slice(-1)) part.done++;
      },
    };
    await together.build(content, { threads: TOGETHER, progress });
    expect(parts.filter(({ total, done }) => total !== null && done > total)).toEqual([]);
    const pages = parts.filter(({ name }) => name === '页面和数据');
    expect(pages.reduce((sum, { done }) => sum + done, 0)).toBe(pages[0]?.total);
  });

  test('has the same search, whoever makes its generations', async () => {
    const report = await buildBoth({}, content);
    expect(report.changes.generationsMade).toBe(1);
    expect(generationsOf(together)).toEqual(generationsOf(alone));
  });

  test('keeps the folders of a sealed generation but that of the corrected meeting, and lists what stands', async () => {
    await buildBoth({}, content);
    const searchOf = (out: string): readonly string[] =>
      filesBelow(out).filter((path) => path.startsWith('search/data/'));
    const before = searchOf(together.out);
    const path = filesBelow(join(content, 'minutes')).find((each) => each.startsWith('2023')) ?? '';
    const file = join(content, 'minutes', path);
    const text = readFileSync(file, 'utf8');
    const id = path.replace(/\.md$/u, '');
    for (const [source, generations] of [
      [text.replace(/。(?=[^。]*$)/u, '，并按月通报进展。'), 2],
      [text, 1],
    ] as const) {
      writeFileSync(file, source);
      const { changes } = await buildBoth({}, content);
      const { generations: all } = JSON.parse(
        readFileSync(join(together.out, 'search/data/search.json'), 'utf8'),
      );
      expect([changes.printed, all.length]).toEqual([1, generations]);
      const gone = before.filter((each) => !existsSync(join(together.out, each)));
      expect(gone.filter((each) => !each.includes(`/text/${id}-`))).toEqual([]);
      expect(gone.length > 0).toBe(generations === 2);
      const { SHA256SUMS: _sums, ...standing } = hashesOf(together.out);
      const listed = readFileSync(join(together.out, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
      expect(listed).toEqual(
        Object.entries(standing)
          .toSorted(([one], [other]) => (one < other ? -1 : 1))
          .map(([each, hash]) => `${hash}  ${each}`),
      );
    }
  });
});

describe('a thread that can go no further', { timeout: 240_000 }, () => {
  /** What each build throws after something was spoilt. */
  const faultsOf = async (spoil: (place: Place) => void): Promise<readonly unknown[]> => {
    const said: unknown[] = [];
    for (const [place, threads] of BOTH()) {
      spoil(place);
      const before = hashesOf(place.out);
      const thrown: unknown = await place
        .build(city.repository.content, { threads })
        .catch((error: unknown) => error);
      said.push(userFault(thrown)?.message.replace(/（.*/u, '') ?? thrown);
      expect(hashesOf(place.out)).toEqual(before);
      expect(existsSync(stagedFolder(place.out))).toBe(false);
    }
    return said;
  };

  test('stops the build as the build itself would, while documents are checked', async () => {
    const said = await faultsOf(({ cache }) => {
      mkdirSync(join(cache, 'documents'), { recursive: true });
      writeFileSync(join(cache, 'documents', 'parts'), 'no folder');
    });
    expect(said).toEqual(Array(2).fill('路径里有一段不是文件夹'));
  });

  test('and while years are made', async () => {
    await buildBoth();
    city.edit(() => 0.85);
    const said = await faultsOf(({ cache, out }) => {
      const pieces = join(siteCacheOf(cache, out), 'pieces');
      rmSync(pieces, { recursive: true });
      writeFileSync(pieces, 'no folder');
    });
    expect(said).toEqual(Array(2).fill('路径里有一段不是文件夹'));
  });

  test('and while pages are compiled', async () => {
    const cacheDir = join(workshop.folder, 'no folder');
    writeFileSync(cacheDir, '');
    const order = { cacheDir, version: '1' };
    const compiling = new CompilingAside(order);
    await compiling.finish();
    compiling.begin();
    const thrown = [compiling.finish(), openBundle(cacheDir, '1')].map((each) =>
      each.catch((error: unknown) => userFault(error)),
    );
    const [aside, here] = await Promise.all(thrown);
    expect(here).toBeInstanceOf(UserError);
    expect(aside).toEqual(here);
  });
});
