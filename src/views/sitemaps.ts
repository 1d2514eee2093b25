import { keptByYear } from '../corpus/derived.ts';
import type { Corpus } from '../corpus/model.ts';
import { element, escapeXml } from '../exporters/xml.ts';
import type { Minutes } from '../minutes/model.ts';
import { statedOf } from '../minutes/stated.ts';
import type { Site } from '../site.ts';
import { absoluteUrl, siteUrl } from '../urls.ts';
import type { PageKind, SitePage } from './site-pages.ts';

/** A page, and the Beijing minute of the last change of what it shows; null where that isn't known. */
interface Entry {
  readonly url: string;
  readonly changed: string | null;
}

/** Pages that search engines shall not have: what is past, gone, moved or missing. */
const UNLISTED: ReadonlySet<string> = new Set<PageKind>(['version', 'former', 'emptied', 'notFound']);

const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** `sitemaps/2022.xml`; that of all other pages is `sitemaps/pages.xml`. */
export function sitemapPath(year: string | null): string {
  return `sitemaps/${year ?? 'pages'}.xml`;
}

/**
 * The paths of the pages that a sitemap lists, in their order. Sitemaps are cut by the years that pages are
 * about, so that a new meeting changes its year alone.
 */
export function listedPaths(pages: readonly SitePage[]): readonly string[] {
  return pages.filter(({ kind }) => !UNLISTED.has(kind)).map(({ path }) => path);
}

/** The sitemap of some pages. Times are those of the data: publication, or the last change of the text. */
export function sitemapOf(paths: readonly string[], corpus: Corpus, site: Site): string {
  const entries = paths.map((path) => entryOf(path, corpus));
  return fileOf('urlset', 'url', entries, site);
}

/** `sitemap.xml`, the index of all sitemaps: of those of years, in this order, and that of the other pages. */
export function sitemapIndex(years: readonly string[], corpus: Corpus, site: Site): string {
  const index = [
    { url: siteUrl(sitemapPath(null)), changed: newestOfAll(corpus) },
    ...years.map((year) => ({ url: siteUrl(sitemapPath(year)), changed: newestOfYear(corpus, year) })),
  ];
  return fileOf('sitemapindex', 'sitemap', index, site);
}

const LISTS = /^(?:minutes\/)?$/u;
const YEAR = /^minutes\/(\d+)\/$/u;
const MEETING = /^minutes\/(\d+\/[^/]+)\/$/u;

/** A meeting changes by itself, lists of meetings with the newest change in them; of other pages nothing is said. */
function entryOf(path: string, corpus: Corpus): Entry {
  const url = siteUrl(path);
  const minutes = corpus.byId.get(MEETING.exec(path)?.[1] ?? '');
  if (minutes !== undefined) return { url, changed: changedAt(minutes, corpus) };
  if (LISTS.test(path)) return { url, changed: newestOfAll(corpus) };
  const year = YEAR.exec(path)?.[1];
  return { url, changed: year === undefined ? null : newestOfYear(corpus, year) };
}

/** When anything changed last among the minutes of a year of addresses. */
const newestOfYear = keptByYear('newestChange', (corpus, year) =>
  latest((corpus.byYear.get(year) ?? []).map((each) => changedAt(each, corpus))),
);

function newestOfAll(corpus: Corpus): string | null {
  return latest([...corpus.byYear.keys()].map((year) => newestOfYear(corpus, year)));
}

function changedAt(minutes: Minutes, { archive }: Corpus): string | null {
  const events = archive.histories?.get(minutes.id)?.events ?? [];
  return latest([statedOf(minutes).published, ...events.map(({ time }) => time)]);
}

function latest(times: readonly (string | null)[]): string | null {
  return times.reduce((one, other) => ((other ?? '') > (one ?? '') ? other : one), null);
}

function fileOf(root: string, child: string, entries: readonly Entry[], site: Site): string {
  const rows = entries.map(({ url, changed }) => {
    const lastmod = changed === null ? '' : element('lastmod', {}, `${changed.replace(' ', 'T')}:00+08:00`);
    return element(child, {}, element('loc', {}, escapeXml(absoluteUrl(url, site.domain))) + lastmod);
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, { xmlns: XMLNS }, `\n${rows.join('\n')}\n`)}\n`;
}
