import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createApi } from '../../src/search/client/api.ts';
import { createService, type SearchAnswer, type SearchService } from '../../src/search/client/service.ts';
import type { FilterInput } from '../../src/search/client/state.ts';
import { searchFiles, type SearchFiles } from '../../src/search/index-builder.ts';
import { recordPath, type SearchRecord } from '../../src/search/record.ts';
import { BUREAU_NAMES, createRandom, inventRecords, pick } from './invented.ts';
import { createNodeHost, ROOT, type NodeHost } from './node-host.ts';

/**
 * “Search equals grep”, held against the files as they are published: the shipped service runs the
 * shipped pagefind.js over them, and a plain scan that shares no code with it says what is right.
 */

const RECORDS = inventRecords(80, 20_241_220);
const namesOf = (id: string): [string] => [BUREAU_NAMES[id] ?? id];

let files: SearchFiles;
let host: NodeHost;
let service: SearchService;

beforeAll(async () => {
  files = await searchFiles(RECORDS, namesOf);
  host = await createNodeHost(files);
  service = createService(ROOT, host);
}, 60_000);

afterAll(() => host.close());

/** Width, case, white space, quotes and the punctuation the invented texts have in two forms; nothing of ours. */
function plain(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s“”"]/gu, '');
  return folded.replaceAll('。', '.').replaceAll(/[—–]/gu, '-');
}

const PLAIN = RECORDS.map(({ heading, text }) => ({
  heading: plain(heading),
  blocks: text.split('\n').map(plain),
}));

function scan(word: string, field: 'text' | 'heading' = 'text'): ReadonlySet<number> {
  const found = PLAIN.flatMap(({ heading, blocks }, number) =>
    (field === 'heading' ? [heading] : blocks).some((block) => block.includes(plain(word))) ? [number] : [],
  );
  return new Set(found);
}

function pathsOf(numbers: Iterable<number>): readonly string[] {
  return [...numbers].flatMap((number) => {
    const record = RECORDS[number];
    return record === undefined ? [] : [`/${recordPath(record)}`];
  });
}

async function search(query: string, options?: FilterInput): Promise<readonly string[]> {
  const { total, results } = await createApi(service, '/')(query, options);
  expect(total).toBe(results.length);
  return results.map(({ url }) => url);
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

/** The limits as the design states them. */
function within({ day, action, outcome, bureaus }: SearchRecord, filter: FilterInput): boolean {
  return (
    day !== null &&
    (filter.year === undefined || day.startsWith(String(filter.year))) &&
    (filter.action === undefined || action === filter.action) &&
    (filter.outcome === undefined || outcome === filter.outcome) &&
    (filter.bureau === undefined ||
      [...bureaus.reports, ...bureaus.responsible, ...bureaus.issues, ...bureaus.observes].some(
        (id) => id === filter.bureau,
      )) &&
    day >= (filter.from ?? '') &&
    day <= (filter.to ?? '9')
  );
}

describe('search on a published site', () => {
  test('finds exactly the records that contain a passage of 2 to 12 characters, in order', async () => {
    const random = createRandom(1);
    for (const length of [2, 3, 4, 6, 8, 12]) {
      for (let round = 0; round < 40; round++) {
        const word = passage(random, length);
        expect([word, await search(word)]).toEqual([word, pathsOf(scan(word))]);
      }
    }
  });

  test('does not mind width and case', async () => {
    const random = createRandom(2);
    for (let round = 0; round < 80; round++) {
      const word = passage(random, 6);
      const typed = `"${retyped(random, word).replaceAll(/["“”]/gu, '')}"`;
      expect([typed, await search(typed)]).toEqual([typed, pathsOf(scan(word))]);
    }
  });

  test('finds nothing where the halves occur but never together', async () => {
    const random = createRandom(3);
    for (let round = 0; round < 80; round++) {
      const word = passage(random, 3) + passage(random, 3).replaceAll(/[“”"]/gu, '');
      expect([word, await search(word)]).toEqual([word, pathsOf(scan(word))]);
    }
  });

  test('combines words, exclusions, headings and quotations', async () => {
    const random = createRandom(4);
    for (let round = 0; round < 100; round++) {
      const [one, two, not] = [passage(random, 2), passage(random, 2), passage(random, 3)];
      const heading = pick(random, ['工作', '燃气安全', '城市更新', '小哥驿站']);
      const required = [scan(two), scan(heading, 'heading')];
      const excluded = scan(not);
      const found = [...scan(one)].filter(
        (each) => required.every((set) => set.has(each)) && !excluded.has(each),
      );
      const query = `${one} "${two.replaceAll(/[“”"]/gu, '')}" -${not} 标题:${heading}`;
      expect([query, await search(query)]).toEqual([query, pathsOf(found)]);
    }
  });

  test('limits results by bureau, role, year, action, outcome and date', async () => {
    const random = createRandom(5);
    for (let round = 0; round < 80; round++) {
      const word = random() < 0.2 ? '' : passage(random, 2);
      const filter: FilterInput = {
        ...(random() < 0.5 ? { year: pick(random, ['2023', '2024']) } : {}),
        ...(random() < 0.3 ? { action: pick(random, ['审议', '听取']) } : {}),
        ...(random() < 0.3 ? { outcome: pick(random, ['原则同意', '通过']) } : {}),
        ...(random() < 0.5 ? { bureau: pick(random, Object.keys(BUREAU_NAMES)) } : {}),
        ...(random() < 0.3 ? { from: '2023-02-03' } : {}),
        ...(random() < 0.3 ? { to: '2024-08-08' } : {}),
      };
      const numbers = word === '' ? RECORDS.keys() : scan(word);
      const expected = pathsOf(
        [...numbers].filter((each) => {
          const record = RECORDS[each];
          return record !== undefined && within(record, filter);
        }),
      );
      expect([word, filter, await search(word, filter)]).toEqual([word, filter, expected]);
    }
  });

  test('shows a hit in the excerpt of every result', async () => {
    const { results } = await createApi(service, '/base/')('燃气安全');
    expect(results.length).toBeGreaterThan(10);
    for (const { url, heading, held, excerpt } of results) {
      expect(url).toMatch(/^\/base\/minutes\/\d{4}\/\d{3}\//u);
      expect(plain(excerpt)).toContain('燃气安全');
      expect(heading).not.toBe('');
      expect(held === null || /^\d{4}-\d\d-\d\d$/u.test(held)).toBe(true);
    }
  });
});

const isKept = ({ meeting }: SearchRecord): boolean => meeting > '2024';

function ask(asked: SearchService, input: string, to: number): Promise<SearchAnswer> {
  const filter = { bureaus: [], role: null, years: [], actions: [], outcomes: [], from: null, to: null };
  return asked.search({ input, filter, from: 0, to });
}

describe('the search service', () => {
  test('refuses a single character with a sentence for the reader', async () => {
    expect(await ask(service, '气', 1)).toEqual({
      kind: 'refused',
      message: '“气”只有一个字，请写成两个字以上的词',
    });
    await expect(createApi(service, '/')('气')).rejects.toThrow('“气”只有一个字');
  });

  test('loads the texts of no more meetings than are shown', async () => {
    const fresh = createService(ROOT, host);
    host.requests.length = 0;
    const answer = await ask(fresh, '会议', 3);
    expect(answer).toMatchObject({ kind: 'found', meetings: 80, groups: [{}, {}, {}] });
    expect(host.requests.filter((path) => path.includes('/text/'))).toHaveLength(3);
  });

  test('never answers from a part of the index', async () => {
    const fresh = createService(ROOT, host);
    const console = vi.spyOn(globalThis.console, 'error').mockReturnValue();
    for (const path of files.keys()) if (path.endsWith('.pf_index')) host.broken.add(path);
    await expect(ask(fresh, '燃气', 1)).rejects.toThrow('could not be loaded');
    host.broken.clear();
    console.mockRestore();
    expect(await ask(fresh, '燃气', 1)).toMatchObject({ total: scan('燃气').size });
  });

  test('opens the files afresh when the site was published anew under an open page', async () => {
    const console = vi.spyOn(globalThis.console, 'error').mockReturnValue();
    const opened = createService(ROOT, host);
    await ask(opened, '会议', 1);
    host.publish(await searchFiles(RECORDS.filter(isKept), namesOf));
    const found = [...scan('管网')].flatMap((number) => RECORDS[number] ?? []);
    expect(await ask(opened, '管网', 1)).toMatchObject({ total: found.filter(isKept).length });
    host.publish(files);
    console.mockRestore();
  });
});

describe('the index', () => {
  test('has the same bytes when it is built again', async () => {
    const again = await searchFiles(RECORDS, namesOf);
    expect([...again.keys()].toSorted()).toEqual([...files.keys()].toSorted());
    for (const [path, bytes] of again)
      expect([path, Buffer.compare(bytes, files.get(path) ?? Buffer.of())]).toEqual([path, 0]);
  });

  test('is cut into small chunks, whatever the indexer does by itself', () => {
    const chunks = [...files.keys()].filter((path) => path.endsWith('.pf_index'));
    expect(chunks.length).toBeGreaterThan(10);
  });

  test('contains no file that no page loads', () => {
    const kinds = [...files.keys()].map((path) =>
      path.replace(/^[0-9a-f]{12}\//u, '').replace(/^(?:index|text)\/.*|^pagefind\.x.*/u, '…'),
    );
    expect(new Set(kinds)).toEqual(
      new Set([
        'search.json',
        '…',
        'pagefind.js',
        'pagefind-entry.json',
        'wasm.unknown.pagefind',
        'records.pack',
      ]),
    );
  });

  test('can be empty', async () => {
    host.publish(await searchFiles([], namesOf));
    expect(await ask(createService(ROOT, host), '燃气', 1)).toMatchObject({ kind: 'found', total: 0 });
    host.publish(files);
  });
});
