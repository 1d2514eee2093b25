import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '../corpus/model.ts';
import { planGenerations, type PlannedGeneration, type PlanLimits } from './generation-plan.ts';
import { folderOf, foldersOf } from './generation-folders.ts';
import { kindChooser, type KindChooser } from './index-kind.ts';
import { SEARCH_FOLDER, type Generation, type IndexKind } from './manifest.ts';
import { openCache, writeFiles, type GenerationCache } from './sealed-cache.ts';
import type { StoredGeneration } from './stored-generation.ts';
import { generator, makeGeneration } from './make-generation.ts';
import { corpusSource, type SearchSource } from './search-source.ts';
import { sharedFiles } from './shared-files.ts';
import { NOTHING_STANDING, type StandingSearch } from './standing-search.ts';
import { textPrefix } from './text-file.ts';

/** What was written, for the build's report. */
export interface SearchIndexReport {
  readonly records: number;
  readonly generations: number;
  /** How many of them had to be made; the others were there already. */
  readonly made: number;
  /** Every file of the index that is in no folder that stands as it is, by path below `dist`. */
  readonly files: readonly string[];
  /** Every folder of its generations. */
  readonly folders: readonly SearchFolder[];
}

/** A folder of a generation in a site, see `foldersOf`. */
export interface SearchFolder {
  /** Below `dist`; the files of a generation beside those of its texts go by the folder of the generation. */
  readonly path: string;
  readonly state: string;
  /** Whether it stands in the site as it is to be. */
  readonly stands: boolean;
}

export interface SearchOptions {
  /** Where generations are kept from build to build; null: all are made anew. */
  readonly cache?: string | null;
  /** What finds words in each generation; left out, the amount of text decides. */
  readonly index?: IndexKind;
  readonly limits?: PlanLimits;
  /** What stands in the site already and need not be put there. */
  readonly standing?: StandingSearch;
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
  { cache: folder = null, index, limits, standing = NOTHING_STANDING }: SearchOptions = {},
): Promise<SearchIndexReport> {
  const root = join(dist, SEARCH_FOLDER);
  rmSync(root, { recursive: true, force: true });
  const choose = kindChooser(source.meetings, index);
  const cache = folder === null ? null : openCache(folder, generator(choose.site));
  const work: Work = { source, choose, root, cache, standing, files: [], folders: [] };
  const earlier = choose.site === 'text' ? [] : wholeGenerations(work);
  const plan = planGenerations(source.meetings, earlier, limits);
  const stored: StoredGeneration[] = [];
  for (const planned of plan) stored.push(await publishOne(planned, work));
  cache?.keep(stored);
  const generations = stored.map((each, at) => manifestEntry(each, plan[at]?.superseded ?? []));
  const shared = await sharedFiles(source.names, generations, cache?.keepText);
  writeFiles(root, shared);
  return {
    records: generations.reduce((sum, { records }) => sum + records, 0),
    generations: plan.length,
    made: plan.filter(({ made }) => made === null).length,
    files: [...work.files, ...[...shared.keys()].map((path) => SEARCH_FOLDER + path)],
    folders: work.folders,
  };
}

interface Work {
  readonly source: SearchSource;
  readonly choose: KindChooser;
  readonly root: string;
  readonly cache: GenerationCache | null;
  readonly standing: StandingSearch;
  /** See `SearchIndexReport`. */
  readonly files: string[];
  readonly folders: SearchFolder[];
}

/** The generations of the cache of which nothing is damaged that would be taken from there. */
function wholeGenerations({ source, cache, standing }: Work): readonly StoredGeneration[] {
  const current = new Map(source.meetings.map(({ id, digest }) => [id, digest]));
  const isThere = (path: string): boolean => standing.hasFile(SEARCH_FOLDER + path);
  return (cache?.stored ?? []).filter((generation) => {
    const { path, meetings } = generation;
    const superseded = meetings.filter(({ id, digest }) => current.get(id) !== digest).map(({ id }) => id);
    return foldersOf(meetings, superseded).every(
      ({ folder, state }) =>
        standing.hasFolder(SEARCH_FOLDER + path + folder, state) ||
        cache?.isWhole(generation, folder, isThere) === true,
    );
  });
}

/** Puts a generation below the root, made or kept. */
async function publishOne(
  { meetings, isSealed, superseded, made }: PlannedGeneration<StoredGeneration>,
  work: Work,
): Promise<StoredGeneration> {
  const { source, choose, root, cache } = work;
  if (made !== null && cache !== null) {
    cache.publish(made, root, pathsToPut(made, superseded, work));
    return made.isSealed === isSealed ? made : { ...made, isSealed };
  }
  const kind = choose.generation({ meetings, isSealed });
  const { generation, files } = await makeGeneration({ meetings, isSealed }, source, kind);
  if (cache === null) writeFiles(join(root, generation.path), files);
  else cache.store(generation, files);
  const paths = pathsToPut(generation, superseded, work);
  cache?.publish(generation, root, paths);
  return generation;
}

/** The files of a generation that have to be put into the site, by path below it; all that it has are entered. */
function pathsToPut(
  { path, meetings, files }: StoredGeneration,
  superseded: readonly string[],
  work: Work,
): readonly string[] {
  const unwanted = superseded.map(textPrefix);
  return foldersOf(meetings, superseded).flatMap(({ folder, state }) => {
    const place = SEARCH_FOLDER + path;
    const stands = work.standing.hasFolder(place + folder, state);
    work.folders.push({ path: place + folder, state, stands });
    if (stands) return [];
    const wanted = files()
      .map(([file]) => file)
      .filter((file) => folderOf(file) === folder && !unwanted.some((prefix) => file.startsWith(prefix)));
    work.files.push(...wanted.map((file) => place + file));
    return wanted.filter((file) => !work.standing.hasFile(place + file));
  });
}

function manifestEntry(
  { path, kind, records, textBytes, meetings }: StoredGeneration,
  superseded: readonly string[],
): Generation {
  const out = new Set(superseded);
  const numbers = meetings.flatMap(({ id }, number) => (out.has(id) ? [number] : []));
  return { path, kind, records, textBytes, superseded: numbers };
}
