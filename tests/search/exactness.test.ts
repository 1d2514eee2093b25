import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createApi } from '../../src/search/client/api.ts';
import {
  createService,
  type SearchAnswer,
  type SearchRequest,
  type SearchService,
} from '../../src/search/client/service.ts';
import type { FilterInput } from '../../src/search/client/state.ts';
import { NO_FILTER } from '../../src/search/facets.ts';
import { buildSearch } from '../../src/search/index-builder.ts';
import { INDEX_KINDS, SEARCH_FOLDER, type IndexKind } from '../../src/search/manifest.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import { grepOf, plain, within } from './grep.ts';
import { BUREAU_NAMES, createRandom, inventRecords, pick } from './invented.ts';
import { createNodeHost, ROOT, type NodeHost } from './node-host.ts';
import { sourceOf } from './source.ts';

/**
 * “Search equals grep”, held against the files as they are published, for everything that finds words:
 * the shipped service runs over them, and a plain scan that shares no code with it says what is right.
 */

const RECORDS = inventRecords(80, 20_241_220);
const { scan, split } = grepOf(RECORDS);

const folder = mkdtempSync(join(tmpdir(), 'jiyao-search-'));
const dataOf = (name: string): string => join(folder, name, SEARCH_FOLDER);

async function build(name: string, kind: IndexKind, records = RECORDS): Promise<string> {
  await buildSearch(sourceOf(records), join(folder, name), { index: kind });
  return dataOf(name);
}

let host: NodeHost;

beforeAll(async () => {
  for (const kind of INDEX_KINDS) await build(kind, kind);
  host = createNodeHost(dataOf('pairs'));
}, 60_000);

afterAll(() => {
  host.close();
  rmSync(folder, { recursive: true });
});

/** A service over one kind of index. */
function open(kind: IndexKind): SearchService {
  host.publish(dataOf(kind));
  return createService(ROOT, host);
}

interface Addresses {
  readonly items: readonly string[];
  readonly others: readonly string[];
}

async function search(service: SearchService, query: string, options?: FilterInput): Promise<Addresses> {
  const { total, results, others } = await createApi(service, '/')(query, options);
  expect(total).toBe(results.length);
  return { items: results.map(({ url }) => url), others: others.map(({ url }) => url) };
}

/** A passage of a block that can be typed as one word: it does not begin with an operator or a quotation mark. */
function passage(random: () => number, length: number): string {
  for (;;) {
    const block = pick(random, pick(random, RECORDS).text.split('\n'));
    const at = Math.floor(random() * block.length);
    const cut = block.slice(at, at + length);
    const isWhole = !/^[\udc00-\udfff]|[\ud800-\udbff]$/u.test(cut);
    if (isWhole && plain(cut).length >= 2 && !/\s/u.test(cut) && !/^[-“”"]/u.test(cut)) return cut;
  }
}

/** The same passage as somebody else would type it. */
function retyped(random: () => number, text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const isWide = code >= 0xff01 && code <= 0xff5e;
    if (isWide && random() < 0.5) return String.fromCodePoint(code - 0xfee0);
    if (/[A-Za-z0-9+%]/u.test(character) && random() < 0.5) return String.fromCodePoint(code + 0xfee0);
    return random() < 0.5 ? character.toUpperCase() : character;
  }).join('');
}

function randomFilter(random: () => number): FilterInput {
  return {
    ...(random() < 0.5 ? { year: pick(random, ['2023', '2024']) } : {}),
    ...(random() < 0.3 ? { action: pick(random, ['审议', '听取']) } : {}),
    ...(random() < 0.3 ? { outcome: pick(random, ['原则同意', '通过']) } : {}),
    ...(random() < 0.5 ? { bureau: pick(random, Object.keys(BUREAU_NAMES)) } : {}),
    ...(random() < 0.3 ? { from: '2023-02-03' } : {}),
    ...(random() < 0.3 ? { to: '2024-08-08' } : {}),
  };
}

describe.each(INDEX_KINDS)('search by %s', (kind) => {
  test('finds exactly the items, and the other parts, that contain a passage', async () => {
    const service = open(kind);
    const random = createRandom(1);
    for (const length of [2, 3, 4, 6, 8, 12, 24, 40]) {
      for (let round = 0; round < 25; round++) {
        const word = passage(random, length);
        expect([word, await search(service, word)]).toEqual([word, split(scan(word))]);
      }
    }
  });

  test('does not mind width and case', async () => {
    const service = open(kind);
    const random = createRandom(2);
    for (let round = 0; round < 40; round++) {
      const word = passage(random, 6);
      const typed = `"${retyped(random, word).replaceAll(/["“”]/gu, '')}"`;
      expect([typed, await search(service, typed)]).toEqual([typed, split(scan(word))]);
    }
  });

  test('finds nothing where the halves occur but never together', async () => {
    const service = open(kind);
    const random = createRandom(3);
    for (let round = 0; round < 60; round++) {
      const word = passage(random, 3) + passage(random, 3).replaceAll(/[“”"]/gu, '');
      expect([word, await search(service, word)]).toEqual([word, split(scan(word))]);
    }
  });

  test('combines words, exclusions, headings and quotations', async () => {
    const service = open(kind);
    const random = createRandom(4);
    for (let round = 0; round < 60; round++) {
      const [one, two, not] = [passage(random, 2), passage(random, 2), passage(random, 3)];
      const heading = pick(random, ['工作', '燃气安全', '城市更新', '小哥驿站']);
      const required = [scan(two), scan(heading, 'heading')];
      const excluded = scan(not);
      const found = [...scan(one)].filter(
        (each) => required.every((set) => set.has(each)) && !excluded.has(each),
      );
      const query = `${one} "${two.replaceAll(/[“”"]/gu, '')}" -${not} 标题:${heading}`;
      expect([query, await search(service, query)]).toEqual([query, split(found)]);
    }
  });

  test('limits items by bureau, year, action, outcome and date', async () => {
    const service = open(kind);
    const random = createRandom(5);
    for (let round = 0; round < 60; round++) {
      const word = random() < 0.2 ? '' : passage(random, 2);
      const filter = randomFilter(random);
      const numbers = word === '' ? RECORDS.keys() : scan(word);
      const left = [...numbers].filter((each) => {
        const record = RECORDS[each];
        return record !== undefined && within(record, filter);
      });
      const { items } = await search(service, word, filter);
      expect([word, filter, items]).toEqual([word, filter, split(left).items]);
    }
  });

  test('shows a hit in the excerpt of every result', async () => {
    const { results } = await createApi(open(kind), '/base/')('燃气安全');
    expect(results.length).toBeGreaterThan(10);
    for (const { url, heading, held, excerpt } of results) {
      expect(url).toMatch(/^\/base\/minutes\/\d{4}\/\d{3}\//u);
      expect(plain(excerpt)).toContain('燃气安全');
      expect(heading).not.toBe('');
      expect(held === null || /^\d{4}-\d\d-\d\d$/u.test(held)).toBe(true);
    }
  });

  test('has the same bytes when it is built again', async () => {
    const again = await build(`${kind}-again`, kind);
    const files = readdirSync(dataOf(kind), { recursive: true, encoding: 'utf8' }).toSorted();
    expect(readdirSync(again, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual(files);
    for (const path of files.filter((each) => /\.\w+$/u.test(each)))
      expect([path, readFileSync(join(again, path)).equals(readFileSync(join(dataOf(kind), path)))]).toEqual([
        path,
        true,
      ]);
  });
});

const isKept = ({ meeting }: SearchRecord): boolean => meeting > '2024';

const REQUEST: Omit<SearchRequest, 'input'> = {
  filter: NO_FILTER,
  sort: 'newest',
  part: 'items',
  from: 0,
  atLeast: 1,
  withValues: false,
};

function ask(asked: SearchService, input: string, atLeast: number): Promise<SearchAnswer> {
  return asked.search({ ...REQUEST, input, atLeast });
}

describe('the search service', () => {
  test('looks up a single character where it has the whole text, and else says what to do', async () => {
    expect(await search(open('text'), '气')).toEqual(split(scan('气')));
    expect(await ask(open('pairs'), '气', 1)).toEqual({
      kind: 'refused',
      message: '“气”只有一个字，请写成两个字以上的词',
    });
    await expect(createApi(open('pairs'), '/')('气')).rejects.toThrow('“气”只有一个字');
  });

  test('loads the texts of no more meetings than are shown', async () => {
    const service = open('pairs');
    host.requests.length = 0;
    const answer = await ask(service, '会议', 3);
    const shown = answer.kind === 'found' ? answer.groups : [];
    expect(shown.reduce((sum, { results }) => sum + results.length, 0)).toBeGreaterThanOrEqual(3);
    const texts = host.requests.filter((path) => path.includes('/text/'));
    expect(texts.length).toBeGreaterThanOrEqual(shown.length);
    expect(texts.length).toBeLessThan(10);
  });

  test('asks for the counts of bureaus and decisions only when they are wanted', async () => {
    const service = open('pairs');
    host.requests.length = 0;
    await ask(service, '会议', 3);
    const columns = () =>
      host.requests.flatMap((path) => /columns\/(?<name>\w+)/u.exec(path)?.groups?.['name'] ?? []);
    expect(columns()).toEqual([]);
    await search(service, '会议', { outcome: '通过' });
    expect(columns()).toEqual(['outcome']);
  });

  test.each([
    ['pairs', /\/pairs\//u],
    ['pagefind', /\.pf_index$/u],
  ] as const)('never answers from a part of the index (%s)', async (kind, isIndex) => {
    const service = open(kind);
    const console = vi.spyOn(globalThis.console, 'error').mockReturnValue();
    for (const path of readdirSync(dataOf(kind), { recursive: true, encoding: 'utf8' }))
      if (isIndex.test(path)) host.broken.add(path);
    await expect(ask(service, '燃气', 1)).rejects.toThrow(/404|could not be loaded/u);
    host.broken.clear();
    console.mockRestore();
    expect(await ask(service, '燃气', 1)).toMatchObject({ total: split(scan('燃气')).items.length });
  });

  test('opens the files afresh when the site was published anew under an open page', async () => {
    const opened = open('pairs');
    await ask(opened, '会议', 1);
    host.publish(await build('kept', 'pairs', RECORDS.filter(isKept)));
    const kept = split([...scan('管网')].filter((number) => RECORDS[number] && isKept(RECORDS[number])));
    expect(await ask(opened, '管网', 1)).toMatchObject({ total: kept.items.length });
  });

  test('can be empty', async () => {
    host.publish(await build('empty', 'text', []));
    expect(await ask(createService(ROOT, host), '燃气', 1)).toMatchObject({ kind: 'found', total: 0 });
  });
});

test('the Pagefind index is cut into small chunks, whatever the indexer does by itself', () => {
  const files = readdirSync(dataOf('pagefind'), { recursive: true, encoding: 'utf8' });
  expect(files.filter((path) => path.endsWith('.pf_index')).length).toBeGreaterThan(10);
});
