import { derived, derivedByKey, keptForKey } from './derived.ts';
import { documentsOf, periodsOfMentions, titleKey, type DocumentMention } from './documents.ts';
import { isLongYear, type Period } from './long-years.ts';
import type { Corpus } from './model.ts';
import { threadsOf, type Thread } from './threads.ts';

/** What of a thread is told in one place, as plain data. */
export interface ThreadRecord {
  readonly name: string;
  /** Whether staff put them together; else their titles are alike. */
  readonly stated: boolean;
  /** How many there are in all, where they are counted: in lists of threads. */
  readonly count: number | null;
  /** Oldest first. */
  readonly documents: readonly ThreadDocument[];
  /** Whether those are all. */
  readonly isWhole: boolean;
}

export interface ThreadDocument {
  readonly title: string;
  /** The year of addresses of its first mention. */
  readonly year: string;
  readonly newest: Pick<DocumentMention, 'id' | 'anchor' | 'year' | 'day'>;
}

/** So many threads are listed, those that staff put together first; the documents themselves lead to all. */
const LISTED = 40;

/** So many documents of a thread are all told. */
const SHORT = 12;

/** The threads in the order of `threadsOf`. */
const allThreads = keptForKey((corpus): readonly Thread[] => {
  const { registry, archive } = corpus;
  return threadsOf(documentsOf(corpus), registry.place, archive.threads);
});

/** Those of the threads that are listed, and how many there are. */
export const listedThreads = derived('listedThreads', (corpus) => {
  const threads = allThreads(corpus, '');
  const listed = threads.toSorted((one, other) => Number(other.stated) - Number(one.stated)).slice(0, LISTED);
  return {
    threads: listed.map((thread): ThreadRecord => recordOf(thread, null, entriesOf(thread), corpus)),
    count: threads.length,
  };
});

const byPeriod = derivedByKey('threadsOfPeriod', (corpus) => {
  const periods = new Map<Period, (readonly [string, ThreadRecord])[]>();
  for (const thread of allThreads(corpus, '')) {
    const entries = entriesOf(thread);
    for (const [at, { title, mentions }] of thread.documents.entries()) {
      const told = [titleKey(title), recordOf(thread, at, entries, corpus)] as const;
      for (const period of periodsOfMentions(mentions, corpus)) {
        const known = periods.get(period);
        if (known === undefined) periods.set(period, [told]);
        else known.push(told);
      }
    }
  }
  return periods;
});

/**
 * What is told of the threads of the documents of a period, by the keys of their titles (`titleKey`). A document that
 * none follows or precedes has none.
 */
export function threadsIn(period: Period, corpus: Corpus): ReadonlyMap<string, ThreadRecord> {
  return new Map(byPeriod(corpus, period));
}

/**
 * What is told of a thread with one of its documents, or in a list of threads (null).
 *
 * Of a long one not all are told, nor of one that has a document in a long year: what is added there would change
 * the page of every other. What comes later is then told by the next document alone.
 */
function recordOf(
  { name, stated }: Thread,
  own: number | null,
  documents: readonly ThreadDocument[],
  corpus: Corpus,
): ThreadRecord {
  const isShort =
    documents.length <= SHORT && !documents.some(({ newest }) => isLongYear(newest.year, corpus));
  const told = isShort ? documents : around(documents, own);
  return {
    name,
    stated,
    count: own === null ? documents.length : null,
    documents: told,
    isWhole: told.length === documents.length,
  };
}

/** The document at a place, its neighbours, and the first of every year before its own; in a list the first of all. */
function around(documents: readonly ThreadDocument[], own: number | null): readonly ThreadDocument[] {
  const isFirst = (at: number): boolean => documents[at - 1]?.year !== documents[at]?.year;
  if (own === null) return documents.filter((_, at) => isFirst(at));
  const year = documents[own]?.year;
  return documents
    .slice(0, own + 2)
    .filter((each, at) => at >= own - 1 || (each.year !== year && isFirst(at)));
}

function entriesOf({ documents }: Thread): readonly ThreadDocument[] {
  return documents.flatMap(({ title, mentions }) => {
    const [first, newest] = [mentions[0], mentions.at(-1)];
    if (first === undefined || newest === undefined) return [];
    const { id, anchor, year, day } = newest;
    return [{ title, year: first.year, newest: { id, anchor, year, day } }];
  });
}
