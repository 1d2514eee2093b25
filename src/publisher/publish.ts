import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingFile } from '../checks/file-context.ts';
import type { EmblemFile } from '../corpus/emblem.ts';
import { hasMembers } from '../corpus/portal.ts';
import type { Progress } from '../progress/progress.ts';
import { PROGRAM_FOLDER } from '../search/manifest.ts';
import { pagefindProgram } from '../search/pagefind-bundle.ts';
import type { Site } from '../site.ts';
import { listedPaths } from '../views/sitemaps.ts';
import { openBundle, type Bundle } from './bundle.ts';
import { commitChange } from './commit.ts';
import type { DocumentEntry } from './document-entry.ts';
import type { Reading } from './facets.ts';
import type { LightCorpus } from './light-corpus.ts';
import { REST } from './parcel.ts';
import type { Portion } from './portion.ts';
import { SearchAside } from './search-aside.ts';
import { filesBelow, SiteFiles, type FileScan } from './site-files.ts';
import { stagedFolder, swapFolders } from './site-folders.ts';
import type { OpenParcel, SiteParcels } from './site-parcels.ts';
import type { StoredState } from './site-state.ts';
import { workOn, type SiteWork } from './site-work.ts';
import { TablesAside } from './tables-aside.ts';
import { othersFor, type Threads } from './threads.ts';
import type { TopicCache } from './topic-cache.ts';
import { makeShareOfSearch, NO_SEARCH, writeSearch } from './write-search.ts';
import { YearMaker } from './year-maker.ts';
import { makeYearValues, planSite } from './year-plan.ts';
import { YearThreads } from './year-threads.ts';

/** What a site is made of, and where it is made. */
export interface Publishing {
  readonly light: LightCorpus;
  readonly site: Site;
  /** What `site.emblem` names; null without one. */
  readonly emblem: EmblemFile | null;
  /** The documents of the corpus, by id. */
  readonly entries: ReadonlyMap<string, DocumentEntry>;
  readonly reading: Reading;
  readonly target: string;
  /** What of the site is made; null for all of it. */
  readonly portion: Portion | null;
  /** What the last build left; null to begin anew. */
  readonly before: StoredState | null;
  /** What stands in the folder of the site, see `standingOf`, by the names of parcels. */
  readonly standing: ReadonlyMap<string, string>;
  /** Of the code, the addresses and the settings that every page shows. */
  readonly version: string;
  readonly bundleVersion: string;
  readonly cacheDir: string;
  /** The caches of this site alone. */
  readonly siteCache: string;
  /** Where the parts of documents are, see `PartStore`, and the pack of parts that nobody else adds to. */
  readonly parts: string;
  readonly pack: string;
  readonly registry: SettingFile | null;
  readonly topics: TopicCache;
  readonly threads: Threads;
  readonly progress: Progress;
  /** What looks at every new file before the site is brought to its place. */
  readonly scan: FileScan;
}

/** A site that is made and stands beside the old one, until it is brought there or thrown away. */
export interface MadeSite {
  readonly files: SiteFiles;
  readonly parcels: SiteParcels;
  readonly search: { readonly digest: string; readonly records: number; readonly generations: number };
  readonly generationsMade: number;
  readonly pages: { readonly printed: number; readonly kept: number };
}

/** Makes everything of a site that has changed since `before`. Whatever it rests on is noted. */
export async function makeSite(publishing: Publishing): Promise<MadeSite> {
  const search = new SearchAside(publishing);
  const tables = new TablesAside();
  try {
    search.begin();
    return await makeParts(publishing, { search, tables });
  } finally {
    await search.close();
    await tables.close();
  }
}

/** What is made by other threads meanwhile. */
interface Asides {
  readonly search: SearchAside;
  readonly tables: TablesAside;
}

async function makeParts(publishing: Publishing, asides: Asides): Promise<MadeSite> {
  const { search, tables } = asides;
  const { target, portion, scan, cacheDir, bundleVersion, progress } = publishing;
  const files = new SiteFiles(target, stagedFolder(target), scan);
  files.begin();
  const work = workOn(publishing, files);
  const { parcels } = work;
  const rest = parcels.open(REST);
  orderTables(publishing, { work, rest, tables });
  progress.begin('编译页面', null);
  const bundle = await openBundle(cacheDir, bundleVersion);
  if (portion === null) copyAssets(join(bundle.folder, 'client'), files);
  const pages = await makePages(publishing, { work, rest, bundle, ...asides });
  if (portion !== null) {
    work.exports.writeLast(rest);
    parcels.openOthers();
    await makeShareOfSearch(publishing, portion);
    return { files, parcels, ...NO_SEARCH, pages };
  }
  if (publishing.emblem !== null) files.put(publishing.emblem.name, publishing.emblem.bytes);
  await search.finish();
  const { generationsMade, ...found } = await writeSearch(publishing, work, rest);
  await writeProgram(publishing, files);
  await tables.finish();
  work.exports.writeLast(rest);
  parcels.openOthers();
  return { files, parcels, ...found, generationsMade: generationsMade + search.made, pages };
}

/** What pages are made with. */
interface PageWork extends Asides {
  readonly work: SiteWork;
  readonly rest: OpenParcel;
  readonly bundle: Bundle;
}

/**
 * Has the tables over all years written by another thread, where there may be one and it has little to be told; else
 * their rows are kept until they are written.
 */
function orderTables(
  { portion, entries, threads }: Publishing,
  { work, rest, tables }: Pick<PageWork, 'work' | 'rest' | 'tables'>,
): void {
  if (portion !== null) return;
  const ordered = othersFor(entries.size, threads) === 0 ? null : work.exports.orderTables(rest);
  if (ordered === null) work.exports.keepRows(true);
  else tables.begin(ordered);
}

/**
 * Brings a made site to its place: file by file, or as a whole where nothing of it stands there.
 *
 * @returns what stood there as files of the last build and is gone
 */
export function bringSite(
  { files, parcels }: MadeSite,
  { before, target, siteCache }: Publishing,
): readonly string[] {
  const moved = files.written;
  const deleted = before === null ? [] : files.gone(parcels.standing);
  if (before === null || moved.length === files.count) swapFolders(files.staged, target);
  else commitChange(siteCache, { target, staged: files.staged, moved, deleted });
  return deleted;
}

/** What making them is called. */
const PAGES = '页面和数据';

/**
 * Makes pages, and all that goes with years. A year in which nothing has changed is kept as a whole.
 */
async function makePages(
  publishing: Publishing,
  { work, rest, bundle, search, tables }: PageWork,
): Promise<MadeSite['pages']> {
  const { light, before, progress } = publishing;
  if (before === null) makeYearValues(light);
  const { years, others } = planSite(publishing);
  const planned = years.reduce((sum, { pages }) => sum + pages.length, others.length);
  progress.begin(PAGES, planned + light.corpus.minutes.length);
  let kept = 0;
  const changed = years.filter((plan) => {
    const mark = work.parcels.keep(plan.year, (facets) => work.inputs.of(plan, facets));
    if (mark === null) return true;
    kept += mark.pages;
    for (let at = 0; at < plan.pages.length + plan.minutes.length; at++) progress.step();
    return false;
  });
  const maker = new YearMaker(publishing, work, bundle);
  const threads = new YearThreads(publishing, work, changed);
  const sitemaps = years.filter(({ pages }) => listedPaths(pages).length > 0).map(({ year }) => year);
  try {
    threads.begin(search);
    for (const plan of threads.own()) await maker.make(plan);
    await maker.printer.print(others, rest.made);
    work.exports.writeSitemap(null, others, rest);
    work.exports.writeRest(rest, sitemaps);
    // What the others have still to make; how much that is they alone know.
    if (threads.hasBegun) progress.begin(PAGES, null);
    const finished = threads.finish();
    await publishing.scan.help(finished);
    await finished;
    if (!tables.hasBegun) work.exports.writeTables(rest);
  } finally {
    await threads.close();
  }
  const { pages } = maker.printer;
  return {
    printed: pages.printed + threads.pages.printed,
    kept: pages.kept + threads.pages.kept + kept,
  };
}

/** The files that go into every site. */
function copyAssets(client: string, files: SiteFiles): void {
  for (const path of filesBelow(client)) {
    if (files.isIntact(path)) files.keep(path);
    else {
      cpSync(join(client, path), files.stagedPath(path));
      files.enter(path);
    }
  }
}

/** What a portal runs on the search of its members; its folder is named by the version. */
async function writeProgram({ light: { corpus } }: Publishing, files: SiteFiles): Promise<void> {
  if (!hasMembers(corpus)) return;
  for (const [path, bytes] of await pagefindProgram()) files.put(PROGRAM_FOLDER + path, bytes);
}
