import type { Minutes } from '../minutes/model.ts';
import { plainTextOf } from '../minutes/plain-text.ts';
import { countIn, normalisedBlocks } from '../search/match.ts';
import { normalise } from '../search/normalise.ts';
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

/** A topic and its items, newest meeting first. */
export interface TopicRecord {
  readonly topic: Topic;
  readonly items: readonly ItemRef[];
}

const indexes = new WeakMap<Corpus, ReadonlyMap<TopicId, TopicRecord>>();

/** All topics with their items, in the order of the file. */
export function topicsOf(corpus: Corpus): ReadonlyMap<TopicId, TopicRecord> {
  const known = indexes.get(corpus);
  if (known !== undefined) return known;
  const { topics } = corpus.archive;
  const found = new Map<TopicId, ItemRef[]>(topics.map(({ id }) => [id, []]));
  const hitsOf = corpus.topicHits ?? ((minutes: Minutes) => topicHits(minutes, topics));
  for (const minutes of topics.length === 0 ? [] : corpus.minutes)
    for (const { topic, item } of hitsOf(minutes)) {
      const at = minutes.items[item];
      if (at !== undefined) found.get(topic)?.push({ minutes, item: at });
    }
  const index = new Map(topics.map((topic) => [topic.id, { topic, items: found.get(topic.id) ?? [] }]));
  indexes.set(corpus, index);
  return index;
}

/** Whether there is anything to show by topic (R1.17). */
export function hasTopics({ archive, minutes }: Corpus): boolean {
  return archive.topics.length > 0 && minutes.length > 0;
}
