import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createService,
  type Found,
  type SearchRequest,
  type SearchService,
} from '../../src/search/client/service.ts';
import { NO_FILTER } from '../../src/search/facets.ts';
import { buildSearch } from '../../src/search/index-builder.ts';
import { SEARCH_FOLDER } from '../../src/search/manifest.ts';
import { inventRecords } from './invented.ts';
import { createNodeHost, ROOT, type NodeHost } from './node-host.ts';
import { sourceOf } from './source.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiyao-service-'));
const RECORDS = inventRecords(60, 77);

let host: NodeHost;
let service: SearchService;

beforeAll(async () => {
  const source = sourceOf(RECORDS);
  const names = [
    {
      id: 'housing',
      name: '市住建局',
      otherNames: ['市城乡建设局'],
      readings: ['shi zhu jian ju', 'shi cheng xiang jian she ju'],
    },
  ];
  // Four sealed generations, so that the newest is asked first.
  await buildSearch({ ...source, names }, folder, {
    index: 'pairs',
    limits: { sealed: 20, newest: 10, fresh: 5 },
  });
  host = createNodeHost(join(folder, SEARCH_FOLDER));
  service = createService(ROOT, host);
});

afterAll(() => {
  host.close();
  rmSync(folder, { recursive: true });
});

const REQUEST: Omit<SearchRequest, 'input'> = {
  filter: NO_FILTER,
  sort: 'newest',
  part: 'items',
  from: 0,
  atLeast: 10,
  withValues: false,
};

async function ask(input: string, wanted: Partial<SearchRequest> = {}): Promise<Found> {
  const answer = await service.search({ ...REQUEST, ...wanted, input });
  if (answer.kind === 'refused') throw new Error(answer.message);
  return answer;
}

function pathsOf({ groups }: Found): readonly string[] {
  return groups.flatMap(({ results }) => results.map(({ path }) => path));
}

describe('an answer over several generations', () => {
  test('begins with the newest results, before the older generations have been asked', async () => {
    const fresh = createService(ROOT, host);
    const firsts: Found[] = [];
    host.requests.length = 0;
    const requested: number[] = [];
    const answer = await fresh.search({ ...REQUEST, input: '会议' }, (first) => {
      firsts.push(first);
      requested.push(host.requests.length);
    });
    if (answer.kind === 'refused') throw new Error(answer.message);
    const [first] = firsts;
    expect(firsts).toHaveLength(1);
    expect(first).toMatchObject({ isComplete: false, groups: answer.groups });
    expect(first?.total).toBeLessThan(answer.total);
    expect(answer.isComplete).toBe(true);
  });

  test('has no such beginning when the newest generation holds too little', async () => {
    const firsts: Found[] = [];
    const oldest = RECORDS.at(-1)?.title ?? '';
    await service.search({ ...REQUEST, input: oldest }, (first) => firsts.push(first));
    expect(firsts).toEqual([]);
  });

  test('goes on where the results shown so far end', async () => {
    const all = await ask('会议', { atLeast: null });
    const first = await ask('会议');
    const more = await ask('会议', { from: first.groups.length });
    expect(pathsOf(first).length).toBeGreaterThanOrEqual(10);
    expect([...pathsOf(first), ...pathsOf(more)]).toEqual(
      pathsOf(all).slice(0, pathsOf(first).length + pathsOf(more).length),
    );
  });

  test('keeps agenda items and hits elsewhere apart', async () => {
    const items = await ask('王泽', { atLeast: null });
    const others = await ask('王泽', { atLeast: null, part: 'others' });
    expect(items).toMatchObject({ total: 0, groups: [], others: pathsOf(others).length });
    expect(pathsOf(others).every((path) => path.endsWith('#attendance'))).toBe(true);
  });
});

describe('the order by relevance', () => {
  test('puts results with the word in the heading first, and finds the same ones', async () => {
    const newest = await ask('燃气安全', { atLeast: null });
    const relevant = await ask('燃气安全', { atLeast: null, sort: 'relevance' });
    expect(new Set(pathsOf(relevant))).toEqual(new Set(pathsOf(newest)));
    const inHeading = relevant.groups.map(({ results }) =>
      results.some(({ heading }) => heading.some(({ isHit }) => isHit)),
    );
    expect(inHeading).toEqual(inHeading.toSorted((one, other) => Number(other) - Number(one)));
    expect(new Set(inHeading).size).toBe(2);
  });
});

describe('near misses', () => {
  test.each([
    ['市城乡建设局', 'bureau', '市住建局'],
    ['市住建局牵头推进', 'part', '市住建局牵头'],
    ['zjj', 'reading', '市住建局'],
    ['zhujian', 'reading', '市住建局'],
    ['燃氣安全', 'script', '燃气安全'],
    ['rqaq', 'reading', '燃气安全'],
    ['营商环境优化', 'part', '营商环境'],
  ] as const)('suggest for %s, by %s: %s', async (input, kind, suggested) => {
    const { total } = await ask(suggested, { atLeast: 0 });
    const near = await service.near(input);
    expect(near).toContainEqual({ kind, input: suggested, total });
    expect((await ask(input, { atLeast: 0 })).total).toBe(0);
  });

  test('suggest nothing that has no results', async () => {
    expect(await service.near('䶮䶮')).toEqual([]);
  });
});
