import type { Corpus } from '../corpus/model.ts';
import { hasTopics, topicsOf, type TopicRecord } from '../corpus/topics.ts';
import type { TopicId } from '../corpus/topics-file.ts';
import type { Site } from '../site.ts';
import { feedsOf, feedsUrl, followingUrl, searchUrl, topicsUrl, topicUrl, topicYearUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import type { FigureView } from './charts/chart.ts';
import { stripsChart } from './charts/strips.ts';
import { feedLinks, frameOf, type FrameView } from './frame.ts';
import { itemEntry, NEWEST, type ItemEntryView } from './item-entry.ts';
import type { PagePath } from './page-rows.ts';

/** The list of all topics. */
export interface TopicsView {
  readonly frame: FrameView;
  readonly topics: readonly {
    readonly href: string;
    readonly name: string;
    readonly about: string | null;
    readonly items: number;
  }[];
}

/** The page of a topic: how many items each year has, and those of the newest. */
export interface TopicView {
  readonly frame: FrameView;
  readonly name: string;
  readonly about: string | null;
  readonly words: readonly LinkView[];
  readonly items: number;
  /** How many items each year has; null where there is one year alone. */
  readonly years: FigureView | null;
  /** The newest items of the newest year that has any; null where none has. */
  readonly newest: TopicNewestView | null;
  readonly follow: FollowView;
  readonly feeds: readonly LinkView[];
  readonly allFeeds: string;
}

export interface TopicNewestView {
  readonly year: string;
  readonly href: string;
  readonly entries: readonly ItemEntryView[];
  /** Where those are that aren't among the entries; null where all are. */
  readonly rest: LinkView | null;
}

/** What the button 关注 needs. */
export interface FollowView {
  readonly kind: 'bureau' | 'topic';
  readonly key: string;
  readonly name: string;
  readonly feed: string;
  readonly href: string;
  /** The page that tells what is new. */
  readonly following: string;
}

/** The view of `/topics/`. */
export function topicsView(corpus: Corpus, site: Site): TopicsView {
  return {
    frame: frameOf(site, corpus, { name: '主题', url: topicsUrl() }),
    topics: [...topicsOf(corpus).values()].map((record) => {
      const { id, name, about } = record.topic;
      return { href: topicUrl(id), name, about, items: countOf(record) };
    }),
  };
}

function countOf({ years, countIn }: TopicRecord): number {
  return years.reduce((sum, year) => sum + countIn(year), 0);
}

/** A topic, which is there. */
export function topicRecord(id: TopicId, corpus: Corpus): TopicRecord {
  const record = topicsOf(corpus).get(id);
  if (record === undefined) throw new Error(`There is no topic ${id}`);
  return record;
}

/** The paths of the pages of topics. */
export function topicPaths(corpus: Corpus): readonly PagePath<TopicId>[] {
  if (!hasTopics(corpus)) return [];
  return [...topicsOf(corpus).keys()].map((id) => ({ params: { id }, props: id }));
}

/** The view of `/topics/<id>/`. */
export function topicView(id: TopicId, corpus: Corpus, site: Site): TopicView {
  const record = topicRecord(id, corpus);
  const { name, about, words } = record.topic;
  const url = topicUrl(id);
  const [newest] = record.years;
  const { atom, json } = feedsOf(url);
  return {
    frame: frameOf(site, corpus, {
      name: `主题：${name}`,
      crumb: name,
      url,
      parents: [{ text: '主题', href: topicsUrl() }],
      alternates: feedLinks(name, url),
    }),
    name,
    about,
    words: words.map((word) => ({
      text: word,
      href: `${searchUrl()}?${new URLSearchParams({ q: word }).toString()}`,
    })),
    items: countOf(record),
    years: yearsFigure(record, corpus),
    newest: newest === undefined ? null : newestView(record, newest),
    follow: { kind: 'topic', key: id, name, feed: json, href: url, following: followingUrl() },
    feeds: [
      { text: 'Atom', href: atom },
      { text: 'JSON Feed', href: json },
    ],
    allFeeds: feedsUrl(),
  };
}

function newestView({ topic, itemsIn, countIn }: TopicRecord, year: string): TopicNewestView {
  const href = topicYearUrl(topic.id, year);
  const count = countIn(year);
  return {
    year,
    href,
    entries: itemsIn(year).slice(0, NEWEST).map(itemEntry),
    rest: count > NEWEST ? { text: `${year}年全部${String(count)}项`, href } : null,
  };
}

/** So many years at most are drawn; the table holds all. */
const DRAWN = 12;

/** The items of a topic in each year that has minutes, years without any included. */
function yearsFigure({ topic: { id, name }, countIn }: TopicRecord, corpus: Corpus): FigureView | null {
  const years = [...corpus.byYear.keys()].map((year) => {
    const count = countIn(year);
    return { year, count, href: count === 0 ? null : topicYearUrl(id, year) };
  });
  if (years.length < 2) return null;
  const drawn = years.slice(0, DRAWN).toReversed();
  return {
    id: 'years',
    heading: '各年数量',
    summary: `各年有几项议题的原文含有“${name}”的检索词。只说明提到的次数，不说明办理的多少。`,
    chart: stripsChart({
      columns: drawn.map(({ year }) => year),
      strips: [
        {
          name: '议题',
          values: drawn.map(({ year, count, href }) => ({
            value: count,
            href,
            title: `${year}年${String(count)}项`,
          })),
        },
      ],
    }),
    table: {
      columns: ['年份', '议题'],
      rows: years.map(({ year, count, href }) => ({
        head: { text: `${year}年`, href },
        cells: [count === 0 ? { text: '—', href: null } : { text: String(count), href }],
      })),
    },
  };
}
