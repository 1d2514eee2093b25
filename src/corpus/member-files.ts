import { z } from 'zod';
import { LINE, MOMENT, type Collected, type CollectedCatalogue, type CollectedEntry } from './collected.ts';
import { isBelowMember } from './member-address.ts';

/**
 * Reads what a member publishes, which is the text of strangers: of every file only the few fields that a
 * portal shows, each held against its form; addresses only below the member's own; no line longer than
 * people read, no character that isn't seen. What doesn't fit is left out and counted, never mended.
 */

/** So many entries and datasets of a member are kept. */
const MOST_ENTRIES = 50;
const MOST_DATASETS = 200;

/** Something read of a member's file, and how much of it was left out because it didn't fit. */
export interface Read<T> {
  readonly value: T;
  readonly leftOut: number;
}

const ITEM = z.object({ url: z.string(), title: z.string(), date_published: MOMENT, date_modified: MOMENT });
const DELETED = z.object({ id: z.string(), when: MOMENT });
const FEED = z.object({
  version: z.string().startsWith('https://jsonfeed.org/version/1'),
  items: z.array(z.unknown()),
  _deleted: z.object({ items: z.array(z.unknown()) }).optional(),
});

/** The entries of a member's `feed.json`; null when it is no such file. `isAllowed` may refuse a title. */
export function readMemberFeed(
  json: unknown,
  address: string,
  isAllowed: (title: string) => boolean,
): Read<Pick<Collected, 'entries' | 'deleted'>> | null {
  const feed = FEED.safeParse(json);
  if (!feed.success) return null;
  const { items, _deleted: deleted } = feed.data;
  const entries = items.slice(0, MOST_ENTRIES).map((item): CollectedEntry | null => {
    const { data } = ITEM.safeParse(item);
    const title = data === undefined ? null : lineOf(data.title);
    if (data === undefined || title === null || !isBelowMember(data.url, address) || !isAllowed(title))
      return null;
    return { url: data.url, title, published: data.date_published, updated: data.date_modified };
  });
  const gone = (deleted?.items ?? []).slice(0, MOST_ENTRIES).map((item) => {
    const { data } = DELETED.safeParse(item);
    return data === undefined || !isBelowMember(data.id, address) ? null : { url: data.id, when: data.when };
  });
  const kept = entries.filter((entry) => entry !== null);
  const withdrawn = gone.filter((each) => each !== null);
  const isGone = new Set(withdrawn.map(({ url }) => url));
  return {
    value: { entries: kept.filter(({ url }) => !isGone.has(url)), deleted: withdrawn },
    leftOut: entries.length - kept.length + gone.length - withdrawn.length,
  };
}

const DATE = z.object({ '@value': z.iso.date() });
const NODE = z.object({ '@id': z.string(), 'dct:title': z.string(), 'dct:modified': DATE.optional() });
const CATALOGUE = NODE.extend({
  '@type': z.literal('dcat:Catalog'),
  'dct:publisher': z.object({ 'foaf:name': z.string() }).optional(),
  'dcat:dataset': z.array(z.unknown()),
});

/** A member's `data/catalogue.jsonld`; null when it is no such file. */
export function readMemberCatalogue(json: unknown, address: string): Read<CollectedCatalogue> | null {
  const { data } = CATALOGUE.safeParse(json);
  const title = lineOf(data?.['dct:title'] ?? '');
  if (data === undefined || title === null || !isBelowMember(data['@id'], address)) return null;
  const all = data['dcat:dataset'].slice(0, MOST_DATASETS).map((each) => {
    const node = NODE.safeParse(each).data;
    const name = lineOf(node?.['dct:title'] ?? '');
    if (node === undefined || name === null || !isBelowMember(node['@id'], address)) return null;
    return { url: node['@id'], title: name, modified: node['dct:modified']?.['@value'] ?? null };
  });
  const datasets = all.filter((each) => each !== null);
  const modified = datasets.flatMap((each) => each.modified ?? []).toSorted();
  return {
    value: {
      url: data['@id'],
      title,
      publisher: lineOf(data['dct:publisher']?.['foaf:name'] ?? ''),
      modified: modified.at(-1) ?? null,
      datasets: datasets.map(({ url, title: name }) => ({ url, title: name })),
    },
    leftOut: all.length - datasets.length,
  };
}

const MANIFEST = z.object({ format: z.number() });

/** The form of a member's `search.json`; null when it says none. */
export function readMemberSearch(json: unknown): number | null {
  return MANIFEST.safeParse(json).data?.format ?? null;
}

/** A text as one line of seen characters; null when nothing is left, or more than a line. */
function lineOf(text: string): string | null {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\s]+/gu, ' ').trim();
  return LINE.safeParse(line).success ? line : null;
}
