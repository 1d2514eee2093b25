import { keptByYear } from '../corpus/derived.ts';
import { isLongList, isLongYear, monthIn, partsOf, type Period } from '../corpus/long-years.ts';
import type { Corpus, ItemRef } from '../corpus/model.ts';
import { topicsOf, type TopicRecord } from '../corpus/topics.ts';
import type { TopicId } from '../corpus/topics-file.ts';
import { briefOf } from '../minutes/brief.ts';
import type { Site } from '../site.ts';
import { topicsUrl, topicUrl, topicYearPath, topicYearUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { feedLinks, frameOf, type FrameView } from './frame.ts';
import { itemEntry, type ItemEntryView } from './item-entry.ts';
import { monthLines, otherMonths, periodCrumb, periodName, periodsOf, type MonthLineView } from './months.ts';
import type { PagePath } from './page-rows.ts';
import { topicRecord } from './topics.ts';

/** The items of a topic in one year, or in a month of a long one. */
export interface TopicYearView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly summary: string;
  readonly topic: string;
  /** None on the page of a year that is told by month. */
  readonly entries: readonly ItemEntryView[];
  /** The pages of its months, where it is told so; else none. */
  readonly byMonth: readonly MonthLineView[];
  /** None on the page of a year. */
  readonly otherMonths: readonly LinkView[];
}

/** What the page of a year of a topic is made of. */
export interface TopicYear {
  readonly id: TopicId;
  readonly period: Period;
}

/** The paths of the years of topics, and of the months of long ones. */
export function topicYearPaths(corpus: Corpus): readonly PagePath<TopicYear>[] {
  return [...topicsOf(corpus)].flatMap(([id, { years }]) =>
    years
      .flatMap((year) => periodsOf(year, Object.keys(monthsOf(id, year, corpus))))
      .map((period) => ({ params: { id, year: period }, props: { id, period } })),
  );
}

/** The view of `/topics/<id>/<period>/`. */
export function topicYearView({ id, period }: TopicYear, corpus: Corpus, site: Site): TopicYearView {
  const { topic, itemsIn, countIn } = topicRecord(id, corpus);
  const { year, month } = partsOf(period);
  const months = monthsOf(id, year, corpus);
  const urlOf = (each: Period): string => topicYearUrl(id, each);
  const byMonth = month === null ? monthLines(year, months, urlOf, countText) : [];
  const shown = byMonth.length > 0 ? [] : itemsIn(year).filter((ref) => month === null || isIn(ref, period));
  return {
    frame: frameOf(site, corpus, {
      name: `主题：${topic.name}，${periodName(period)}`,
      crumb: periodCrumb(period),
      url: urlOf(period),
      parents: [
        { text: '主题', href: topicsUrl() },
        { text: topic.name, href: topicUrl(id) },
        ...(month === null ? [] : [{ text: `${year}年`, href: urlOf(year) }]),
      ],
      alternates: feedLinks(topic.name, topicUrl(id)),
    }),
    heading: `${topic.name}，${periodName(period)}`,
    summary: `共${countText(month === null ? countIn(year) : shown.length)}议题。`,
    topic: topicUrl(id),
    entries: shown.map(itemEntry),
    byMonth,
    otherMonths: otherMonths(period, Object.keys(months), urlOf),
  };
}

function countText(count: number): string {
  return `${String(count)}项`;
}

type MonthCounts = Readonly<Record<string, number>>;

/** How many items the months (`monthIn`) of the topics have whose year is told by month (`isLongList`). */
const countsByTopic = keptByYear('topicMonths', (corpus, year): Readonly<Record<TopicId, MonthCounts>> => {
  if (!isLongYear(year, corpus)) return {};
  return Object.fromEntries(
    [...topicsOf(corpus)]
      .filter(([id, { countIn }]) =>
        isLongList(year, countIn(year), (period) => topicYearPath(id, period), corpus),
      )
      .map(([id, record]) => [id, countsOf(record, year)]),
  );
});

function monthsOf(id: TopicId, year: string, corpus: Corpus): MonthCounts {
  return countsByTopic(corpus, year)[id] ?? {};
}

function countsOf({ itemsIn }: TopicRecord, year: string): MonthCounts {
  const months = Map.groupBy(itemsIn(year), ({ minutes }) => monthIn(year, briefOf(minutes).day));
  return Object.fromEntries([...months].map(([month, items]) => [month, items.length]));
}

function isIn({ minutes }: ItemRef, period: Period): boolean {
  const { year, month } = partsOf(period);
  return monthIn(year, briefOf(minutes).day) === month;
}
