import { plainExcerpt } from '../excerpt.ts';
import { plainText, type ResultGroup } from './result.ts';
import type { SearchRequest, SearchService } from './service.ts';
import { filterOf, type FilterInput } from './state.ts';

/** One result for programs. */
export interface ApiResult {
  /** The site that published it, where several are searched. */
  readonly site?: string;
  /** With the base path and the anchor. */
  readonly url: string;
  readonly heading: string;
  readonly held: string | null;
  readonly excerpt: string;
}

export interface ApiAnswer {
  /** Of agenda items. */
  readonly total: number;
  /** The agenda items that answer, newest first. */
  readonly results: readonly ApiResult[];
  /** Hits that are in no agenda item: in the head, the attendance or the foot. */
  readonly others: readonly ApiResult[];
}

export type JiyaoSearch = (query: string, options?: FilterInput) => Promise<ApiAnswer>;

declare global {
  interface Window {
    jiyaoSearch?: JiyaoSearch;
  }
}

/** `window.jiyaoSearch`. Rejects with the reader's message when the query can't be looked up. */
export function createApi(service: SearchService, base: string): JiyaoSearch {
  const ask = async (input: string, options: FilterInput, part: SearchRequest['part']) => {
    const request: SearchRequest = {
      input,
      filter: filterOf(options),
      sort: 'newest',
      part,
      from: 0,
      atLeast: options.limit ?? null,
      withValues: false,
    };
    const answer = await service.search(request);
    if (answer.kind === 'refused') throw new Error(answer.message);
    return answer;
  };
  const resultsOf = (groups: readonly ResultGroup[], limit = Infinity): readonly ApiResult[] =>
    groups
      .flatMap(({ site, held, results }) =>
        results.map((result) => ({
          ...(site === undefined ? {} : { site }),
          url: base + result.path,
          heading: plainExcerpt(result.heading),
          held,
          excerpt: plainText(result),
        })),
      )
      .slice(0, limit);
  return async (query, options = {}) => {
    const items = await ask(query, options, 'items');
    const others = items.others === 0 ? null : await ask(query, options, 'others');
    return {
      total: items.total,
      results: resultsOf(items.groups, options.limit),
      others: resultsOf(others?.groups ?? [], options.limit),
    };
  };
}
