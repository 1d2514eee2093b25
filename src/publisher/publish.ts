import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmblemFile } from '../corpus/emblem.ts';
import type { Corpus } from '../corpus/model.ts';
import { hasMembers } from '../corpus/portal.ts';
import { EXPORTS } from '../exporters/registry.ts';
import { UserError } from '../files/user-error.ts';
import type { Minutes } from '../minutes/model.ts';
import type { Progress } from '../progress/progress.ts';
import { buildSearch } from '../search/index-builder.ts';
import { makeGenerations } from '../search/make-generation.ts';
import { PROGRAM_FOLDER, SEARCH_FOLDER } from '../search/manifest.ts';
import { pagefindProgram } from '../search/pagefind-bundle.ts';
import type { Site } from '../site.ts';
import { cardPath } from '../urls.ts';
import { cardView, type CardView } from '../views/card.ts';
import { fileOf } from '../views/page-rows.ts';
import { sitePages } from '../views/site-pages.ts';
import { listedPaths } from '../views/sitemaps.ts';
import { openBundle } from './bundle.ts';
import { commonInputs, inputsOfRows } from './common-inputs.ts';
import { cardPainter } from './cards.ts';
import { commitChange } from './commit.ts';
import { sha256Of } from './digest.ts';
import type { DocumentEntry } from './document-entry.ts';
import type { Reading } from './facets.ts';
import type { LightCorpus } from './light-corpus.ts';
import { lightSearch, searchDigest } from './light-search.ts';
import { parcelOf, REST } from './parcel.ts';
import type { Portion } from './portion.ts';
import { filesBelow, SiteFiles, type FileScan } from './site-files.ts';
import { stagedFolder, swapFolders } from './site-folders.ts';
import { SearchAside, searchCacheOf } from './search-aside.ts';
import { SiteParcels, type OpenParcel } from './site-parcels.ts';
import type { StoredState } from './site-state.ts';
import { Printer } from './printer.ts';
import type { Threads } from './threads.ts';
import { Exports } from './write-exports.ts';
import { facetsBeside, YearInputs } from './year-inputs.ts';

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
  /** Where the parts of documents are, see `PartStore`. */
  readonly parts: string;
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
  try {
    search.begin();
    return await makeParts(publishing, search);
  } finally {
    await search.close();
  }
}

async function makeParts(publishing: Publishing, searchAside: SearchAside): Promise<MadeSite> {
  const { light, target, before, portion, scan, standing } = publishing;
  const files = new SiteFiles(target, stagedFolder(target), scan);
  const parcels = new SiteParcels(before, standing, { ...publishing, files, digests: light.digests });
  const rest = parcels.open(REST);
  const common = commonInputs(publishing);
  const inputsOf = inputsOfRows(publishing, common);
  const exports = new Exports(publishing, files, inputsOf);
  const inputs = new YearInputs(light.digests, common, inputsOf);
  const { sitemaps, ...pages } = await makePages(publishing, { files, parcels, rest, exports, inputs });
  exports.writeRest(rest, sitemaps);
  parcels.openOthers();
  if (portion !== null) {
    await makeShareOfSearch(publishing, portion);
    return { files, parcels, ...NO_SEARCH, pages };
  }
  if (publishing.emblem !== null) files.put(publishing.emblem.name, publishing.emblem.bytes);
  await searchAside.finish();
  const search = await writeSearch(publishing, files, rest);
  await writeProgram(publishing, files);
  return { files, parcels, ...search, generationsMade: search.generationsMade + searchAside.made, pages };
}

/** Of a part of a site. */
const NO_SEARCH = { search: { digest: '', records: 0, generations: 0 }, generationsMade: 0 } as const;

/** Brings a made site to its place: file by file, or as a whole where nothing stands that counts. */
export function bringSite(
  { files, parcels }: MadeSite,
  { before, target, siteCache }: Publishing,
): readonly string[] {
  if (before === null) {
    swapFolders(files.staged, target);
    return [];
  }
  const deleted = files.gone(parcels.standing);
  commitChange(siteCache, { target, staged: files.staged, moved: files.written, deleted });
  return deleted;
}

/** What pages and the files of years are made with. */
interface YearWork {
  readonly files: SiteFiles;
  readonly parcels: SiteParcels;
  readonly rest: OpenParcel;
  readonly exports: Exports;
  readonly inputs: YearInputs;
}

/**
 * Makes pages, files and pictures year by year, so that the documents of a year are opened once for all of it.
 * A year in which nothing has changed is kept as a whole.
 */
async function makePages(
  publishing: Publishing,
  work: YearWork,
): Promise<MadeSite['pages'] & { readonly sitemaps: readonly string[] }> {
  const { light, site, bundleVersion, cacheDir, portion, progress } = publishing;
  progress.begin('编译页面', null);
  const bundle = await openBundle(cacheDir, bundleVersion);
  if (portion === null) copyAssets(join(bundle.folder, 'client'), work.files);
  const printer = new Printer(bundle, work.files, progress);
  const paint = cardPainter(cacheDir);
  const planned = [...sitePages(light.corpus, site)];
  const byYear = Map.groupBy(planned, ({ path }) => parcelOf(fileOf(path)));
  const years = new Set([...light.corpus.byYear.keys(), ...byYear.keys(), ...yearsOfExports(light.corpus)]);
  years.delete(REST);
  progress.begin('页面和数据', planned.length + light.corpus.minutes.length);
  let kept = 0;
  for (const year of years) {
    const minutes = light.corpus.byYear.get(year) ?? [];
    const plan = { year, pages: byYear.get(year) ?? [], ids: minutes.map(({ id }) => id) };
    const mark = work.parcels.keep(year, (facets) => work.inputs.of(plan, facets));
    if (mark !== null) {
      kept += mark.pages;
      for (let at = 0; at < plan.pages.length + minutes.length; at++) progress.step();
      continue;
    }
    const parcel = work.parcels.open(year);
    await printer.print(plan.pages, parcel.made);
    work.exports.writeYear(year, minutes, parcel);
    work.exports.writeSitemap(year, plan.pages, parcel);
    drawCards(minutes, publishing, work.files, parcel, paint);
    if (portion === null) copyPapers(plan.ids, publishing, work.files);
    const facets = facetsBeside(parcel.made.state.facets, plan);
    work.parcels.note(year, { facets, inputs: work.inputs.of(plan, facets) });
  }
  const others = byYear.get(REST) ?? [];
  await printer.print(others, work.rest.made);
  work.exports.writeSitemap(null, others, work.rest);
  const sitemaps = [...years].filter((year) => listedPaths(byYear.get(year) ?? []).length > 0);
  return { printed: printer.pages.printed, kept: printer.pages.kept + kept, sitemaps };
}

function yearsOfExports(corpus: Corpus): readonly string[] {
  return EXPORTS.flatMap((row) => (row.kind === 'year' ? [...row.years(corpus)] : []));
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

/** The pictures of meetings. */
function drawCards(
  minutes: readonly Minutes[],
  { site, progress }: Publishing,
  files: SiteFiles,
  { made }: OpenParcel,
  paint: (view: CardView) => Uint8Array,
): void {
  for (const each of minutes) {
    progress.step();
    const path = cardPath(each.id);
    const card = made.remake(path, null, () => cardView(each, site));
    if (card !== null) files.put(path, paint(card.shown));
  }
}

/** The paper documents that the pages of meetings offer. Throws a `UserError` when one isn't what was made. */
function copyPapers(ids: readonly string[], { light: { archive } }: Publishing, files: SiteFiles): void {
  for (const id of ids) {
    const paper = archive.papers.get(id);
    if (paper === undefined) continue;
    const { path, sha256 } = paper;
    const name = `minutes/${id}/minutes.pdf`;
    if (files.isIntact(name, sha256)) files.keep(name);
    else {
      const bytes = readFileSync(path);
      if (sha256Of(bytes) !== sha256)
        throw new UserError(`“${path}”已经损坏`, '运行 npm run pdf 重做，再建站');
      files.put(name, bytes);
    }
  }
}

/** What another machine will need of the work for search, kept in the caches of this site. */
async function makeShareOfSearch(
  { light: { corpus }, entries, siteCache, progress }: Publishing,
  { hasGeneration }: Portion,
): Promise<void> {
  progress.begin('检索', null);
  const source = lightSearch(corpus, entries, progress.step);
  await makeGenerations(source, searchCacheOf(siteCache), hasGeneration);
}

async function writeSearch(
  { light: { corpus }, entries, before, siteCache, progress }: Publishing,
  files: SiteFiles,
  rest: OpenParcel,
): Promise<Pick<MadeSite, 'search' | 'generationsMade'>> {
  // How long words take to be packed once the texts are read, nobody knows.
  progress.begin('检索', null);
  const source = lightSearch(corpus, entries, progress.step);
  const digest = searchDigest(source);
  const standing = Object.keys(rest.before.files).filter((path) => path.startsWith(SEARCH_FOLDER));
  if (before !== null && before.search === digest && standing.every((path) => files.isIntact(path))) {
    for (const path of standing) files.keep(path);
    const { records, generations } = before.report;
    return { search: { digest, records, generations }, generationsMade: 0 };
  }
  const report = await buildSearch(source, files.staged, {
    cache: searchCacheOf(siteCache),
    isThere: (path) => files.isIntact(path),
  });
  const made = new Set(filesBelow(files.staged, SEARCH_FOLDER.slice(0, -1)));
  for (const path of report.files) {
    if (made.has(path)) files.enter(path);
    else files.keep(path);
  }
  const { records, generations } = report;
  return { search: { digest, records, generations }, generationsMade: report.made };
}

/** What a portal runs on the search of its members; its folder is named by the version. */
async function writeProgram({ light: { corpus } }: Publishing, files: SiteFiles): Promise<void> {
  if (!hasMembers(corpus)) return;
  for (const [path, bytes] of await pagefindProgram()) files.put(PROGRAM_FOLDER + path, bytes);
}
