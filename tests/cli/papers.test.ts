import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makePapers, type PapersReport } from '../../src/cli/make-papers.ts';
import { formatManifest, paperPath, readPapers } from '../../src/files/papers.ts';
import { manifestPath } from '../../src/files/paper-folder.ts';
import type { Typesetter } from '../../src/paper/typesetter.ts';
import { QUIET } from '../../src/progress/progress.ts';
import { minutesText } from '../files/repository.ts';

const CITY = join(import.meta.dirname, '..', 'fixtures', 'site', 'content');
const SITE = 'mode: demo\nplace: 云岭市\n';
const NOW = '2026-11-23 09:00';

let folder: string;
let contentDir: string;
let paperDir: string;
/** The documents that were set since the last run. */
let set: string[];

const typesetter: Typesetter = {
  typeset(view) {
    set.push(view.title);
    const text = JSON.stringify(view);
    if (text.includes('〓')) return { kind: 'missing', characters: ['〓'] };
    return { kind: 'pdf', pdf: Buffer.from(`%PDF ${text}`), pages: 1 };
  },
};

async function put(path: string, text: string): Promise<void> {
  const file = join(contentDir, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

async function run(toolchain = 'one'): Promise<PapersReport> {
  set = [];
  const report = await makePapers(
    { contentDir, paperDir, now: NOW, toolchain },
    {
      typesetter,
      read: (path) => readFile(path).catch(() => null),
      write: async (path, bytes) => {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, bytes);
      },
      remove: (path) => rm(path, { force: true }),
      progress: QUIET,
    },
  );
  if (report.entries !== null) await writeFile(manifestPath(paperDir), formatManifest(report.entries));
  return report;
}

/** The ids of the documents that pages would offer for these sources. */
async function offered(sources: Readonly<Record<string, string>>, site = SITE): Promise<readonly string[]> {
  const minutes = Object.entries(sources).map(([id, source]) => ({ id, source }));
  return [...(await readPapers(paperDir, minutes, site)).keys()];
}

const THIRD = minutesText('会议原则同意该《办法》。');
const FOURTH = minutesText('会议通过该《办法》。', { number: 4 });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiyao-papers-'));
  contentDir = join(folder, 'content');
  paperDir = join(folder, 'pdf');
  await put('site.yaml', SITE);
  await put('bureaus.yaml', readFileSync(join(CITY, 'bureaus.yaml'), 'utf8'));
  await put('minutes/2024/003.md', THIRD);
  await put('minutes/2024/004.md', FOURTH);
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('making paper documents', () => {
  test('makes all at first and none when nothing changed', async () => {
    expect((await run()).made).toEqual(['2024/004', '2024/003']);
    const again = await run();
    expect([again.made, again.kept, set]).toEqual([[], 2, []]);
  });

  test('makes anew only what changed', async () => {
    await run();
    await put('minutes/2024/003.md', THIRD.replace('原则同意', '同意'));
    expect((await run()).made).toEqual(['2024/003']);
  });

  test('makes all anew when layout or fonts changed', async () => {
    await run();
    expect((await run('two')).made).toEqual(['2024/004', '2024/003']);
  });

  test('makes anew what was damaged or lost', async () => {
    await run();
    const path = paperPath(paperDir, '2024/003');
    await writeFile(path, (await readFile(path, 'utf8')).replace('P', 'Q'));
    await rm(paperPath(paperDir, '2024/004'));
    expect((await run()).made).toEqual(['2024/004', '2024/003']);
  });

  test('removes the document of minutes that are gone', async () => {
    await run();
    await rm(join(contentDir, 'minutes/2024/004.md'));
    expect([...((await run()).entries?.keys() ?? [])]).toEqual(['2024/003']);
    await expect(readFile(paperPath(paperDir, '2024/004'))).rejects.toThrow('ENOENT');
  });

  test('starts anew when the list of what was made is damaged', async () => {
    await run();
    await writeFile(manifestPath(paperDir), '{"papers": ');
    expect((await run()).made).toHaveLength(2);
  });

  test('tells which characters no font has, and makes the others', async () => {
    await put('minutes/2024/004.md', FOURTH.replace('精心', '精〓'));
    const report = await run();
    expect(report.made).toEqual(['2024/003']);
    expect(report.unprintable).toEqual([{ id: '2024/004', characters: ['〓'] }]);
  });

  test('makes nothing when there is an error', async () => {
    await put('minutes/2024/004.md', FOURTH.replace('主动公开', '公开'));
    const report = await run();
    expect([report.entries, set]).toEqual([null, []]);
    expect(report.findings).toContain('minutes/2024/004.md');
  });
});

describe('a page', () => {
  const sources = { '2024/003': THIRD, '2024/004': FOURTH };

  test('offers the documents that were made of the minutes as they are', async () => {
    expect(await offered(sources)).toEqual([]);
    await run();
    expect(await offered(sources)).toEqual(['2024/003', '2024/004']);
  });

  test('offers none of minutes that changed since, nor of a site that is another', async () => {
    await run();
    expect(await offered({ ...sources, '2024/003': THIRD.replace('同意', '通过') })).toEqual(['2024/004']);
    expect(await offered(sources, 'mode: publish\n')).toEqual([]);
  });

  test('offers none whose file is gone or cut', async () => {
    await run();
    await rm(paperPath(paperDir, '2024/003'));
    await writeFile(paperPath(paperDir, '2024/004'), '%PDF');
    expect(await offered(sources)).toEqual([]);
  });
});
