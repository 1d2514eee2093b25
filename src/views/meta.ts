import type { Minutes } from '../minutes/model.ts';
import type { Column, Site } from '../site.ts';
import { absoluteUrl, meetingUrl } from '../urls.ts';
import { abstractOf } from './catalogue.ts';
import { documentTitle } from './meeting-summary.ts';

/** One `<meta name content>` of R1.1. */
export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/** Keeps a page out of search engines: one that is past, gone or moved. */
export const NO_INDEX: MetaTag = { name: 'robots', content: 'noindex' };

/** The site tags: the only ones of the home page and of pages that are no column (R1.3). */
export function siteTags({ name, domain, code }: Site): readonly MetaTag[] {
  return tags([
    ['SiteName', name],
    ['SiteDomain', domain],
    ['SiteIDCode', code],
  ]);
}

/** Site and column tags, for list pages. */
export function columnTags(site: Site, { name, description, keywords, type }: Column): readonly MetaTag[] {
  return [
    ...siteTags(site),
    ...tags([
      ['ColumnName', name],
      ['ColumnDescription', description],
      ['ColumnKeywords', keywords.join(',')],
      ['ColumnType', type],
    ]),
  ];
}

/** All tags of a set of minutes, in the order of R1.1; a tag without a value is left out. */
export function articleTags(site: Site, minutes: Minutes): readonly MetaTag[] {
  const { issuer, published } = minutes.head;
  return [
    ...columnTags(site, site.column),
    ...tags([
      ['ArticleTitle', documentTitle(minutes)],
      ['PubDate', published],
      ['ContentSource', issuer?.value ?? site.source],
      ['Keywords', site.column.keywords.join(',')],
      ['Description', abstractOf(minutes)],
      ['Url', absoluteUrl(meetingUrl(minutes.id), site.domain)],
    ]),
  ];
}

function tags(pairs: readonly (readonly [name: string, content: string | null])[]): readonly MetaTag[] {
  return pairs.flatMap(([name, content]) => (content === null || content === '' ? [] : [{ name, content }]));
}

/** One `<meta property content>` of the Open Graph protocol. */
export interface GraphTag {
  readonly property: string;
  readonly content: string;
}

/** A picture for a page where it is linked from chats and feeds. */
export interface PictureView {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly description: string;
}

/** What chats and feeds show of a link to a page. */
export function graphTags(
  site: Site,
  page: {
    readonly title: string;
    readonly url: string;
    readonly article: boolean;
    readonly description: string;
    readonly picture: PictureView | null;
  },
): readonly GraphTag[] {
  const { title, url, article, description, picture } = page;
  const pairs: readonly (readonly [property: string, content: string])[] = [
    ['og:type', article ? 'article' : 'website'],
    ['og:site_name', site.name],
    ['og:locale', 'zh_CN'],
    ['og:title', title],
    ['og:url', url],
    ['og:description', description],
    ...(picture === null
      ? []
      : ([
          ['og:image', picture.url],
          ['og:image:type', 'image/png'],
          ['og:image:width', String(picture.width)],
          ['og:image:height', String(picture.height)],
          ['og:image:alt', picture.description],
        ] as const)),
  ];
  return pairs.map(([property, content]) => ({ property, content }));
}
