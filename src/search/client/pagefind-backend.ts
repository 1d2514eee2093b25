import { phraseOf } from '../pagefind-words.ts';
import type { Backend, Host } from './backend.ts';

/** What of `pagefind.js` 1.6 is used. */
interface PagefindModule {
  createInstance(options: PagefindOptions): PagefindInstance;
}

interface PagefindOptions {
  readonly basePath: string;
  /** In a worker of ours Pagefind runs where it is; in a page it would start a second worker. */
  readonly noWorker: true;
  /** Instead of the time of day: the directory's name already changes with its content. */
  readonly metaCacheTag: string;
}

interface PagefindInstance {
  search(phrase: string | null): Promise<{ readonly results: readonly { readonly id: string }[] }>;
}

/**
 * Opens the Pagefind bundle in the directory at `base` (an address ending in a slash) that holds
 * `records` records. Quoted phrases of bigrams are exact substrings; hits have ids, which a search for
 * everything puts into the order of the records. It tells no counts: each hit counts once.
 */
export async function openPagefind(base: string, records: number, host: Host): Promise<Backend> {
  const module = await host.importModule(`${base}pagefind.js`);
  if (!isPagefind(module)) throw new Error(`No Pagefind at ${base}`);
  const instance = module.createInstance({ basePath: base, noWorker: true, metaCacheTag: '1' });
  const everything = await instance.search(null);
  const numbers = new Map(everything.results.map(({ id }, number) => [id, number]));
  if (numbers.size !== records)
    throw new Error(`${base} holds ${String(numbers.size)} records, not ${String(records)}`);
  return {
    shortest: 2,
    async find(term, within) {
      const failuresBefore = host.failures();
      const { results } = await instance.search(phraseOf(term));
      if (host.failures() > failuresBefore)
        throw new Error(`Part of the index at ${base} could not be loaded`);
      const isWanted = within === null ? null : new Set(within);
      const found = results
        .flatMap(({ id }) => numbers.get(id) ?? [])
        .filter((number) => isWanted?.has(number) !== false)
        .sort((a, b) => a - b);
      return { records: found, counts: found.map(() => 1) };
    },
  };
}

function isPagefind(module: unknown): module is PagefindModule {
  return typeof module === 'object' && module !== null && 'createInstance' in module;
}
