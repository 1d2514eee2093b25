import { yearOf, type Corpus, type ItemRef } from '../corpus/model.ts';
import { dayOf } from '../minutes/brief.ts';
import { hasTopics, topicsOf, type TopicRecord } from '../corpus/topics.ts';
import { meetingName, outcomeOf } from '../minutes/plain-text.ts';
import type { Topic } from '../corpus/topics-file.ts';
import type { Site } from '../site.ts';
import {
  feedsOf,
  feedsUrl,
  followingUrl,
  itemUrl,
  searchUrl,
  topicsUrl,
  topicUrl,
  topicYearUrl,
} from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import type { FigureView } from './charts/chart.ts';
import { stripsChart } from './charts/strips.ts';
import { longDate, type DateView } from './format.ts';
import { feedLinks, frameOf, type FrameView } from './frame.ts';
import { labelOf } from '../minutes/item-label.ts';
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
  /** The year whose items stand on the page; null when there are no items. */
  readonly newest: (TopicYearItems & { readonly href: string }) | null;
  readonly follow: FollowView;
  readonly feeds: readonly LinkView[];
  readonly allFeeds: string;
}

/** An item of a topic in a list. */
export interface TopicEntryView {
  readonly href: string;
  readonly text: string;
  readonly day: DateView | null;
  readonly meeting: string;
  readonly outcome: string | null;
}

export interface TopicYearItems {
  readonly year: string;
  readonly entries: readonly TopicEntryView[];
}

/** The items of a topic in one year. */
export interface TopicYearView extends TopicYearItems {
  readonly frame: FrameView;
  readonly name: string;
  readonly topic: string;
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
    topics: [...topicsOf(corpus).values()].map(({ topic: { id, name, about }, items }) => ({
      href: topicUrl(id),
      name,
      about,
      items: items.length,
    })),
  };
}

/** The paths of the pages of topics. */
export function topicPaths(corpus: Corpus): readonly PagePath<TopicRecord>[] {
  if (!hasTopics(corpus)) return [];
  return [...topicsOf(corpus)].map(([id, record]) => ({ params: { id }, props: record }));
}

/** The view of `/topics/<id>/`. */
export function topicView({ topic, items }: TopicRecord, corpus: Corpus, site: Site): TopicView {
  const { id, name, about, words } = topic;
  const url = topicUrl(id);
  const byYear = Map.groupBy(items, ({ minutes }) => yearOf(minutes));
  const [newest] = [...byYear.keys()].toSorted().toReversed();
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
    items: items.length,
    years: yearsFigure(topic, byYear, corpus),
    newest:
      newest === undefined
        ? null
        : {
            year: newest,
            href: topicYearUrl(id, newest),
            entries: (byYear.get(newest) ?? []).map(topicEntry),
          },
    follow: { kind: 'topic', key: id, name, feed: json, href: url, following: followingUrl() },
    feeds: [
      { text: 'Atom', href: atom },
      { text: 'JSON Feed', href: json },
    ],
    allFeeds: feedsUrl(),
  };
}

/** The paths of the years of topics. */
export function topicYearPaths(
  corpus: Corpus,
): readonly PagePath<{ readonly record: TopicRecord; readonly year: string }>[] {
  return [...topicsOf(corpus)].flatMap(([id, record]) =>
    [...new Set(record.items.map(({ minutes }) => yearOf(minutes)))].map((year) => ({
      params: { id, year },
      props: { record, year },
    })),
  );
}

/** The view of `/topics/<id>/<year>/`. */
export function topicYearView(
  { record: { topic, items }, year }: { readonly record: TopicRecord; readonly year: string },
  corpus: Corpus,
  site: Site,
): TopicYearView {
  const url = topicUrl(topic.id);
  return {
    frame: frameOf(site, corpus, {
      name: `主题：${topic.name}，${year}年`,
      crumb: `${year}年`,
      url: topicYearUrl(topic.id, year),
      parents: [
        { text: '主题', href: topicsUrl() },
        { text: topic.name, href: url },
      ],
      alternates: feedLinks(topic.name, url),
    }),
    name: topic.name,
    topic: url,
    year,
    entries: items.filter(({ minutes }) => yearOf(minutes) === year).map(topicEntry),
  };
}

/** So many years at most are drawn; the table holds all. */
const DRAWN = 12;

/** The items of a topic in each year that has minutes, years without any included. */
function yearsFigure(
  { id, name }: Topic,
  byYear: ReadonlyMap<string, readonly ItemRef[]>,
  corpus: Corpus,
): FigureView | null {
  const years = [...corpus.byYear.keys()].map((year) => {
    const count = byYear.get(year)?.length ?? 0;
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

function topicEntry({ minutes, item }: ItemRef): TopicEntryView {
  const day = dayOf(minutes);
  return {
    href: itemUrl(minutes.id, item.anchor),
    text: labelOf(item),
    day: day === null ? null : longDate(day),
    meeting: meetingName(minutes),
    outcome: outcomeOf(item),
  };
}
