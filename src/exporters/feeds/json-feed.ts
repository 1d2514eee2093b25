import type { Site } from '../../site.ts';
import { absoluteUrl, feedsOf, feedsUrl, siteUrl } from '../../urls.ts';
import type { Feed } from './feed.ts';

/**
 * A feed as JSON Feed 1.1, which knows no deletions: what was withdrawn stands in an extension of
 * ours, `_deleted`, that `/feeds/` explains.
 */
export function jsonFeedFile(feed: Feed, site: Site): string {
  const url = (path: string): string => absoluteUrl(path, site.domain);
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: url(feed.page),
    feed_url: url(feedsOf(feed.page).json),
    icon: url(siteUrl('favicon.svg')),
    language: 'zh-CN',
    authors: [{ name: site.name, url: url(siteUrl('')) }],
    _deleted: {
      about: `${url(feedsUrl())}#deleted`,
      items: feed.deleted.map((deletion) => ({
        id: deletion.url,
        when: deletion.when,
        reason: deletion.reason,
      })),
    },
    items: feed.entries.map((entry) => ({
      id: entry.url,
      url: entry.url,
      title: entry.title,
      content_text: entry.summary,
      date_published: entry.published,
      date_modified: entry.updated,
      tags: entry.tags,
      language: 'zh-CN',
    })),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
