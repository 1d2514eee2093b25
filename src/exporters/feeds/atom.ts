import type { Site } from '../../site.ts';
import { absoluteUrl, feedsOf } from '../../urls.ts';
import { element, escapeXml } from '../xml.ts';
import type { Deletion, Entry, Feed } from './feed.ts';

/** The namespaces of Atom (RFC 4287), of deleted entries (RFC 6721) and of archives (RFC 5005). */
export const NAMESPACES = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
  'xml:lang': 'zh-CN',
} as const;

/** A feed as Atom. */
export function atomFile(feed: Feed, site: Site): string {
  const url = (path: string): string => absoluteUrl(path, site.domain);
  const { atom, json } = feedsOf(feed.page);
  const parts = [
    ...feedHead(feed.title, url(atom), url(feed.page), feed.updated, site),
    element('link', { rel: 'alternate', type: 'application/feed+json', href: url(json) }),
    ...(feed.archive === null ? [] : [element('link', { rel: 'prev-archive', href: url(feed.archive) })]),
    ...feed.entries.map(entryElement),
    ...feed.deleted.map(deletedElement),
  ];
  return `${DECLARATION}${element('feed', NAMESPACES, `\n${parts.join('\n')}\n`)}\n`;
}

export const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';

/** What every feed begins with; addresses are absolute. */
export function feedHead(
  title: string,
  self: string,
  page: string,
  updated: string,
  site: Site,
): readonly string[] {
  return [
    element('id', {}, escapeXml(self)),
    element('title', {}, escapeXml(title)),
    element('updated', {}, updated),
    element('author', {}, element('name', {}, escapeXml(site.name))),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    element('link', { rel: 'alternate', type: 'text/html', href: page }),
  ];
}

/** One entry. */
export function entryElement({ url, title, summary, published, updated, tags }: Entry): string {
  const parts = [
    element('id', {}, escapeXml(url)),
    element('title', {}, escapeXml(title)),
    element('published', {}, published),
    element('updated', {}, updated),
    element('link', { rel: 'alternate', type: 'text/html', href: url }),
    ...tags.map((tag) => element('category', { term: tag })),
    element('summary', {}, escapeXml(summary)),
  ];
  return element('entry', {}, `\n${parts.join('\n')}\n`);
}

function deletedElement({ url, when, reason }: Deletion): string {
  return element('at:deleted-entry', { ref: url, when }, element('at:comment', {}, escapeXml(reason)));
}
