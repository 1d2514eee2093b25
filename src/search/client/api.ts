import { plainExcerpt } from '../excerpt.ts';
import { plainText } from './result.ts';
import type { SearchService } from './service.ts';
import { filterOf, type FilterInput } from './state.ts';

/** One result for programs. */
export interface ApiResult {
  /** With the base path and the anchor. */
  readonly url: string;
  readonly heading: string;
  readonly held: string | null;
  readonly excerpt: string;
}

export interface ApiAnswer {
  readonly total: number;
  /** All of them, newest first. */
  readonly results: readonly ApiResult[];
}

export type JiyaoSearch = (query: string, options?: FilterInput) => Promise<ApiAnswer>;

declare global {
  interface Window {
    jiyaoSearch?: JiyaoSearch;
  }
}

/** `window.jiyaoSearch`. Rejects with the reader's message when the query can't be looked up. */
export function createApi(service: SearchService, base: string): JiyaoSearch {
  return async (query, options = {}) => {
    const answer = await service.search({ input: query, filter: filterOf(options), from: 0, to: null });
    if (answer.kind === 'refused') throw new Error(answer.message);
    const results = answer.groups.flatMap(({ held, results: ofMeeting }) =>
      ofMeeting.map((result) => ({
        url: base + result.path,
        heading: plainExcerpt(result.heading),
        held,
        excerpt: plainText(result),
      })),
    );
    return { total: answer.total, results };
  };
}
