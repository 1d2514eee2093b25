import type { Corpus } from '../corpus/model.ts';
import type { CorpusExport, ExportFile } from '../exporters/export.ts';
import { element, escapeXml } from '../exporters/xml.ts';
import type { Minutes } from '../minutes/model.ts';
import type { Site } from '../site.ts';
import { absoluteUrl, siteUrl } from '../urls.ts';
import { sitePages, type PageKind } from './site-pages.ts';

/** A page, and the Beijing minute of the last change of what it shows; null where that isn't known. */
interface Entry {
  readonly url: string;
  readonly changed: string | null;
}

/** Pages that search engines shall not have: what is past, gone, moved or missing. */
const UNLISTED: ReadonlySet<string> = new Set<PageKind>(['version', 'former', 'notFound']);

const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * `sitemap.xml`, an index of one file for each year and one for all other pages, so that a new meeting
 * changes its year alone. Times are those of the data: publication, or the last change of the text.
 */
export const SITEMAPS: CorpusExport = { kind: 'corpus', files: sitemaps };

function* sitemaps(corpus: Corpus, site: Site): Iterable<ExportFile> {
  const pages = [...sitePages(corpus, site)].filter(({ kind }) => !UNLISTED.has(kind));
  const parts = [...Map.groupBy(pages, ({ path }) => /(?:^|\/)(\d{4})\//u.exec(path)?.[1] ?? 'pages')].map(
    ([name, all]) => ({ name, entries: all.map(({ path }) => entryOf(path, corpus)) }),
  );
  for (const { name, entries } of parts)
    yield { path: `sitemaps/${name}.xml`, content: fileOf('urlset', 'url', entries, site) };
  const index = parts.map(({ name, entries }) => ({
    url: siteUrl(`sitemaps/${name}.xml`),
    changed: latest(entries.map(({ changed }) => changed)),
  }));
  yield { path: 'sitemap.xml', content: fileOf('sitemapindex', 'sitemap', index, site) };
}

const LISTS = /^(?:minutes\/)?$/u;
const YEAR = /^minutes\/(\d+)\/$/u;
const MEETING = /^minutes\/(\d+\/[^/]+)\/$/u;

/** A meeting changes by itself, lists of meetings with the newest change in them; of other pages nothing is said. */
function entryOf(path: string, corpus: Corpus): Entry {
  const url = siteUrl(path);
  const minutes = corpus.byId.get(MEETING.exec(path)?.[1] ?? '');
  if (minutes !== undefined) return { url, changed: changedAt(minutes, corpus) };
  const listed = LISTS.test(path) ? corpus.minutes : (corpus.byYear.get(YEAR.exec(path)?.[1] ?? '') ?? []);
  return { url, changed: newest(listed, corpus) };
}

function changedAt({ id, head: { published } }: Minutes, { archive }: Corpus): string | null {
  const events = archive.histories?.get(id)?.events ?? [];
  return latest([published, ...events.map(({ time }) => time)]);
}

function newest(minutes: readonly Minutes[], corpus: Corpus): string | null {
  return latest(minutes.map((each) => changedAt(each, corpus)));
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
