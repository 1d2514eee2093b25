import type { Bureau, BureauKind, Corpus } from '../corpus/model.ts';
import type { AgendaItem, Minutes } from '../minutes/model.ts';
import { textFile } from '../minutes/downloads.ts';
import { headingOf, meetingName } from '../minutes/plain-text.ts';
import { sha256 } from '../minutes/sha256.ts';
import type { Site } from '../site.ts';
import {
  absoluteUrl,
  bureauUrl,
  homeUrl,
  itemUrl,
  jsonUrl,
  markdownUrl,
  meetingUrl,
  searchUrl,
  textUrl,
} from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { documentTitle } from './meeting-summary.ts';

/** Something that a page says of what it is, in the words of schema.org. */
export type LinkedThing = Readonly<Record<string, unknown>>;

/** The data block of a page: JSON-LD 1.1 that can stand inside HTML. Null where there is nothing to say. */
export function linkedData(things: readonly LinkedThing[]): string | null {
  if (things.length === 0) return null;
  const graph = { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(graph).replaceAll('<', String.raw`\u003c`);
}

/** The meeting as an event, its minutes as a report with the items as parts. What the text doesn't say is left out. */
export function meetingThings(minutes: Minutes, corpus: Corpus, site: Site): readonly LinkedThing[] {
  const { id, head, items } = minutes;
  const url = absoluteUrl(meetingUrl(id), site.domain);
  const organizer = { '@type': 'GovernmentOrganization', name: head.issuer?.value ?? site.source };
  const changed = corpus.archive.histories?.get(id)?.events.findLast(({ what }) => what === 'text');
  return [
    {
      '@type': 'Event',
      '@id': `${url}#meeting`,
      name: meetingName(minutes),
      ...given('startDate', head.held?.value),
      ...given('location', head.venue === null ? undefined : { '@type': 'Place', name: head.venue.value }),
      organizer,
      recordedIn: { '@id': `${url}#minutes` },
    },
    {
      '@type': 'Report',
      '@id': `${url}#minutes`,
      url,
      name: documentTitle(minutes),
      ...given('reportNumber', head.number?.value),
      inLanguage: 'zh-CN',
      isAccessibleForFree: true,
      author: organizer,
      ...publisherOf(site),
      ...given('dateCreated', head.issued?.value),
      ...given('datePublished', moment(head.published)),
      ...given('dateModified', moment(changed?.time ?? null)),
      ...given('version', corpus.archive.histories?.get(id)?.current),
      encoding: [
        {
          ...media(absoluteUrl(textUrl(id), site.domain), 'text/plain'),
          sha256: sha256(textFile(minutes)),
        },
        media(absoluteUrl(markdownUrl(id), site.domain), 'text/markdown'),
        media(absoluteUrl(jsonUrl(id), site.domain), 'application/json'),
      ],
      hasPart: items.map((item) => itemThing(item, id, site)),
    },
  ];
}

function itemThing(item: AgendaItem, id: string, site: Site): LinkedThing {
  return {
    '@type': 'CreativeWork',
    '@id': absoluteUrl(itemUrl(id, item.anchor), site.domain),
    position: item.order,
    name: headingOf(item),
  };
}

/** A demonstration is published by no government. */
function publisherOf(site: Site): LinkedThing {
  return site.mode === 'demo' ? {} : { publisher: { '@type': 'GovernmentOrganization', name: site.sponsor } };
}

/** The kinds of bureaus that are parts of a government. */
const GOVERNMENT: ReadonlySet<BureauKind> = new Set([
  'gov',
  'gov-affil',
  'vertical',
  'zone',
  'town',
  'coord',
]);

/** A bureau under the names that the registry has of it. */
export function bureauThing({ id, kind, full, short, aliases }: Bureau, site: Site): LinkedThing {
  const url = absoluteUrl(bureauUrl(id), site.domain);
  const others = [short, ...aliases].filter((name) => name !== (full ?? short));
  return {
    '@type': GOVERNMENT.has(kind) ? 'GovernmentOrganization' : 'Organization',
    '@id': url,
    url,
    name: full ?? short,
    ...given('alternateName', others.length === 0 ? undefined : others),
  };
}

/** The site, and where it is searched. */
export function siteThing(site: Site): LinkedThing {
  const url = absoluteUrl(homeUrl(), site.domain);
  return {
    '@type': 'WebSite',
    '@id': `${url}#site`,
    url,
    name: site.name,
    description: site.column.description,
    inLanguage: 'zh-CN',
    ...publisherOf(site),
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${absoluteUrl(searchUrl(), site.domain)}?q={words}` },
      'query-input': 'required name=words',
    },
  };
}

/** The way from the home page to a page; none for the home page. */
export function breadcrumbThings(links: readonly LinkView[], site: Site): readonly LinkedThing[] {
  if (links.length === 0) return [];
  const itemListElement = links.map(({ text, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: text,
    ...given('item', href === null ? undefined : absoluteUrl(href, site.domain)),
  }));
  return [{ '@type': 'BreadcrumbList', itemListElement }];
}

function media(contentUrl: string, encodingFormat: string): LinkedThing {
  return { '@type': 'MediaObject', contentUrl, encodingFormat };
}

/** A Beijing minute as ISO 8601 has it. */
function moment(time: string | null): string | undefined {
  return time === null ? undefined : `${time.replace(' ', 'T')}:00+08:00`;
}

function given(name: string, value: unknown): LinkedThing {
  return value === undefined ? {} : { [name]: value };
}
