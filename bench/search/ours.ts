import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '../../src/corpus/model.ts';
import type { Engine } from '../../src/search/client/engine.ts';
import {
  createService,
  openEngine,
  type SearchRequest,
  type SearchService,
} from '../../src/search/client/service.ts';
import { filterOf } from '../../src/search/client/state.ts';
import { buildSearchIndex, type SearchOptions } from '../../src/search/index-builder.ts';
import { SEARCH_FOLDER } from '../../src/search/manifest.ts';
import { parseQuery } from '../../src/search/query.ts';
import { recordPath } from '../../src/search/record.ts';
import { anchorAt, isItem, meetingAt } from '../../src/search/table.ts';
import { createFolderHost, ROOT } from './folder-host.ts';
import type { Query } from './queries.ts';
import { mean, quantile } from './score.ts';

/** What an engine costs to build and to serve. */
export interface Built {
  readonly seconds: number;
  readonly files: number;
  readonly bytes: number;
}

/** What queries cost a reader, in bytes over the line and requests. */
export interface Cost {
  /** Before the first query can be answered; program and WebAssembly included. */
  readonly startBytes: number;
  readonly startRequests: number;
  /** Of one query in a new session, beyond the start: until the whole set is known. */
  readonly coldBytes: number;
  readonly coldBytes95: number;
  readonly coldRequests: number;
  /** The same, with what the first ten results need to be shown. */
  readonly shownBytes: number;
  /** Until the first ten results are shown, where they are shown before the whole set is known. */
  readonly firstBytes: number;
  /** Of one query in a session that goes through them all, as shown. */
  readonly warmBytes: number;
}

/** Builds our index below `folder`. */
export async function buildOurs(corpus: Corpus, folder: string, options: SearchOptions): Promise<Built> {
  const start = performance.now();
  await buildSearchIndex(corpus, folder, options);
  return { seconds: (performance.now() - start) / 1000, ...sizeOf(join(folder, SEARCH_FOLDER)) };
}

/** The files of a folder and their bytes. */
export function sizeOf(folder: string): Pick<Built, 'files' | 'bytes'> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return { files: files.length, bytes };
}

/** Finds sets of records by the shipped engine: addresses of agenda items. */
export async function oursFinder(folder: string): Promise<(query: Query) => Promise<readonly string[]>> {
  const host = createFolderHost(join(folder, SEARCH_FOLDER));
  const service = createService(ROOT, host);
  const { engine } = await openEngine(ROOT, host);
  return async ({ text, filter }) => {
    if (Object.keys(filter).length > 0) return listFiltered(service, text, filter);
    const parsed = parseQuery(text, { shortest: engine.shortest });
    if (parsed.kind === 'refused') throw new Error(parsed.message);
    const { records } = await engine.find(parsed.query);
    return records
      .filter((record) => isItem(engine.table, record))
      .map((record) => addressIn(engine, record));
  };
}

function addressIn({ table }: Engine, record: number): string {
  return recordPath({ meeting: meetingAt(table, record).id, anchor: anchorAt(table, record) });
}

async function listFiltered(
  service: SearchService,
  input: string,
  filter: Query['filter'],
): Promise<readonly string[]> {
  const answer = await service.search({ ...REQUEST, input, filter: filterOf(filter), atLeast: null });
  if (answer.kind === 'refused') throw new Error(answer.message);
  return answer.groups.flatMap(({ results }) => results.map(({ path }) => path));
}

const REQUEST: Omit<SearchRequest, 'input'> = {
  filter: filterOf({}),
  sort: 'newest',
  part: 'items',
  from: 0,
  atLeast: 10,
  withValues: false,
};

/** Asks each query in a session of its own, then all of them in one; `program` is the bytes of the scripts. */
export async function costOfOurs(folder: string, queries: readonly Query[], program: number): Promise<Cost> {
  const root = join(folder, SEARCH_FOLDER);
  const start = createFolderHost(root);
  await openEngine(ROOT, start);
  const cold: number[] = [];
  const requests: number[] = [];
  const shown: number[] = [];
  const first: number[] = [];
  for (const { text, filter } of queries) {
    const request = { ...REQUEST, input: text, filter: filterOf(filter) };
    const host = createFolderHost(root);
    const service = createService(ROOT, host);
    await service.search({ ...request, atLeast: 0 });
    cold.push(host.bytes() - start.bytes());
    requests.push(host.requests() - start.requests());
    await service.search(request);
    shown.push(host.bytes() - start.bytes());
    first.push((await bytesUntilFirst(root, request)) - start.bytes());
  }
  const session = createFolderHost(root);
  const service = createService(ROOT, session);
  for (const { text, filter } of queries)
    await service.search({ ...REQUEST, input: text, filter: filterOf(filter) });
  return {
    startBytes: start.bytes() + program,
    startRequests: start.requests() + PROGRAMS,
    coldBytes: mean(cold),
    coldBytes95: quantile(cold, 0.95),
    coldRequests: mean(requests),
    shownBytes: mean(shown),
    firstBytes: mean(first),
    warmBytes: (session.bytes() - start.bytes()) / queries.length,
  };
}

/** The script of the page and the worker. */
const PROGRAMS = 2;

/** Bytes in a new session until the first results are told, or else until the whole answer. */
async function bytesUntilFirst(root: string, request: SearchRequest): Promise<number> {
  const host = createFolderHost(root);
  let atFirst: number | null = null;
  await createService(ROOT, host).search(request, () => {
    atFirst ??= host.bytes();
  });
  return atFirst ?? host.bytes();
}
