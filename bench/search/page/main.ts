import { createApi } from '../../../src/search/client/api.ts';
import { connect } from '../../../src/search/client/connection.ts';
import type { SearchRequest } from '../../../src/search/client/service.ts';
import { filterOf, type FilterInput } from '../../../src/search/client/state.ts';
import { LIBRARIES } from '../libraries.ts';
import { plain } from '../truth.ts';
import type { Asked } from './at-hand.ts';

/** The page of the benchmark: each engine as a reader's browser runs it, timed query by query. */

export interface PageQuery {
  readonly text: string;
  readonly filter: FilterInput;
}

export interface Timed {
  /** Milliseconds of each query. */
  readonly times: readonly number[];
  /** How many each found. */
  readonly totals: readonly number[];
  /** The longest task of the page meanwhile, in milliseconds; 0 when none took more than 50. */
  readonly longestTask: number;
}

export interface BenchPage {
  /** Ours, in its worker: until the whole answer is there and ten results can be shown. */
  ours(folder: string, queries: readonly PageQuery[]): Promise<Timed>;
  /** Milliseconds that each query takes the worker, with its files at hand; see `at-hand.ts`. */
  oursInWorker(folder: string, queries: readonly PageQuery[]): Promise<readonly number[]>;
  /** The addresses that ours finds for each query, all of them. */
  oursAll(folder: string, queries: readonly PageQuery[]): Promise<readonly (readonly string[])[]>;
  pagefind(queries: readonly PageQuery[], quoted: boolean): Promise<Timed>;
  library(name: string, queries: readonly PageQuery[]): Promise<Timed>;
  scan(queries: readonly PageQuery[]): Promise<Timed>;
}

declare global {
  interface Window {
    benchPage?: BenchPage;
  }
}

async function timed(
  queries: readonly PageQuery[],
  search: (query: PageQuery) => Promise<number>,
): Promise<Timed> {
  const times: number[] = [];
  const totals: number[] = [];
  let longestTask = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  });
  observer.observe({ type: 'longtask' });
  for (const query of queries) {
    const start = performance.now();
    totals.push(await search(query));
    times.push(performance.now() - start);
  }
  // What was seen last is told a little later.
  await new Promise((resolve) => {
    setTimeout(resolve, 100);
  });
  observer.disconnect();
  return { times, totals, longestTask };
}

async function loadText(path: string): Promise<string> {
  return (await fetch(path)).text();
}

function rootOf(folder: string): string {
  return new URL(`/${folder}/`, location.href).href;
}

/** What the page of the site asks. */
function requestOf({ text, filter }: PageQuery): SearchRequest {
  return {
    input: text,
    filter: filterOf(filter),
    sort: 'newest',
    part: 'items',
    from: 0,
    atLeast: 10,
    withValues: false,
  };
}

window.benchPage = {
  async ours(folder, queries) {
    const service = connect(rootOf(folder));
    await service.search(requestOf({ text: '会议', filter: {} }));
    return timed(queries, async (query) => {
      const answer = await service.search(requestOf(query));
      return answer.kind === 'found' ? answer.total : -1;
    });
  },
  oursInWorker: (folder, queries) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./at-hand.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }: MessageEvent<readonly number[]>) => {
        worker.terminate();
        resolve(data);
      });
      worker.addEventListener('error', ({ message }) => {
        reject(new Error(message));
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has no such argument
      worker.postMessage({ root: rootOf(folder), requests: queries.map(requestOf) } satisfies Asked);
    }),
  async oursAll(folder, queries) {
    const ours = createApi(connect(rootOf(folder)), '/');
    const found: (readonly string[])[] = [];
    for (const { text, filter } of queries)
      found.push((await ours(text, filter)).results.map(({ url }) => url));
    return found;
  },
  async pagefind(queries, quoted) {
    const address = '/stock/pagefind.js';
    const pagefind = await import(/* @vite-ignore */ address);
    await pagefind.init();
    return timed(queries, async ({ text }) => {
      const { results } = await pagefind.search(quoted ? `"${text}"` : text);
      await Promise.all(results.slice(0, 10).map((hit: { data(): Promise<unknown> }) => hit.data()));
      return results.length;
    });
  },
  async library(name, queries) {
    const library = LIBRARIES.find((each) => each.name === name);
    const search = library?.open(await loadText(`/index/${encodeURIComponent(name)}.json`));
    return timed(queries, ({ text }) => Promise.resolve(search?.(text).length ?? 0));
  },
  async scan(queries) {
    const texts: readonly string[] = JSON.parse(await loadText('/index/texts.json'));
    const folded = texts.map((text) => text.split('\n').map(plain).join('\n'));
    return timed(queries, ({ text }) => {
      const word = plain(text);
      return Promise.resolve(folded.filter((each) => each.includes(word)).length);
    });
  },
};
