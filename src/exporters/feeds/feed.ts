import type { Archive } from '../../corpus/archive.ts';
import { keptByYear } from '../../corpus/derived.ts';
import type { Corpus, ItemRef, MeetingRef } from '../../corpus/model.ts';
import type { AgendaItem, Minutes } from '../../minutes/model.ts';
import { headingOf, meetingName, outcomeOf } from '../../minutes/plain-text.ts';
import type { Site } from '../../site.ts';
import { absoluteUrl, itemUrl, meetingUrl } from '../../urls.ts';
import type { ExportContext } from '../export.ts';
import { namesOf } from '../mentions.ts';
import { changedAt, moment, publishedAt } from './moment.ts';

/** A feed before it is written in a format. */
export interface Feed {
  readonly title: string;
  /** The page that shows the same; its feeds stand below it. Below the host, as all addresses here. */
  readonly page: string;
  /** Newest change first. */
  readonly entries: readonly Entry[];
  readonly deleted: readonly Deletion[];
  /** When it changed last, RFC 3339. */
  readonly updated: string;
  /** The page of the newest feed of the past (RFC 5005); null where there is none. */
  readonly archive: string | null;
}

export interface Entry {
  /** Its address, which also is its id. */
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly published: string;
  readonly updated: string;
  readonly tags: readonly string[];
}

/** What stood in feeds and was withdrawn (RFC 6721). */
export interface Deletion {
  readonly url: string;
  readonly when: string;
  readonly reason: string;
}

/** So many entries at most: whoever looks in once a month misses none of an ordinary feed. */
const MOST_ENTRIES = 50;

/** What may come into a feed. */
export interface Candidates<Ref extends MeetingRef> {
  /** The years of addresses that have any, in the order of entries of one time. */
  readonly years: readonly string[];
  readonly refsOf: (year: string) => readonly Ref[];
  readonly entryOf: (ref: Ref, context: ExportContext) => Entry;
  readonly deleted: readonly Deletion[];
}

/**
 * The part of a feed that its entries decide: those of the newest changes, and when anything changed
 * last. A year in which nothing is as new as the entries that are found already isn't looked at.
 */
export function newestOf<Ref extends MeetingRef>(
  { years, refsOf, entryOf, deleted }: Candidates<Ref>,
  corpus: Corpus,
  context: ExportContext,
): Pick<Feed, 'entries' | 'deleted' | 'updated'> {
  const byChange = years
    .map((year, at) => ({ year, at, newest: newestChange(corpus, year) }))
    .toSorted((one, other) => compare(other.newest, one.newest));
  let found: readonly { readonly ref: Ref; readonly time: string; readonly at: number }[] = [];
  for (const { year, at, newest } of byChange) {
    const last = found[MOST_ENTRIES - 1];
    if (last !== undefined && last.time > newest) break;
    const more = refsOf(year).map((ref) => ({ ref, time: changedAt(ref.minutes, context.archive), at }));
    found = [...found, ...more]
      .toSorted((one, other) => compare(other.time, one.time) || one.at - other.at)
      .slice(0, MOST_ENTRIES);
  }
  const entries = found.map(({ ref }) => entryOf(ref, context));
  const times = [...entries.map(({ updated }) => updated), ...deleted.map(({ when }) => when)];
  return { entries, deleted, updated: times.toSorted(compare).at(-1) ?? moment('1970-01-01') };
}

/** When anything changed last among the minutes of a year. */
const newestChange = keptByYear('newestFeedTime', ({ byYear, archive }, year) =>
  (byYear.get(year) ?? [])
    .map((minutes) => changedAt(minutes, archive))
    .reduce((newest, time) => (time > newest ? time : newest), ''),
);

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** An entry for a whole meeting, telling its items. */
export function meetingEntry({ minutes }: MeetingRef, { archive, site }: ExportContext): Entry {
  const items = minutes.items.map(
    (item) => `${item.number?.value ?? String(item.order)}、${headingOf(item)}`,
  );
  return {
    ...timesOf(minutes, archive),
    url: absoluteUrl(meetingUrl(minutes.id), site.domain),
    title: meetingName(minutes),
    summary: items.join('\n'),
    tags: distinct(minutes.items.flatMap((item) => item.action?.value ?? [])),
  };
}

/** An entry for an item, telling what was decided and who has to act. */
export function itemEntry({ minutes, item }: ItemRef, { registry, archive, site }: ExportContext): Entry {
  const responsible = namesOf(item.responsible, registry);
  const reporters = namesOf(item.reporters, registry);
  const lines = [
    meetingName(minutes),
    ...(reporters.length === 0 ? [] : [`汇报：${reporters.join('、')}`]),
    ...(responsible.length === 0 ? [] : [`责任：${responsible.join('、')}`]),
  ];
  return {
    ...timesOf(minutes, archive),
    url: absoluteUrl(itemUrl(minutes.id, item.anchor), site.domain),
    title: titleOf(item),
    summary: lines.join('\n'),
    tags: distinct([...(item.action === null ? [] : [item.action.value]), ...reporters, ...responsible]),
  };
}

function titleOf(item: AgendaItem): string {
  const outcome = outcomeOf(item);
  return outcome === null ? headingOf(item) : `${headingOf(item)}（${outcome}）`;
}

function timesOf(minutes: Minutes, archive: Archive): Pick<Entry, 'published' | 'updated'> {
  return { published: moment(publishedAt(minutes)), updated: moment(changedAt(minutes, archive)) };
}

/** The meetings that were withdrawn. */
export function deletedMeetings({ archive }: Corpus, { domain }: Site): readonly Deletion[] {
  return archive.tombstones.map(({ id, date, reason }) => ({
    url: absoluteUrl(meetingUrl(id), domain),
    when: moment(date),
    reason,
  }));
}

/**
 * Their items, as far as the ledger knows them. Nobody remembers which of them was in which feed, so
 * that every feed of items names them all; a reader that never had one passes it over.
 */
export function deletedItems({ archive }: Corpus, { domain }: Site): readonly Deletion[] {
  return archive.tombstones.flatMap(({ id, date, reason }) =>
    (archive.ledger.get(id)?.points ?? []).map((_, at) => ({
      url: absoluteUrl(itemUrl(id, `item-${String(at + 1)}`), domain),
      when: moment(date),
      reason,
    })),
  );
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
