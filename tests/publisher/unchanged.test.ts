import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ContentIndex } from '../../src/publisher/content-index.ts';
import { codeVersion } from '../../src/publisher/generator.ts';
import { digestOfInputs, wasTouched } from '../../src/publisher/inputs.ts';
import { findLastBuild, readLastBuild } from '../../src/publisher/last-build.ts';
import { lookAtSite } from '../../src/publisher/look-at-site.ts';
import { siteCacheOf } from '../../src/publisher/site-folders.ts';
import { filesBelow } from '../../src/publisher/site-files.ts';
import { minutesText } from '../files/repository.ts';
import { newCity, type City } from './city-edits.ts';
import { hashesOf, newWorkshop, NOW, type Place, type Workshop } from './place.ts';

const WAITS = '2026-12-01 15:30';

let workshop: Workshop;
let city: City;
let place: Place;
let papers = '';

beforeAll(async () => {
  workshop = newWorkshop();
  papers = join(workshop.folder, 'papers');
  vi.stubEnv('PDF_DIR', papers);
  city = newCity();
  city.repository.commit('2024-06-02 09:00', '定时发布', {
    'minutes/2024/900.md': minutesText('会议同意该《办法》。', { number: 900, published: WAITS }),
    'minutes/2024/901.md': minutesText('会议同意该《办法》。', {
      number: 901,
      published: '2026-12-01 18:00',
    }),
  });
  place = workshop.newPlace();
  await place.build(city.repository.content);
});
afterAll(() => {
  vi.unstubAllEnvs();
  city.repository.remove();
  workshop.remove();
});

const CODE = codeVersion();

/** Whether a build would see that nothing has changed. */
async function isKnown({
  now = NOW,
  preview = false,
  code = CODE,
  contentDir = city.repository.content,
} = {}): Promise<boolean> {
  const index = new ContentIndex(join(workshop.folder, 'no-index.json'), contentDir);
  const input = await digestOfInputs({ contentDir, preview, code, index });
  const cache = siteCacheOf(place.cache, place.out);
  const { standing } = lookAtSite(place.out, 0);
  return (await findLastBuild(cache, readLastBuild(cache), { input, now, standing })) !== null;
}

const marksOf = (folder: string): readonly string[] =>
  filesBelow(folder).map((path) => {
    const { ino, size, mtimeMs, ctimeMs } = lstatSync(join(folder, path));
    return [path, ino, size, mtimeMs, ctimeMs].join(' ');
  });

describe('a build without changes', () => {
  test('touches no file and says the same again', async () => {
    const before = [...marksOf(place.out), ...marksOf(place.cache)].filter(
      (mark) => !mark.startsWith('bundle'),
    );
    const report = await place.build(city.repository.content, { now: '2026-12-01 15:29' });
    expect(report).toMatchObject({ written: true, unchanged: true, anew: null, meetings: 3 });
    expect(report.waiting).toEqual([WAITS, '2026-12-01 18:00']);
    expect(report.changes).toMatchObject({ written: 0, deleted: 0, kept: filesBelow(place.out).length });
    const after = [...marksOf(place.out), ...marksOf(place.cache)].filter(
      (mark) => !mark.startsWith('bundle'),
    );
    expect(after).toEqual(before);
  });

  test('is none with --clean', async () => {
    const other = workshop.newPlace();
    await other.build(city.repository.content);
    expect(await other.build(city.repository.content, { clean: true })).toMatchObject({ unchanged: false });
  });

  test('is none after one that found errors, and what it says is the last word', async () => {
    const other = workshop.newPlace();
    await other.build(city.repository.content);
    const file = join(city.repository.content, 'holidays.yaml');
    const source = readFileSync(file);
    writeFileSync(file, '- 错\n');
    for (const _ of [1, 2])
      expect(await other.build(city.repository.content)).toMatchObject({ written: false, unchanged: false });
    writeFileSync(file, source);
    expect(await other.build(city.repository.content)).toMatchObject({ written: true, unchanged: false });
    expect(await other.build(city.repository.content)).toMatchObject({ unchanged: true });
  });

  test('brings the document whose time has come, with the bytes of a clean build', async () => {
    const other = workshop.newPlace();
    await other.build(city.repository.content);
    const report = await other.build(city.repository.content, { now: WAITS });
    expect(report).toMatchObject({ unchanged: false, meetings: 4, waiting: ['2026-12-01 18:00'] });
    expect(await other.build(city.repository.content, { now: WAITS })).toMatchObject({ unchanged: true });
    const clean = workshop.newPlace();
    await clean.build(city.repository.content, { now: WAITS, clean: true });
    expect(hashesOf(other.out)).toEqual(hashesOf(clean.out));
  });
});

/** Other bytes of the same length, with the times of the file as they were. */
function forge(file: string): void {
  const { atime, mtime } = statSync(file);
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 2) ^ 1, bytes.length - 2);
  writeFileSync(file, bytes);
  utimesSync(file, atime, mtime);
}

/** Does something to a file, or to nothing where there is none, and undoes it. */
function changing(file: string, change: (file: string) => void): () => void {
  const stood = existsSync(file);
  const aside = join(workshop.folder, 'aside');
  if (stood) renameSync(file, aside);
  if (stood) writeFileSync(file, readFileSync(aside));
  const made = mkdirSync(dirname(file), { recursive: true });
  change(file);
  return () => {
    rmSync(made ?? file, { recursive: true, force: true });
    if (stood) renameSync(aside, file);
  };
}

const append = (file: string): void => appendFileSync(file, '\n');
const inContent = (path: string): string => join(city.repository.content, path);
const git = (...options: readonly string[]): string => city.repository.git('2024-06-03 09:00', ...options);

type Change = readonly [kind: string, change: () => () => void];

const CONTENT: readonly Change[] = [
  ...[
    'minutes/2024/900.md',
    'bureaus.yaml',
    'site.yaml',
    'holidays.yaml',
    'tombstones.yaml',
    'redirects.yaml',
    'corrections.yaml',
    'coverage.yaml',
    'threads.yaml',
    'links.yaml',
    'topics.yaml',
    'members.yaml',
    'collected.json',
    'leak-exceptions.yaml',
    'ledger.json',
    'releases.json',
    'lists/people.yaml',
    'reviews/2024/900.yaml',
    'drafts/2024/x.md',
    'minutes/2024/999.md',
    'minutes/2024/.hidden.md',
    'minutes/foreign.txt',
  ].map((path): Change => [`a line more in ${path}`, () => changing(inContent(path), append)]),
  ['a letter in minutes, with size and time kept', () => changing(inContent('minutes/2024/900.md'), forge)],
  ['minutes that are gone', () => changing(inContent('minutes/2024/900.md'), (file) => rmSync(file))],
  ['an empty folder', () => changing(inContent('minutes/2019'), (file) => mkdirSync(file))],
  [
    'minutes that became a link',
    () =>
      changing(inContent('minutes/2024/900.md'), (file) => {
        const real = join(workshop.folder, 'real.md');
        renameSync(file, real);
        symlinkSync(real, file);
      }),
  ],
];

const HISTORY: readonly Change[] = [
  [
    'a commit without files',
    () => {
      const head = git('rev-parse', 'HEAD');
      git('commit', '--quiet', '--allow-empty', '--message', '空');
      return () => git('reset', '--quiet', '--hard', head);
    },
  ],
  [
    'a commit with another message',
    () => {
      const head = git('rev-parse', 'HEAD');
      git('commit', '--quiet', '--amend', '--message', '更正说明: 换一句');
      return () => git('reset', '--quiet', '--hard', head);
    },
  ],
  [
    'a shallow clone',
    () =>
      changing(join(city.repository.dir, '.git/shallow'), (file) =>
        writeFileSync(file, git('rev-parse', 'HEAD')),
      ),
  ],
  [
    'grafts',
    () =>
      changing(join(city.repository.dir, '.git/info/grafts'), (file) =>
        writeFileSync(file, git('rev-parse', 'HEAD')),
      ),
  ],
  [
    'a setting of the log',
    () => {
      git('config', 'log.showRoot', 'false');
      return () => git('config', '--unset', 'log.showRoot');
    },
  ],
  [
    'no repository any more',
    () => {
      const [from, to] = [join(city.repository.dir, '.git'), join(workshop.folder, 'git')];
      renameSync(from, to);
      return () => renameSync(to, from);
    },
  ],
];

const REST: readonly Change[] = [
  ['the list of paper documents', () => changing(join(papers, 'manifest.json'), append)],
  ['a paper document', () => changing(join(papers, '2024/900.pdf'), append)],
  ...['SITE_URL', 'BASE_PATH', 'PDF_DIR'].map((name): Change => [
    name,
    () => {
      vi.stubEnv(name, '/elsewhere');
      return () => {
        vi.unstubAllEnvs();
        vi.stubEnv('PDF_DIR', papers);
      };
    },
  ]),
];

const inSite = (path: string): string => join(place.out, path);

const OUTPUT: readonly Change[] = [
  ['a page that is longer', () => changing(inSite('index.html'), append)],
  ['a page that is gone', () => changing(inSite('404.html'), (file) => rmSync(file))],
  ['a page of another time', () => changing(inSite('404.html'), (file) => utimesSync(file, 1, 1))],
  [
    'a page that became a link to the same bytes',
    () =>
      changing(inSite('404.html'), (file) => {
        rmSync(file);
        symlinkSync(join(workshop.folder, 'aside'), file);
      }),
  ],
  [
    'a page that became a folder',
    () =>
      changing(inSite('404.html'), (file) => {
        rmSync(file);
        mkdirSync(file);
      }),
  ],
  ['a file that nobody has built', () => changing(inSite('minutes/x.html'), append)],
  ['the hashes', () => changing(inSite('SHA256SUMS'), (file) => rmSync(file))],
  ['the state', () => changing(join(siteCacheOf(place.cache, place.out), 'state.json'), append)],
  [
    'the note of the last build',
    () => changing(join(siteCacheOf(place.cache, place.out), 'last-build.json'), forge),
  ],
];

describe('a build never takes for unchanged', () => {
  test.for([...CONTENT, ...HISTORY, ...REST, ...OUTPUT])('%s', async ([, change]) => {
    expect(await isKnown()).toBe(true);
    const undo = change();
    const seen = await isKnown();
    undo();
    expect(seen).toBe(false);
    expect(await isKnown()).toBe(true);
  });

  test.for([
    ['another day', { now: '2026-12-02 09:00' }],
    ['the minute at which a document is published', { now: WAITS }],
    ['a clock that was set back', { now: '2026-12-01 08:59' }],
    ['a preview', { preview: true }],
    ['another version of the code', { code: 'other' }],
  ] as const)('%s', async ([, change]) => {
    expect(await isKnown(change)).toBe(false);
    expect(await isKnown()).toBe(true);
  });

  test('the same files in another place', async () => {
    const moved = join(city.repository.dir, 'moved');
    renameSync(city.repository.content, moved);
    const seen = await isKnown({ contentDir: moved });
    renameSync(moved, city.repository.content);
    expect(seen).toBe(false);
  });
});

test('a build knows when the content was touched while it ran', async () => {
  const before = Date.now() - 60_000;
  expect(wasTouched(city.repository.content, Date.now() + 60_000)).toBe(false);
  expect(wasTouched(city.repository.content, before)).toBe(true);
  expect(wasTouched(join(city.repository.dir, 'missing'), Date.now() + 60_000)).toBe(true);
});
