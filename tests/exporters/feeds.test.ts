import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { EMPTY_ARCHIVE } from '../../src/corpus/archive.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { parseTopics } from '../../src/corpus/topics-file.ts';
import { bureauFeeds, itemsOf, siteFeeds, topicFeeds, yearFeeds } from '../../src/exporters/feeds/feeds.ts';
import { openSearch } from '../../src/exporters/opensearch.ts';
import { readMinutes } from '../views/city.ts';
import { CITIES, writtenBy, type City } from './cities.ts';
import { parseXml } from './xml-reader.ts';

const { topics } = parseTopics('- { id: safety, name: 安全, words: [安全] }\n', 't');

/** A city with a topic and two withdrawn meetings, one of which the ledger knows. */
const CHANGED: readonly City[] = CITIES.map((city) => ({
  ...city,
  corpus: {
    ...buildCorpus(city.corpus.minutes, city.corpus.registry, {
      ...EMPTY_ARCHIVE,
      topics,
      ledger: new Map([['1999/001', { since: '1999-01-01', versions: 1, points: [2, 0] }]]),
      tombstones: [
        { id: '1999/001', kind: '撤回', date: '1999-05-01', reason: '不应公开', name: null, successor: null },
        { id: '1999/002', kind: '撤回', date: '1999-06-01', reason: '重复', name: null, successor: null },
      ],
    }),
  },
}));

const text = (files: ReturnType<typeof writtenBy>, path: string): string => {
  const file = files.find((each) => each.path === path);
  if (file === undefined) throw new Error(`No file ${path}`);
  return String(file.content);
};

const SITE = 'https://www.example.invalid/';

describe.each(CHANGED)('the feeds of $name', (city) => {
  const { corpus } = city;
  const site = writtenBy(siteFeeds, city);
  const bureaus = writtenBy(bureauFeeds, city);
  const topical = writtenBy(topicFeeds, city);
  const files = [...site, ...bureaus, ...topical];

  test('are XML and JSON that independent readers take', () => {
    for (const { path, content } of files.filter((file) => file.path.endsWith('.xml'))) {
      parseXml(String(content));
      const feed = parseAtomFeed(String(content));
      expect(feed.id).toBe(SITE + path);
      expect(feed.links?.find(({ rel }) => rel === 'self')?.href).toBe(SITE + path);
      expect(Number.isNaN(Date.parse(feed.updated ?? ''))).toBe(false);
    }
    for (const { path, content } of files.filter((file) => file.path.endsWith('.json')))
      expect(parseJsonFeed(JSON.parse(String(content))).feed_url).toBe(SITE + path);
  });

  test('say the same in both forms, newest change first', () => {
    for (const { path, content } of files.filter((file) => file.path.endsWith('feed.xml'))) {
      const atom = parseAtomFeed(String(content)).entries ?? [];
      const json = parseJsonFeed(JSON.parse(text(files, path.replace('.xml', '.json')))).items ?? [];
      expect(json.map(({ id, title, date_modified: modified }) => [id, title, modified])).toEqual(
        atom.map(({ id, title, updated }) => [id, title?.value, updated]),
      );
      const updates = atom.map(({ updated }) => updated ?? '');
      expect(updates).toEqual(updates.toSorted().toReversed());
      expect(new Set(atom.map(({ id }) => id)).size).toBe(atom.length);
    }
  });

  test('have an entry for each meeting, and for each item of a bureau and a topic, at most 50', () => {
    const idsAt = (path: string): readonly (string | undefined)[] =>
      (parseAtomFeed(text(files, path)).entries ?? []).map(({ id }) => id);
    expect(idsAt('feed.xml')).toHaveLength(Math.min(50, corpus.minutes.length));
    for (const [id, record] of corpus.byBureau) {
      const items = record.years.flatMap((year) => itemsOf(record.inYear(year)));
      expect(idsAt(`bureaus/${id}/feed.xml`)).toHaveLength(Math.min(50, items.length));
    }
    for (const address of idsAt('topics/safety/feed.xml')) {
      const [meeting = '', anchor] = (address ?? '').slice(`${SITE}minutes/`.length).split('/#');
      const item = corpus.byId.get(meeting)?.items.find((each) => each.anchor === anchor);
      expect(corpus.byId.get(meeting)?.text.slice(item?.span.start, item?.span.end)).toContain('安全');
    }
  });

  test('tell what was withdrawn as deleted, with the reason and no word of it', () => {
    expect(text(site, 'feed.xml')).toContain(
      `<at:deleted-entry ref="${SITE}minutes/1999/001/" when="1999-05-01T00:00:00+08:00"><at:comment>不应公开</at:comment></at:deleted-entry>`,
    );
    expect(JSON.parse(text(site, 'feed.json'))).toMatchObject({
      _deleted: { items: [{ id: `${SITE}minutes/1999/001/`, reason: '不应公开' }, { reason: '重复' }] },
    });
    expect(JSON.parse(text(topical, 'topics/safety/feed.json'))).toMatchObject({
      _deleted: { items: [1, 2].map((item) => ({ id: `${SITE}minutes/1999/001/#item-${String(item)}` })) },
    });
  });

  test('lead through the past a year at a time (RFC 5005), every meeting once', () => {
    const archives = new Map(writtenBy(yearFeeds, city).map(({ path, content }) => [path, String(content)]));
    const linkOf = (xml: string, rel: string): string | undefined =>
      parseAtomFeed(xml).links?.find((link) => link.rel === rel)?.href;
    const ids: string[] = [];
    let next = linkOf(text(site, 'feed.xml'), 'prev-archive');
    while (next !== undefined) {
      const xml = archives.get(next.slice(SITE.length)) ?? '';
      parseXml(xml);
      expect(xml).toContain('<fh:archive/>');
      expect(linkOf(xml, 'current')).toBe(`${SITE}feed.xml`);
      ids.push(...(parseAtomFeed(xml).entries ?? []).map(({ id }) => id ?? ''));
      next = linkOf(xml, 'prev-archive');
    }
    expect(ids.toSorted()).toEqual(corpus.minutes.map(({ id }) => `${SITE}minutes/${id}/`).toSorted());
  });

  test('give calendars of whole days: no hour, no day that the minutes do not state', () => {
    for (const { content } of files.filter((file) => file.path.endsWith('.ics'))) {
      const lines = String(content).split('\r\n');
      expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
      const events = new ICAL.Component(ICAL.parse(String(content))).getAllSubcomponents('vevent');
      for (const event of events.map((component) => new ICAL.Event(component))) {
        expect(event.startDate.isDate).toBe(true);
        const minutes = corpus.byId.get(event.uid.split('@')[0]?.replace('-', '/') ?? '');
        expect(event.startDate.toString()).toBe(minutes?.head.held?.value);
      }
    }
    const held = corpus.minutes.filter(({ head }) => head.held !== null);
    const all = new ICAL.Component(ICAL.parse(text(site, 'calendar.ics'))).getAllSubcomponents('vevent');
    expect(all).toHaveLength(held.length);
  });
});

test('a name with marks of XML, JSON and iCalendar comes back from each of them', () => {
  const [city] = CITIES;
  if (city === undefined) throw new Error('No city');
  const name = '市政府<第1次>"常务";会议,\\办&公';
  const minutes = readMinutes(
    `---\ndisclosure: 主动公开\npublished: 2025-01-02 08:00\nsession: '${name}'\nheld: 2025-01-01\n---\n\n正文（虚构）。\n`,
  );
  const odd = { ...city, corpus: buildCorpus([minutes], city.corpus.registry) };
  const files = writtenBy(siteFeeds, odd);
  expect(parseAtomFeed(text(files, 'feed.xml')).entries?.[0]?.title?.value).toBe(name);
  expect(parseJsonFeed(JSON.parse(text(files, 'feed.json'))).items?.[0]?.title).toBe(name);
  const [event] = new ICAL.Component(ICAL.parse(text(files, 'calendar.ics'))).getAllSubcomponents('vevent');
  expect(event?.getFirstPropertyValue('summary')).toBe(name);
});

test('the description of search is XML with the address of the search page', () => {
  const [city] = CITIES;
  if (city === undefined) throw new Error('No city');
  const xml = openSearch(city.corpus, city.site);
  const { names, attributes } = parseXml(xml);
  expect(names.slice(0, 3)).toEqual(['OpenSearchDescription', 'ShortName', 'Description']);
  expect(attributes.get('template')).toContain(`${SITE}search/?q={searchTerms}`);
});
