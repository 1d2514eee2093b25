import type { Minutes } from '../minutes/model.ts';
import { plainTextOf } from '../minutes/plain-text.ts';
import { countIn, normalisedBlocks } from '../search/match.ts';
import { normalise } from '../search/normalise.ts';
import { derived } from './derived.ts';
import type { ItemRef } from './model.ts';
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

/** All topics with their items, in the order of the file. */
export const topicsOf = derived('topics', (corpus): ReadonlyMap<TopicId, TopicRecord> => {
  const { topics } = corpus.archive;
  const found = new Map<TopicId, ItemRef[]>(topics.map(({ id }) => [id, []]));
  const hitsOf = corpus.topicHits ?? ((minutes: Minutes) => topicHits(minutes, topics));
  for (const minutes of topics.length === 0 ? [] : corpus.minutes)
    for (const { topic, item } of hitsOf(minutes)) {
      const at = minutes.items[item];
      if (at !== undefined) found.get(topic)?.push({ minutes, item: at, anchor: at.anchor });
    }
  return new Map(topics.map((topic) => [topic.id, { topic, items: found.get(topic.id) ?? [] }]));
});

/** Whether there is anything to show by topic (R1.17). */
export const hasTopics = derived(
  'hasTopics',
  ({ archive, minutes }) => archive.topics.length > 0 && minutes.length > 0,
);
