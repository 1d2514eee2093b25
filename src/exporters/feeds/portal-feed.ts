import { hasMembers, membersOf, portalEntries, type PortalEntry } from '../../corpus/portal.ts';
import type { Corpus } from '../../corpus/model.ts';
import type { Site } from '../../site.ts';
import { absoluteUrl, basePath, feedsOf, portalUrl, siteUrl } from '../../urls.ts';
import type { CorpusExport } from '../export.ts';
import { element, escapeXml } from '../xml.ts';
import { DECLARATION, feedHead, NAMESPACES } from './atom.ts';
import { moment } from './moment.ts';

/**
 * What is new at the members of a portal as one feed, as it was taken last: heads that lead to the
 * member, each with the feed it comes from (RFC 4287 4.2.11). None on a site that is no portal.
 */
export const portalFeeds: CorpusExport = {
  kind: 'corpus',
  *files(corpus, site) {
    if (!hasMembers(corpus)) return;
    const { atom, json } = feedsOf(portalUrl());
    yield { path: pathOf(atom), content: atomFile(corpus, site) };
    yield { path: pathOf(json), content: jsonFile(corpus, site) };
  },
};

function pathOf(url: string): string {
  return url.slice(basePath().length);
}

function titleOf(site: Site): string {
  return `${site.name}：各站更新`;
}

function atomFile(corpus: Corpus, site: Site): string {
  const url = (path: string): string => absoluteUrl(path, site.domain);
  const { atom } = feedsOf(portalUrl());
  const entries = portalEntries(corpus);
  const deleted = deletedEntries(corpus);
  const updated = [...entries.map((entry) => entry.updated), ...deleted.map(({ when }) => when)];
  const parts = [
    ...feedHead(titleOf(site), url(atom), url(portalUrl()), latest(updated), site),
    ...entries.map(entryElement),
    ...deleted.map((each) => element('at:deleted-entry', { ref: each.url, when: each.when })),
  ];
  return `${DECLARATION}${element('feed', NAMESPACES, `\n${parts.join('\n')}\n`)}\n`;
}

function entryElement({ url, title, published, updated, member }: PortalEntry): string {
  const { atom } = feedsOf(member.address);
  const parts = [
    element('id', {}, escapeXml(url)),
    element('title', {}, escapeXml(`${member.name}：${title}`)),
    element('author', {}, element('name', {}, escapeXml(member.name))),
    element('published', {}, published),
    element('updated', {}, updated),
    element('link', { rel: 'alternate', type: 'text/html', href: url }),
    element('source', {}, element('id', {}, escapeXml(atom)) + element('title', {}, escapeXml(member.name))),
  ];
  return element('entry', {}, `\n${parts.join('\n')}\n`);
}

function jsonFile(corpus: Corpus, site: Site): string {
  const url = (path: string): string => absoluteUrl(path, site.domain);
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(site),
    home_page_url: url(portalUrl()),
    feed_url: url(feedsOf(portalUrl()).json),
    icon: url(siteUrl('favicon.svg')),
    language: 'zh-CN',
    authors: [{ name: site.name, url: url(siteUrl('')) }],
    items: portalEntries(corpus).map((entry) => ({
      id: entry.url,
      url: entry.url,
      title: entry.title,
      content_text: `${entry.member.name}：${entry.title}`,
      date_published: entry.published,
      date_modified: entry.updated,
      authors: [{ name: entry.member.name, url: entry.member.address }],
      language: 'zh-CN',
    })),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function deletedEntries(corpus: Corpus): readonly { readonly url: string; readonly when: string }[] {
  return membersOf(corpus).flatMap(({ collected }) => collected?.deleted ?? []);
}

function latest(times: readonly string[]): string {
  return times.toSorted((one, other) => Date.parse(other) - Date.parse(one))[0] ?? moment('1970-01-01');
}
