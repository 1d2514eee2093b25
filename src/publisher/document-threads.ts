import { setImmediate } from 'node:timers/promises';
import { fileContextOf, type FileSettings } from '../checks/file-context.ts';
import { checkFile } from '../checks/minutes-file.ts';
import { withheldSentences, type WithheldSentences } from '../checks/withheld.ts';
import type { ContentFiles } from '../files/content.ts';
import { carriedOf, uncarried, type CarriedFile } from './carried-file.ts';
import type { DocumentCache } from './document-cache.ts';
import { entryOf, type DocumentEntry } from './document-entry.ts';
import { PartStore } from './part-store.ts';
import { newCount, takeFrom } from './taking.ts';
import { startThread, type ThreadWork } from './thread.ts';
import { othersFor, type Threads } from './threads.ts';

/** What a thread is told that parses and checks documents. */
export interface DocumentOrder {
  readonly settings: FileSettings;
  readonly withheld: WithheldSentences;
  readonly now: string;
  readonly files: readonly CarriedFile[];
  /** How many were taken, in memory that the threads share. */
  readonly taken: Int32Array;
  /** Where it keeps parts of documents, and the pack that is its own. */
  readonly folder: string;
  readonly pack: string;
}

/** Entries of documents, each by its place among the files. */
export type MadeEntries = readonly (readonly [at: number, entry: DocumentEntry])[];

/** What of the content is to be parsed and checked, and for whom. */
export interface DocumentWork {
  readonly cache: DocumentCache;
  readonly files: ContentFiles;
  readonly now: string;
  readonly threads: Threads;
  /** Is called before the work begins, with the number of its documents. */
  readonly begin: (documents: number) => void;
  readonly step: () => void;
}

/**
 * Parses and checks the documents that aren't in a cache in several threads, where they are many, so that
 * whoever checks all of them finds them there. Each thread takes the next that nobody has taken. Rejects with what
 * parsing and checking throws.
 */
export async function checkInThreads(work: DocumentWork): Promise<void> {
  const { cache, files, now, threads, begin, step } = work;
  if (othersFor(files.minutes.length, threads) === 0) return;
  const withheld = withheldSentences(files.minutes);
  const missing = files.minutes.filter((file) => cache.isMissing(file, { withheld, now }));
  const others = othersFor(missing.length, threads);
  if (others === 0) return;
  begin(missing.length);
  const { registry, lists, site, exceptions } = files;
  const settings = { registry, lists, site, exceptions };
  const context = fileContextOf(settings, { withheld, now });
  const order = { settings, withheld, now, files: missing.map(carriedOf), taken: newCount() };
  const begun = Array.from({ length: others }, (_, at) =>
    startThread(
      DOCUMENT_THREAD,
      { ...order, folder: cache.partsFolder, pack: `${String(process.pid)}-${String(at + 1)}.pack` },
      (made) => {
        for (const [place, entry] of made) {
          const file = missing[place];
          if (file !== undefined) cache.add(file, context, entry);
          step();
        }
      },
    ),
  );
  try {
    for (const file of threads.helps ? takeFrom(missing, order.taken) : []) {
      cache.check(file, context);
      step();
      // So that what the others have made is taken meanwhile.
      await setImmediate();
    }
    await Promise.all(begun.map(({ ended }) => ended));
  } finally {
    await Promise.all(begun.map(({ close }) => close()));
  }
}

/** How many entries are told at a time. */
const BATCH = 20;

/** Parses and checks the documents that a thread takes, and tells a few at a time. */
function checkTaken(
  { settings, withheld, now, files, taken, folder, pack }: DocumentOrder,
  tell: (made: MadeEntries) => void,
): void {
  const context = fileContextOf(settings, { withheld, now });
  const store = new PartStore(folder, pack);
  const made: (readonly [at: number, entry: DocumentEntry])[] = [];
  for (const [at, carried] of takeFrom([...files.entries()], taken)) {
    const file = uncarried(carried);
    const checked = checkFile(file, context);
    made.push([at, entryOf(checked, file.source, context.allowed.exceptions, now, store)]);
    if (made.length === BATCH) tell(made.splice(0));
  }
  store.close();
  tell(made);
}

export const DOCUMENT_THREAD: ThreadWork<DocumentOrder, MadeEntries> = {
  file: new URL('./document-worker.ts', import.meta.url),
  work: checkTaken,
};
