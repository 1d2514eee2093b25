import { buildSearch } from '../search/index-builder.ts';
import { makeGenerations } from '../search/make-generation.ts';
import { SEARCH_FOLDER } from '../search/manifest.ts';
import { lightSearch, searchDigest } from './light-search.ts';
import type { Portion } from './portion.ts';
import type { MadeSite, Publishing } from './publish.ts';
import { searchCacheOf } from './search-aside.ts';
import { SearchParcels } from './search-parcels.ts';
import { filesBelow } from './site-files.ts';
import type { OpenParcel } from './site-parcels.ts';
import type { SiteWork } from './site-work.ts';

/** Of a part of a site. */
export const NO_SEARCH = { search: { digest: '', records: 0, generations: 0 }, generationsMade: 0 } as const;

/** What another machine will need of the work for search, kept in the caches of this site. */
export async function makeShareOfSearch(
  { light: { corpus }, entries, siteCache, progress }: Publishing,
  { hasGeneration }: Portion,
): Promise<void> {
  progress.begin('检索', null);
  const source = lightSearch(corpus, entries, progress.step);
  await makeGenerations(source, searchCacheOf(siteCache), hasGeneration);
}

/** Writes the search of a site, where what readers find has changed. */
export async function writeSearch(
  { light: { corpus }, entries, before, siteCache, progress }: Publishing,
  { files, parcels }: Pick<SiteWork, 'files' | 'parcels'>,
  rest: OpenParcel,
): Promise<Pick<MadeSite, 'search' | 'generationsMade'>> {
  // How long words take to be packed once the texts are read, nobody knows.
  progress.begin('检索', null);
  const source = lightSearch(corpus, entries, progress.step);
  const digest = searchDigest(source);
  const standing = new SearchParcels(parcels, files);
  if (before?.search === digest && standing.keepAll(Object.keys(rest.before.files))) {
    const { records, generations } = before.report;
    return { search: { digest, records, generations }, generationsMade: 0 };
  }
  const report = await buildSearch(source, files.staged, { cache: searchCacheOf(siteCache), standing });
  standing.enter(report, new Set(filesBelow(files.staged, SEARCH_FOLDER.slice(0, -1))));
  const { records, generations } = report;
  return { search: { digest, records, generations }, generationsMade: report.made };
}
