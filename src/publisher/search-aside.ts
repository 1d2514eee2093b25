import { join } from 'node:path';
import { areGenerationsMissing, makeGenerations } from '../search/make-generation.ts';
import { recordsOf } from '../search/record.ts';
import { withoutFindings, type DocumentEntry } from './document-entry.ts';
import { Reading } from './facets.ts';
import { LazyMinutes, MinutesReader } from './lazy-minutes.ts';
import { PartStore } from './part-store.ts';
import type { Publishing } from './publish.ts';
import { startThread, type Thread, type ThreadWork } from './thread.ts';
import { othersFor } from './threads.ts';

/** What a thread is told that makes the generations of search. */
interface SearchOrder {
  /** In the order of the corpus. */
  readonly entries: readonly DocumentEntry[];
  /** Where the parts of documents are, and where generations are kept. */
  readonly parts: string;
  readonly folder: string;
}

/** The folder where the generations of a site are kept. */
export function searchCacheOf(siteCache: string): string {
  return join(siteCache, 'search');
}

/** The generations of search, made in a thread of its own while pages are made. */
export class SearchAside {
  /** How many were made. */
  made = 0;
  readonly #publishing: Publishing;
  #thread: Thread | null = null;

  constructor(publishing: Publishing) {
    this.#publishing = publishing;
  }

  /** Begins to make them, where there are none to build on and the minutes are many. */
  begin(): void {
    const { light, entries: all, parts, siteCache, portion, threads } = this.#publishing;
    if (portion !== null || othersFor(all.size, threads) === 0) return;
    const entries = light.corpus.minutes.flatMap(({ id }) => all.get(id) ?? []);
    const folder = searchCacheOf(siteCache);
    const meetings = entries.flatMap(({ search }) => search ?? []);
    if (!areGenerationsMissing({ meetings }, folder)) return;
    this.#thread = startThread(
      SEARCH_THREAD,
      { entries: entries.map(withoutFindings), parts, folder },
      (made) => {
        this.made = made;
      },
    );
  }

  get hasBegun(): boolean {
    return this.#thread !== null;
  }

  /** Resolves when none is being made. */
  async finish(): Promise<void> {
    await this.#thread?.ended;
    await this.#thread?.close();
  }

  async close(): Promise<void> {
    await this.#thread?.close();
  }
}

/** Makes the generations as `buildSearch` would make them from the beginning; tells how many. */
async function makeThem(
  { entries, parts, folder }: SearchOrder,
  tell: (made: number) => void,
): Promise<void> {
  const store = new PartStore(parts, '');
  const reader = new MinutesReader(store, new Reading());
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const source = {
    meetings: entries.flatMap(({ search }) => search ?? []),
    recordsOf: (id: string) => {
      const entry = byId.get(id);
      return entry === undefined ? [] : recordsOf(new LazyMinutes(entry, reader));
    },
  };
  tell(await makeGenerations(source, folder, () => true));
  store.close();
}

export const SEARCH_THREAD: ThreadWork<SearchOrder, number> = {
  file: new URL('./search-worker.ts', import.meta.url),
  work: makeThem,
};
