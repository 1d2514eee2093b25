import { derived, derivedByKey } from './derived.ts';
import { documentsOf, titleKey, type MentionRef } from './documents.ts';
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
export const threadRecords = derived('threads', findThreads);

const byTitle = derivedByKey(
  'threadOfTitle',
  (corpus) =>
    new Map(
      findThreads(corpus).flatMap((thread) =>
        thread.documents.map(({ title }) => [titleKey(title), thread] as const),
      ),
    ),
);

/** The thread of a document; undefined where none follows or precedes it. */
export function threadOfTitle(title: string, corpus: Corpus): ThreadRecord | undefined {
  return byTitle(corpus, titleKey(title));
}

function findThreads(corpus: Corpus): readonly ThreadRecord[] {
  const { registry, archive } = corpus;
  return threadsOf(documentsOf(corpus), registry.place, archive.threads).map(
    ({ name, stated, documents }) => ({
      name,
      stated,
      documents: documents.flatMap(({ title, mentions }): readonly ThreadDocument[] => {
        const [first, newest] = [mentions[0], mentions.at(-1)];
        if (first === undefined || newest === undefined) return [];
        return [
          { title, year: first.year, newest: { id: newest.id, anchor: newest.anchor, year: newest.year } },
        ];
      }),
    }),
  );
}
