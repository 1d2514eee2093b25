import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '../corpus/model.ts';
import { generationFiles } from './generation-files.ts';
import { planGenerations, type PlannedGeneration, type PlanLimits } from './generation-plan.ts';
import { kindChooser } from './index-kind.ts';
import { SEARCH_FOLDER, type Generation, type IndexKind } from './manifest.ts';
import {
  digestOf,
  openCache,
  writeFiles,
  type GenerationCache,
  type StoredGeneration,
} from './sealed-cache.ts';
import { corpusSource, type SearchSource } from './search-source.ts';
import { sharedFiles } from './shared-files.ts';
import { textPrefix } from './text-file.ts';

/** What was written, for the build's report. */
export interface SearchIndexReport {
  readonly records: number;
  readonly generations: number;
  /** How many of them had to be made; the others were there already. */
  readonly made: number;
}

export interface SearchOptions {
  /** Where generations are kept from build to build; null: all are made anew. */
  readonly cache?: string | null;
  /** What finds words in each generation; left out, the amount of text decides. */
  readonly index?: IndexKind;
  readonly limits?: PlanLimits;
}

/**
 * Builds the search of a site into `dist`, replacing what is there. Without a cache the same corpus gives
 * the same bytes; with one the same results, and sealed generations keep their bytes. One call at a time:
 * Pagefind's service is one for the process.
 */
export function buildSearchIndex(
  corpus: Corpus,
  dist: string,
  options: SearchOptions = {},
): Promise<SearchIndexReport> {
  return buildSearch(corpusSource(corpus), dist, options);
}

/** The same from any source. */
export async function buildSearch(
  source: SearchSource,
  dist: string,
  { cache: folder = null, index, limits }: SearchOptions = {},
): Promise<SearchIndexReport> {
  const root = join(dist, SEARCH_FOLDER);
  rmSync(root, { recursive: true, force: true });
  const choose = kindChooser(source.meetings, index);
  const cache = folder === null ? null : openCache(folder, generator(choose.site));
  const earlier = choose.site === 'text' ? [] : (cache?.stored ?? []);
  const plan = planGenerations(source.meetings, earlier, limits);
  const stored: StoredGeneration[] = [];
  for (const planned of plan)
    stored.push(await publishOne(planned, { source, kind: choose.generation(planned), root, cache }));
  cache?.keep(stored);
  const generations = stored.map((each, at) => manifestEntry(each, plan[at]?.superseded ?? []));
  writeFiles(root, await sharedFiles(source.names, generations));
  return {
    records: generations.reduce((sum, { records }) => sum + records, 0),
    generations: plan.length,
    made: plan.filter(({ made }) => made === null).length,
  };
}

interface Work {
  readonly source: SearchSource;
  readonly kind: IndexKind;
  readonly root: string;
  readonly cache: GenerationCache | null;
}

/** Puts a generation below the root, made or kept. */
async function publishOne(
  { meetings, isSealed, superseded, made }: PlannedGeneration<StoredGeneration>,
  { source, kind, root, cache }: Work,
): Promise<StoredGeneration> {
  const unwanted = superseded.map(textPrefix);
  const isWanted = (path: string): boolean => !unwanted.some((prefix) => path.startsWith(prefix));
  if (made !== null && cache !== null) {
    cache.publish(made, root, isWanted);
    return { ...made, isSealed };
  }
  const { files, ...rest } = await generationFiles(
    meetings.flatMap(({ id }) => source.recordsOf(id)),
    kind,
  );
  const digests = [...files].map(([path, bytes]) => [path, digestOf(bytes)] as const);
  const path = `${nameOf(digests)}/`;
  const generation = { ...rest, path, isSealed, meetings, files: digests };
  if (cache === null) writeFiles(join(root, path), files);
  else {
    cache.store(generation, files);
    cache.publish(generation, root, isWanted);
  }
  return generation;
}

function nameOf(digests: readonly (readonly [path: string, digest: string])[]): string {
  const lines = digests.map((file) => file.join(' ')).toSorted();
  return digestOf(lines.join('\n')).replaceAll(/[-_]/gu, '').slice(0, 12);
}

function manifestEntry(
  { path, kind, records, textBytes, meetings }: StoredGeneration,
  superseded: readonly string[],
): Generation {
  const out = new Set(superseded);
  const numbers = meetings.flatMap(({ id }, number) => (out.has(id) ? [number] : []));
  return { path, kind, records, textBytes, superseded: numbers };
}

/** Everything that decides the bytes of a generation but its meetings: this folder's code and the compressor. */
function generator(kind: string): string {
  const folder = import.meta.dirname;
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .toSorted();
  const code = sources.map((name) => digestOf(readFileSync(join(folder, name)))).join('');
  return digestOf([kind, code, process.versions.node, process.versions['zlib'] ?? ''].join('\n'));
}
