import { briefOf } from '../minutes/brief.ts';
import type { AgendaItem, Minutes } from '../minutes/model.ts';
import { plainTextOf } from '../minutes/plain-text.ts';
import { countIn, normalisedBlocks } from '../search/match.ts';
import { normalise } from '../search/normalise.ts';
import { derived, keptByYear } from './derived.ts';
import type { Corpus, ItemRef } from './model.ts';
import type { Topic, TopicId } from './topics-file.ts';

/** An item that is about a topic: its place among the items of its meeting, from 0. */
export interface TopicHit {
  readonly topic: TopicId;
  readonly item: number;
}

/**
 * The items of one meeting that are about a topic: those that a search for one of its words finds
 * (promise 2). Rests on the text of this meeting and on the topics alone, so that it can be kept.
 */
export function topicHits(minutes: Minutes, topics: readonly Topic[]): readonly TopicHit[] {
  if (topics.length === 0) return [];
  const wanted = topics.map(({ id, words }) => ({ id, words: words.map(normalise) }));
  return minutes.items.flatMap(({ span }, item) => {
    const blocks = normalisedBlocks(plainTextOf(minutes, [span]));
    return wanted.flatMap(({ id, words }) =>
      words.some((word) => countIn(blocks, word) > 0) ? [{ topic: id, item }] : [],
    );
  });
}

/** A topic and its items, year by year. */
export interface TopicRecord {
  readonly topic: Topic;
  /** The years of addresses that have items, newest first. */
  readonly years: readonly string[];
  /** The items of a year, newest meeting first. */
  itemsIn(this: void, year: string): readonly ItemRef[];
  countIn(this: void, year: string): number;
}

/** The items of a year that are about each topic, as plain data: meeting and anchor, newest meeting first. */
const itemsOfYear = keptByYear(
  'topicItems',
  (corpus, year): Readonly<Record<TopicId, readonly (readonly [id: string, anchor: string])[]>> => {
    const { topics } = corpus.archive;
    if (topics.length === 0) return {};
    const hitsOf = corpus.topicHits ?? ((minutes: Minutes) => topicHits(minutes, topics));
    const hits = (corpus.byYear.get(year) ?? []).flatMap((minutes) =>
      hitsOf(minutes).flatMap(({ topic, item }) => {
        const anchor = briefOf(minutes).items[item]?.anchor;
        return anchor === undefined ? [] : [{ topic, place: [minutes.id, anchor] as const }];
      }),
    );
    const byTopic = Map.groupBy(hits, ({ topic }) => topic);
    return Object.fromEntries([...byTopic].map(([topic, all]) => [topic, all.map(({ place }) => place)]));
  },
);

/** All topics, in the order of the file. */
export function topicsOf(corpus: Corpus): ReadonlyMap<TopicId, TopicRecord> {
  const years = [...corpus.byYear.keys()];
  return new Map(
    corpus.archive.topics.map((topic): readonly [TopicId, TopicRecord] => {
      const placesIn = (year: string): readonly (readonly [string, string])[] =>
        itemsOfYear(corpus, year)[topic.id] ?? [];
      return [
        topic.id,
        {
          topic,
          get years() {
            return years.filter((year) => placesIn(year).length > 0);
          },
          itemsIn: (year) =>
            placesIn(year).flatMap(([id, anchor]) => {
              const minutes = corpus.byId.get(id);
              return minutes === undefined ? [] : [new TopicItem(minutes, anchor)];
            }),
          countIn: (year) => placesIn(year).length,
        },
      ];
    }),
  );
}

/** An item that is opened when it is asked for. */
class TopicItem implements ItemRef {
  readonly minutes: Minutes;
  readonly anchor: string;

  constructor(minutes: Minutes, anchor: string) {
    this.minutes = minutes;
    this.anchor = anchor;
  }

  get item(): AgendaItem {
    const item = this.minutes.items.find(({ anchor }) => anchor === this.anchor);
    if (item === undefined) throw new Error(`${this.minutes.id} has no ${this.anchor}`);
    return item;
  }
}

/** Whether there is anything to show by topic (R1.17). */
export const hasTopics = derived(
  'hasTopics',
  ({ archive, minutes }) => archive.topics.length > 0 && minutes.length > 0,
);
