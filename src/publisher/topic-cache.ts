import { join } from 'node:path';
import { topicHits, type TopicHit } from '../corpus/topics.ts';
import type { Topic } from '../corpus/topics-file.ts';
import { digestOf, digestOfAll } from './digest.ts';
import { EntryLog } from './entry-log.ts';
import type { LazyMinutes } from './lazy-minutes.ts';

/**
 * Which items of a document are about which topic, by the digests of the document, the topics and the
 * code: a correction reads one text again, new words read all of them.
 */
export class TopicCache {
  readonly #code: string;
  readonly #log: EntryLog<readonly TopicHit[]>;
  readonly #folder: string;
  readonly #used = new Map<string, readonly TopicHit[]>();
  readonly #digests = new WeakMap<readonly Topic[], string>();
  #made = 0;

  constructor(folder: string, code: string) {
    this.#code = code;
    this.#folder = folder;
    this.#log = new EntryLog(join(folder, 'topics.log'));
  }

  /** How many texts had to be read. */
  get made(): number {
    return this.#made;
  }

  /** What another thread needs to know as much. */
  get carried(): {
    readonly folder: string;
    readonly code: string;
    readonly hits: ReadonlyMap<string, readonly TopicHit[]>;
  } {
    return { folder: this.#folder, code: this.#code, hits: this.#used };
  }

  /** Takes over what another thread knows. */
  adopt(hits: ReadonlyMap<string, readonly TopicHit[]>): void {
    for (const [key, each] of hits) {
      if (!this.#used.has(key) && this.#log.get(key) === undefined) this.#log.add(key, each);
      this.#used.set(key, each);
    }
  }

  /** The same as `topicHits` gives. */
  hitsOf(minutes: LazyMinutes, topics: readonly Topic[]): readonly TopicHit[] {
    const { values, text } = minutes.entry;
    const key = digestOfAll([this.#code, this.#digestOf(topics), values.digest, text.digest]);
    const known = this.#used.get(key) ?? this.#log.get(key);
    const hits = known ?? topicHits(minutes, topics);
    this.#used.set(key, hits);
    if (known !== undefined) return known;
    this.#made++;
    this.#log.add(key, hits);
    return hits;
  }

  /** Keeps what this build has asked for. */
  save(): void {
    this.#log.save((key) => this.#used.has(key));
  }

  #digestOf(topics: readonly Topic[]): string {
    const known = this.#digests.get(topics) ?? digestOf(JSON.stringify(topics));
    this.#digests.set(topics, known);
    return known;
  }
}
