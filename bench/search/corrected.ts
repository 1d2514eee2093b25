import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSearch } from '../../src/search/index-builder.ts';
import { SEARCH_FOLDER, type IndexKind } from '../../src/search/manifest.ts';
import { recordPath, type SearchRecord } from '../../src/search/record.ts';
import { digestOf } from '../../src/search/stored-generation.ts';
import type { SearchSource } from '../../src/search/search-source.ts';
import { oursFinder } from './ours.ts';
import type { Query } from './queries.ts';
import { createScan } from './truth.ts';

/** What it takes to publish one corrected meeting on a site that was built before. */
export interface Corrected {
  readonly seconds: number;
  /** Of the processor, all threads. */
  readonly cpu: number;
  /** Files of search in the site. */
  readonly files: number;
  readonly written: number;
  readonly removed: number;
  /** Files under the name of one of before that don't have its bytes, the list of generations aside. */
  readonly changed: number;
  readonly queries: number;
  /** How many of the queries then found exactly what is right. */
  readonly exact: number;
}

export interface CorrectedParts {
  readonly source: SearchSource;
  readonly items: readonly SearchRecord[];
  readonly kind: IndexKind;
  /** The site as it was built, and the cache of that build. */
  readonly site: string;
  readonly cache: string;
  /** Where the next state of the site may be written. */
  readonly next: string;
  readonly queries: readonly Query[];
}

const ADDED = '（此处经勘误补充鼋鼍二字）';

/** Adds a sentence to an item in the middle, builds again as the site does, and asks the queries and for the sentence. */
export async function correctOne(parts: CorrectedParts): Promise<Corrected> {
  const { source, kind, site, cache, next } = parts;
  const corrected = sourceWithCorrection(source, parts.items);
  const before = filesOf(site);
  const options = { cache, index: kind };
  const start = performance.now();
  const cpu = process.cpuUsage();
  const standing = {
    hasFile: (path: string): boolean => existsSync(join(site, path)),
    hasFolder: (): boolean => false,
  };
  const { files } = await buildSearch(corrected.source, next, { ...options, standing });
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - start) / 1000;
  const written = filesOf(next).length;
  const after = new Set(files);
  await buildSearch(corrected.source, next, options);
  const kept = before.filter((path) => after.has(path) && !path.endsWith('.json'));
  const queries = [...parts.queries, { kind: 'corrected', text: '勘误补充鼋鼍', filter: {} }];
  return {
    seconds,
    cpu: (user + system) / 1e6,
    files: files.length,
    written,
    removed: before.filter((path) => !after.has(path)).length,
    changed: kept.filter((path) => digestAt(site, path) !== digestAt(next, path)).length,
    queries: queries.length,
    exact: await countExact(next, corrected.items, queries),
  };
}

function digestAt(folder: string, path: string): string {
  return digestOf(readFileSync(join(folder, path)));
}

/** The same source and items with one item corrected. */
function sourceWithCorrection(source: SearchSource, items: readonly SearchRecord[]) {
  const { meeting = '', anchor = '' } = items[Math.floor(items.length / 2)] ?? {};
  const correct = (record: SearchRecord): SearchRecord =>
    record.meeting === meeting && record.anchor === anchor
      ? { ...record, text: record.text + ADDED }
      : record;
  const meetings = source.meetings.map((each) =>
    each.id === meeting ? { ...each, digest: digestOf(each.digest) } : each,
  );
  return {
    items: items.map(correct),
    source: { ...source, meetings, recordsOf: (id: string) => source.recordsOf(id).map(correct) },
  };
}

async function countExact(
  folder: string,
  items: readonly SearchRecord[],
  queries: readonly Query[],
): Promise<number> {
  const scan = createScan(items);
  const find = await oursFinder(folder);
  let exact = 0;
  for (const query of queries) {
    const right = scan.find(query).flatMap((number) => items[number] ?? []);
    if ((await find(query)).join() === right.map(recordPath).join()) exact++;
  }
  return exact;
}

/** Paths of the files of search in a site. */
function filesOf(site: string): readonly string[] {
  const root = join(site, SEARCH_FOLDER);
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => SEARCH_FOLDER + join(parentPath, name).slice(root.length));
}
