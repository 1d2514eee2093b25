import type { BureauRecord, BureauRoles, Corpus, ItemRef, MeetingRef } from '../../corpus/model.ts';
import { hasTopics, topicsOf } from '../../corpus/topics.ts';
import type { Minutes } from '../../minutes/model.ts';
import { statedOf } from '../../minutes/stated.ts';
import type { Site } from '../../site.ts';
import { absoluteUrl, basePath, bureauUrl, feedsOf, homeUrl, topicUrl, yearUrl } from '../../urls.ts';
import type { CorpusExport, ExportContext, ExportFile, PartsExport, YearTableExport } from '../export.ts';
import { element } from '../xml.ts';
import { atomFile, DECLARATION, entryElement, feedHead, NAMESPACES } from './atom.ts';
import { calendarFile, MOST_EVENTS } from './calendar.ts';
import { deletedItems, deletedMeetings, itemEntry, meetingEntry, newestOf, type Feed } from './feed.ts';
import { jsonFeedFile } from './json-feed.ts';
import { changedAt, moment } from './moment.ts';

/** The feeds and the calendar of the site: an entry for each meeting. */
export const siteFeeds: CorpusExport = {
  kind: 'corpus',
  *files(corpus, site) {
    const context = contextOf(corpus, site);
    const [newestYear] = corpus.byYear.keys();
    const meetings = {
      years: [...corpus.byYear.keys()],
      refsOf: (year: string): readonly MeetingRef[] =>
        (corpus.byYear.get(year) ?? []).map((minutes) => ({ minutes })),
      entryOf: meetingEntry,
      deleted: deletedMeetings(corpus, site),
    };
    yield* feedFiles(
      {
        ...newestOf(meetings, corpus, context),
        title: site.name,
        page: homeUrl(),
        archive: newestYear === undefined ? null : feedsOf(yearUrl(newestYear)).atom,
      },
      site,
    );
    yield fileAt(feedsOf(homeUrl()).calendar, calendarFile(site.name, newestMeetings(corpus), context));
  },
};

/** The feeds and the calendar of each bureau: an entry for each item in which it reports, acts or issues. */
export const bureauFeeds: PartsExport = {
  kind: 'parts',
  keys: ({ byBureau }) => byBureau.keys(),
  *files(id, corpus, site) {
    const record = corpus.byBureau.get(id);
    if (record === undefined) return;
    const context = contextOf(corpus, site);
    const title = `${record.bureau.short} - ${site.name}`;
    const items = {
      years: record.years,
      refsOf: (year: string): readonly ItemRef[] => itemsOf(record.inYear(year)),
      entryOf: itemEntry,
      deleted: deletedItems(corpus, site),
    };
    yield* feedFiles(
      { ...newestOf(items, corpus, context), title, page: bureauUrl(id), archive: null },
      site,
    );
    yield fileAt(feedsOf(bureauUrl(id)).calendar, calendarFile(title, newestMeetingsOf(record), context));
  },
};

/** The feeds of each topic. */
export const topicFeeds: PartsExport = {
  kind: 'parts',
  keys: (corpus) => (hasTopics(corpus) ? topicsOf(corpus).keys() : []),
  *files(id, corpus, site) {
    const found = topicsOf(corpus).get(id);
    if (found === undefined) return;
    const { topic, years, itemsIn } = found;
    const title = `${topic.name} - ${site.name}`;
    const candidates = {
      years,
      refsOf: itemsIn,
      entryOf: itemEntry,
      deleted: deletedItems(corpus, site),
    };
    const newest = newestOf(candidates, corpus, contextOf(corpus, site));
    yield* feedFiles({ ...newest, title, page: topicUrl(topic.id), archive: null }, site);
  },
};

/** `minutes/2022/feed.xml`: the meetings of a year for readers who want the whole past (RFC 5005, section 4). */
export const yearFeeds: YearTableExport = {
  kind: 'year-table',
  path: (year) => pathOf(feedsOf(yearUrl(year)).atom),
  head: ({ year, years, minutes }, { archive, site }) => {
    const url = (path: string): string => absoluteUrl(path, site.domain);
    const updated = minutes.map((each) => changedAt(each, archive)).toSorted();
    const before = years[years.indexOf(year) + 1];
    const after = years[years.indexOf(year) - 1];
    const parts = [
      ...feedHead(
        `${site.name} ${year}年`,
        url(feedsOf(yearUrl(year)).atom),
        url(yearUrl(year)),
        moment(updated.at(-1) ?? '1970-01-01'),
        site,
      ),
      element('fh:archive', {}),
      element('link', { rel: 'current', href: url(feedsOf(homeUrl()).atom) }),
      ...(before === undefined
        ? []
        : [element('link', { rel: 'prev-archive', href: url(feedsOf(yearUrl(before)).atom) })]),
      ...(after === undefined
        ? []
        : [element('link', { rel: 'next-archive', href: url(feedsOf(yearUrl(after)).atom) })]),
    ];
    const open = element('feed', NAMESPACES, '').replace(/<\/feed>$/u, '');
    return `${DECLARATION}${open}\n${parts.join('\n')}\n`;
  },
  rows: (minutes, context) => [entryElement(meetingEntry({ minutes }, context))],
  separator: '\n',
  foot: () => '\n</feed>\n',
};

/** The items in which a bureau reports, has to act or issues, each once, newest meeting first. */
export function itemsOf({ reports, responsible, issues }: BureauRoles): readonly ItemRef[] {
  const refs = [...reports, ...responsible, ...issues];
  return [...new Map(refs.map((ref) => [`${ref.minutes.id}#${ref.anchor}`, ref])).values()];
}

/** The meetings of the newest years, as many years as a calendar can show. */
function newestMeetings({ byYear }: Corpus): readonly Minutes[] {
  return upToCalendar(byYear.keys(), (year) => byYear.get(year) ?? []);
}

/** The same of those in which a bureau has any role, attendance included, newest first. */
function newestMeetingsOf(record: BureauRecord): readonly Minutes[] {
  const meetings = upToCalendar(record.years, (year) => {
    const roles = record.inYear(year);
    return [...itemsOf(roles), ...roles.observes].map(({ minutes }) => minutes);
  });
  return [...new Set(meetings)]
    .map((minutes) => ({ minutes, held: statedOf(minutes).held ?? '' }))
    .toSorted(
      (one, other) => descending(one.held, other.held) || descending(one.minutes.id, other.minutes.id),
    )
    .map(({ minutes }) => minutes);
}

function descending(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? 1 : -1;
}

function upToCalendar(
  years: Iterable<string>,
  meetingsIn: (year: string) => readonly Minutes[],
): readonly Minutes[] {
  const meetings = new Set<Minutes>();
  for (const year of years) {
    if (meetings.size >= MOST_EVENTS) break;
    for (const minutes of meetingsIn(year)) if (statedOf(minutes).held !== null) meetings.add(minutes);
  }
  return [...meetings];
}

function feedFiles(feed: Feed, site: Site): readonly ExportFile[] {
  const { atom, json } = feedsOf(feed.page);
  return [fileAt(atom, atomFile(feed, site)), fileAt(json, jsonFeedFile(feed, site))];
}

function fileAt(url: string, content: string): ExportFile {
  return { path: pathOf(url), content };
}

/** The path below the root of the site of an address. */
function pathOf(url: string): string {
  return url.slice(basePath().length);
}

function contextOf({ registry, archive }: Corpus, site: Site): ExportContext {
  return { registry, archive, site };
}
