import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { createApi } from '../../src/search/client/api.ts';
import { loadManifest } from '../../src/search/client/files.ts';
import { openGeneration } from '../../src/search/client/generation.ts';
import { createService } from '../../src/search/client/service.ts';
import { buildSearch, type SearchIndexReport } from '../../src/search/index-builder.ts';
import { MANIFEST_PATH, SEARCH_FOLDER, type IndexKind } from '../../src/search/manifest.ts';
import { compareMeetings } from '../../src/search/meeting-order.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import { grepOf } from './grep.ts';
import { createRandom, inventRecords, pick } from './invented.ts';
import { createNodeHost, ROOT } from './node-host.ts';
import { sourceOf } from './source.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiyao-histories-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Small, so that a short history sees everything. */
const LIMITS = { sealed: 8, newest: 4, fresh: 4 };

type Meeting = readonly SearchRecord[];

/** A site whose meetings come, change and go, and which is built after each act. */
interface Site {
  readonly current: Map<string, Meeting>;
  readonly withheld: Map<string, string>;
  /** Texts that have to be nowhere. */
  readonly gone: Set<string>;
  readonly out: string;
  readonly cache: string;
  readonly index: IndexKind;
}

function createSite(name: string, meetings: readonly Meeting[], index: IndexKind = 'pairs'): Site {
  return {
    index,
    current: new Map(meetings.map((meeting) => [meeting[0]?.meeting ?? '', meeting])),
    withheld: new Map(),
    gone: new Set(),
    out: join(folder, name),
    cache: join(folder, `${name}-cache`),
  };
}

function recordsIn({ current }: Site): readonly SearchRecord[] {
  const keyOf = (meeting: Meeting) => ({ id: meeting[0]?.meeting ?? '', day: meeting[0]?.day ?? null });
  return [...current.values()].toSorted((one, other) => compareMeetings(keyOf(one), keyOf(other))).flat();
}

function build(site: Site): Promise<SearchIndexReport> {
  const source = sourceOf(recordsIn(site), site.withheld);
  return buildSearch(source, site.out, { cache: site.cache, index: site.index, limits: LIMITS });
}

/** The files of search by path. */
function filesOf({ out }: Site): ReadonlyMap<string, Buffer> {
  const root = join(out, SEARCH_FOLDER);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.\w+$/u.test(path),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(root, path))]));
}

/** Files that are still there under their name with other bytes; only the list of generations may be. */
function changedFiles(
  before: ReadonlyMap<string, Buffer>,
  after: ReadonlyMap<string, Buffer>,
): readonly string[] {
  return [...before].flatMap(([path, bytes]) =>
    path === MANIFEST_PATH || (after.get(path) ?? bytes).equals(bytes) ? [] : [path],
  );
}

/** A meeting with a sentence that stands nowhere else, in its last item. */
function edited(meeting: Meeting, added: string): Meeting {
  const last = meeting.findLastIndex(({ kind }) => kind === 'item');
  return meeting.map((record, index) =>
    index === last ? { ...record, text: `${record.text.split('\n〔')[0] ?? ''}\n${added}` } : record,
  );
}

/** A sentence of characters that no invented text has, different for each number. */
function sentence(number: number): string {
  const rare = (offset: number): string => String.fromCodePoint(0x3400 + ((number * 3 + offset) % 6000));
  return `〔${rare(0)}${rare(1)}${rare(2)}〕改动`;
}

const ACTS = [
  'add',
  'add',
  'correct',
  'correct',
  'withdraw',
  'withhold',
  'revert',
  'damage',
  'nothing',
] as const;

/** Does one act of the history by chance and says which. */
function act(site: Site, waiting: Meeting[], random: () => number, number: number): string {
  const kind = pick(random, ACTS);
  const ids = [...site.current.keys()];
  const id = pick(random, ids);
  const meeting = site.current.get(id) ?? [];
  const own = /〔[^〕]+〕/u.exec(meeting.map(({ text }) => text).join('\n'))?.[0];
  if (kind === 'add' && waiting.length > 0) {
    const added = waiting.splice(Math.floor(random() * waiting.length), 1)[0] ?? [];
    site.current.set(added[0]?.meeting ?? '', edited(added, sentence(number)));
  } else if (kind === 'correct' || kind === 'revert') {
    site.current.set(id, edited(meeting, kind === 'revert' ? '' : sentence(number)));
  } else if (kind === 'withhold') {
    if (own !== undefined) site.gone.add(own);
    site.current.set(id, edited(meeting, '〔〕内容不公开'));
    site.withheld.set(id, String(number));
  } else if (kind === 'withdraw' && ids.length > 1) {
    if (own !== undefined) site.gone.add(own);
    site.current.delete(id);
  } else if (kind === 'damage') {
    const files = readdirSync(site.cache, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.\w+$/u.test(path),
    );
    appendFileSync(join(site.cache, pick(random, files)), 'x');
  }
  return `${String(number)} ${kind} ${id}`;
}

async function expectExact(site: Site, history: string): Promise<void> {
  const host = createNodeHost(join(site.out, SEARCH_FOLDER));
  const { scan, split } = grepOf(recordsIn(site));
  const search = createApi(createService(ROOT, host), '/');
  for (const word of ['会议', '燃气安全', '改动', '云泽市人民政府', '市水务局王泽']) {
    const { total, results, others } = await search(word);
    const urls = { items: results.map(({ url }) => url), others: others.map(({ url }) => url) };
    expect([history, word, total, urls]).toEqual([history, word, results.length, split(scan(word))]);
  }
  const filtered = await search('会议', { bureau: 'water', year: '2024' });
  const expected = [...scan('会议')]
    .flatMap((number) => recordsIn(site)[number] ?? [])
    .filter(
      ({ kind, day, bureaus }) =>
        kind === 'item' &&
        day?.startsWith('2024') &&
        [...bureaus.reports, ...bureaus.responsible].includes('water'),
    );
  expect([history, filtered.total]).toEqual([history, expected.length]);
  await expectGone(site, host, history);
  host.close();
}

/** What is withdrawn or withheld is in no file and in no generation, superseded records included. */
async function expectGone(
  site: Site,
  host: Parameters<typeof loadManifest>[1],
  history: string,
): Promise<void> {
  const { generations } = await loadManifest(ROOT, host);
  expect(generations.length).toBeLessThanOrEqual(4);
  const open = await Promise.all(generations.map((generation) => openGeneration(ROOT, generation, host)));
  const published = [...filesOf(site).values()].map((bytes) =>
    (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8'),
  );
  for (const text of site.gone) {
    const rare = text.slice(1, 3);
    expect([history, text, published.some((file) => file.includes(rare))]).toEqual([history, text, false]);
    for (const { backend } of open) {
      const { records } = await backend.find({ field: 'text', text: rare, typed: rare }, null);
      expect([history, text, records]).toEqual([history, text, []]);
    }
  }
  const kept = readdirSync(site.cache).filter((name) => !name.includes('.'));
  expect(kept.filter((name) => !existsSync(join(site.out, SEARCH_FOLDER, name)))).toEqual([]);
}

function invented(count: number, seed: number): Meeting[] {
  return [...Map.groupBy(inventRecords(count, seed), ({ meeting }) => meeting).values()];
}

describe('a site over time', () => {
  test.each([
    ['pairs', 1],
    ['pairs', 2],
    ['pagefind', 3],
  ] as const)(
    'finds exactly what is published after every act of a history (%s, %i)',
    async (index, seed) => {
      const random = createRandom(seed);
      const meetings = invented(40, seed);
      const site = createSite(`random-${String(seed)}`, meetings.slice(6, 26), index);
      const waiting = [...meetings.slice(0, 6), ...meetings.slice(26)];
      const acts: string[] = [];
      expect(await build(site)).toMatchObject({ made: 3 });
      for (let number = 1; number <= 30; number++) {
        const before = filesOf(site);
        acts.push(act(site, waiting, random, number));
        await build(site);
        await expectExact(site, acts.join(', '));
        expect([acts, changedFiles(before, filesOf(site))]).toEqual([acts, []]);
      }
    },
    120_000,
  );

  test('keeps every byte of the sealed generations when a meeting is added or corrected', async () => {
    const meetings = invented(20, 7);
    const site = createSite('sealed', meetings.slice(2));
    expect(await build(site)).toMatchObject({ generations: 3, made: 3 });
    const sealed = filesOf(site);
    const [added = [], , , corrected = []] = meetings;
    const [addedId = '', correctedId = ''] = [added[0]?.meeting, corrected[0]?.meeting];
    site.current.set(addedId, added);
    site.current.set(correctedId, edited(corrected, sentence(1)));
    expect(await build(site)).toMatchObject({ generations: 4, made: 1 });
    const after = filesOf(site);
    const kept = [...sealed.keys()].filter(
      (path) => path.includes('/') && !path.includes(`text/${correctedId}-`),
    );
    expect(kept.filter((path) => after.get(path)?.equals(sealed.get(path) ?? Buffer.of()) !== true)).toEqual(
      [],
    );
    expect([...after.keys()].filter((path) => path.includes(`text/${correctedId}-0`))).toHaveLength(1);
    expect(await build(site)).toMatchObject({ generations: 4, made: 0 });
  });

  test('makes anew only the generation that held a withdrawn meeting', async () => {
    const site = createSite('withdrawn', invented(20, 8));
    await build(site);
    const [id = ''] = [...site.current.keys()].slice(10);
    site.current.delete(id);
    expect(await build(site)).toMatchObject({ generations: 3, made: 1 });
  });

  test('seals everything as a clean build would once too much is outside', async () => {
    const meetings = invented(20, 9);
    const site = createSite('compacted', meetings.slice(6));
    await build(site);
    for (const meeting of meetings.slice(0, 6)) site.current.set(meeting[0]?.meeting ?? '', meeting);
    await build(site);
    const clean = { ...site, out: join(folder, 'compacted-clean'), cache: join(folder, 'compacted-none') };
    await build(clean);
    expect(filesOf(site)).toEqual(filesOf(clean));
  });

  test('trusts no damaged cache', async () => {
    const site = createSite('damaged', invented(20, 10));
    await build(site);
    const before = filesOf(site);
    appendFileSync(join(site.cache, 'state.json'), ' ');
    await build(site);
    expect(filesOf(site)).toEqual(before);
    appendFileSync(join(site.cache, 'state.json'), 'x');
    expect(await build(site)).toMatchObject({ made: 3 });
    expect(filesOf(site)).toEqual(before);
  });
});
