import { derived, derivedByKey } from './derived.ts';
import { documentsOf, titleKey, type DocumentMention, type MentionRef } from './documents.ts';
import type { Corpus } from './model.ts';
import { threadsOf } from './threads.ts';

/** A thread as plain data: it is found once for the whole corpus, and each page reads its own. */
export interface ThreadRecord {
  readonly name: string;
  /** Whether staff put them together; else their titles are alike. */
  readonly stated: boolean;
  /** At least two, oldest first. */
  readonly documents: readonly ThreadDocument[];
}

export interface ThreadDocument {
  readonly title: string;
  /** The year of addresses of its first mention. */
  readonly year: string;
  readonly newest: MentionRef & { readonly year: string };
}

/** All threads, that with the newest mention first. */
export const threadRecords = derived('threads', (corpus) => findThreads(corpus).map(({ record }) => record));

const byYear = derivedByKey('threadsOfYear', (corpus) => {
  const found = findThreads(corpus);
  const years = [...new Set(found.flatMap((thread) => thread.years))];
  return new Map(
    years.map((year) => [
      year,
      found.filter((thread) => thread.years.includes(year)).map(({ record }) => record),
    ]),
  );
});

/**
 * The threads of the documents that meetings of a year considered, by the keys of their titles (`titleKey`). A document
 * that none follows or precedes has none.
 */
export function threadsOfYear(year: string, corpus: Corpus): ReadonlyMap<string, ThreadRecord> {
  return new Map(
    (byYear(corpus, year) ?? []).flatMap((thread) =>
      thread.documents.map(({ title }) => [titleKey(title), thread] as const),
    ),
  );
}

interface FoundThread {
  readonly record: ThreadRecord;
  /** The years of addresses of all mentions. */
  readonly years: readonly string[];
}

function findThreads(corpus: Corpus): readonly FoundThread[] {
  const { registry, archive } = corpus;
  return threadsOf(documentsOf(corpus), registry.place, archive.threads).map(
    ({ name, stated, documents }) => ({
      record: {
        name,
        stated,
        documents: documents.flatMap(({ title, mentions }) => entryOf(title, mentions)),
      },
      years: [...new Set(documents.flatMap(({ mentions }) => mentions.map(({ year }) => year)))],
    }),
  );
}

function entryOf(title: string, mentions: readonly DocumentMention[]): readonly ThreadDocument[] {
  const [first, newest] = [mentions[0], mentions.at(-1)];
  if (first === undefined || newest === undefined) return [];
  return [{ title, year: first.year, newest: { id: newest.id, anchor: newest.anchor, year: newest.year } }];
}
