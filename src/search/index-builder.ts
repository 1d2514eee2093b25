import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '../corpus/model.ts';
import { planGenerations, type PlannedGeneration, type PlanLimits } from './generation-plan.ts';
import { kindChooser } from './index-kind.ts';
import { SEARCH_FOLDER, type Generation, type IndexKind } from './manifest.ts';
import { openCache, writeFiles, type GenerationCache, type StoredGeneration } from './sealed-cache.ts';
import { generator, makeGeneration } from './make-generation.ts';
import { corpusSource, type SearchSource } from './search-source.ts';
import { sharedFiles } from './shared-files.ts';
import { textPrefix } from './text-file.ts';

/** What was written, for the build's report. */
export interface SearchIndexReport {
  readonly records: number;
  readonly generations: number;
  /** How many of them had to be made; the others were there already. */
  readonly made: number;
  /** Every file of the index, by path below `dist`. */
  readonly files: readonly string[];
}

export interface SearchOptions {
  /** Where generations are kept from build to build; null: all are made anew. */
  readonly cache?: string | null;
  /** What finds words in each generation; left out, the amount of text decides. */
  readonly index?: IndexKind;
  readonly limits?: PlanLimits;
  /** Says of a file of a generation, by path below `dist`, that it stands in the site and need not be put there. */
  readonly isThere?: (path: string) => boolean;
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
  { cache: folder = null, index, limits, isThere = () => false }: SearchOptions = {},
): Promise<SearchIndexReport> {
  const root = join(dist, SEARCH_FOLDER);
  rmSync(root, { recursive: true, force: true });
  const choose = kindChooser(source.meetings, index);
  const cache =
    folder === null
      ? null
      : openCache(folder, generator(choose.site), (path) => isThere(SEARCH_FOLDER + path));
  const earlier = choose.site === 'text' ? [] : (cache?.stored ?? []);
  const plan = planGenerations(source.meetings, earlier, limits);
  const stored: StoredGeneration[] = [];
  const files: string[] = [];
  const put = (path: string): boolean => {
    files.push(SEARCH_FOLDER + path);
    return !isThere(SEARCH_FOLDER + path);
  };
  for (const planned of plan)
    stored.push(await publishOne(planned, { source, kind: choose.generation(planned), root, cache, put }));
  cache?.keep(stored);
  const generations = stored.map((each, at) => manifestEntry(each, plan[at]?.superseded ?? []));
  const shared = await sharedFiles(source.names, generations);
  writeFiles(root, shared);
  return {
    records: generations.reduce((sum, { records }) => sum + records, 0),
    generations: plan.length,
    made: plan.filter(({ made }) => made === null).length,
    files: [...files, ...[...shared.keys()].map((path) => SEARCH_FOLDER + path)],
  };
}

interface Work {
  readonly source: SearchSource;
  readonly kind: IndexKind;
  readonly root: string;
  readonly cache: GenerationCache | null;
  /** Enters a file of the index; whether it has to be put there. */
  readonly put: (path: string) => boolean;
}

/** Puts a generation below the root, made or kept. */
async function publishOne(
  { meetings, isSealed, superseded, made }: PlannedGeneration<StoredGeneration>,
  { source, kind, root, cache, put }: Work,
): Promise<StoredGeneration> {
  const unwanted = superseded.map(textPrefix);
  const isWanted = (path: string): boolean => !unwanted.some((prefix) => path.startsWith(prefix));
  if (made !== null && cache !== null) {
    cache.publish(made, root, (file) => isWanted(file) && put(made.path + file));
    return { ...made, isSealed };
  }
  const { generation, files } = await makeGeneration({ meetings, isSealed }, source, kind);
  const { path } = generation;
  if (cache === null) {
    for (const file of files.keys()) put(path + file);
    writeFiles(join(root, path), files);
  } else {
    cache.store(generation, files);
    cache.publish(generation, root, (file) => isWanted(file) && put(path + file));
  }
  return generation;
}

function manifestEntry(
  { path, kind, records, textBytes, meetings }: StoredGeneration,
  superseded: readonly string[],
): Generation {
  const out = new Set(superseded);
  const numbers = meetings.flatMap(({ id }, number) => (out.has(id) ? [number] : []));
  return { path, kind, records, textBytes, superseded: numbers };
}
