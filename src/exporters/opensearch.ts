import type { Corpus } from '../corpus/model.ts';
import type { Site } from '../site.ts';
import { absoluteUrl, feedsOf, homeUrl, openSearchUrl, searchUrl, siteUrl } from '../urls.ts';
import { element, escapeXml } from './xml.ts';

/** The longest name that OpenSearch 1.1 allows, in characters. */
const LONGEST_NAME = 16;

/** `opensearch.xml`: by it browsers offer the site among their search engines. Nothing is searched elsewhere. */
export function openSearch(_corpus: Corpus, site: Site): string {
  const url = (path: string): string => absoluteUrl(path, site.domain);
  const parts = [
    element('ShortName', {}, escapeXml(Array.from(site.name).slice(0, LONGEST_NAME).join(''))),
    element('Description', {}, escapeXml(site.column.description)),
    element('Language', {}, 'zh-CN'),
    element('InputEncoding', {}, 'UTF-8'),
    element('Image', { type: 'image/svg+xml' }, escapeXml(url(siteUrl('favicon.svg')))),
    element('Url', { type: 'text/html', method: 'get', template: `${url(searchUrl())}?q={searchTerms}` }),
    element('Url', {
      type: 'application/atom+xml',
      rel: 'collection',
      template: url(feedsOf(homeUrl()).atom),
    }),
    element('Url', {
      type: 'application/opensearchdescription+xml',
      rel: 'self',
      template: url(openSearchUrl()),
    }),
  ];
  const root = { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' };
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('OpenSearchDescription', root, `\n${parts.join('\n')}\n`)}\n`;
}
