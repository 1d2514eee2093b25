import { createApi, type JiyaoSearch } from '../../../src/search/client/api.ts';
import { connect } from '../../../src/search/client/connection.ts';
import type { FilterInput } from '../../../src/search/client/state.ts';
import { LIBRARIES } from '../libraries.ts';
import { plain } from '../truth.ts';

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
}

export interface BenchPage {
  /** Ours, in its worker: until the whole answer is there and ten results can be shown. */
  ours(folder: string, queries: readonly PageQuery[]): Promise<Timed>;
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
  for (const query of queries) {
    const start = performance.now();
    totals.push(await search(query));
    times.push(performance.now() - start);
  }
  return { times, totals };
}

async function loadText(path: string): Promise<string> {
  return (await fetch(path)).text();
}

function openOurs(folder: string): JiyaoSearch {
  return createApi(connect(new URL(`/${folder}/`, location.href).href), '/');
}

window.benchPage = {
  async ours(folder, queries) {
    const ours = openOurs(folder);
    await ours('会议', { limit: 0 });
    return timed(queries, async ({ text, filter }) => (await ours(text, { ...filter, limit: 10 })).total);
  },
  async oursAll(folder, queries) {
    const ours = openOurs(folder);
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
