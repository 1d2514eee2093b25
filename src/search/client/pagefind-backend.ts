import { phraseOf, recordOfPage } from '../pagefind-words.ts';
import type { Term } from '../query.ts';
import type { Backend, Host, TextCheck } from './backend.ts';

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
  init(): Promise<void>;
  search(phrase: string): Promise<{ readonly results: readonly { readonly id: string }[] }>;
}

/** Of a term longer than this, a part is looked up first: each further unit loads a chunk of the index. */
const PART = 6;
/** About how many bytes a chunk has. */
const CHUNK = 4000;

/**
 * Opens the Pagefind bundle in the directory at `base` (an address ending in a slash). Quoted phrases of
 * bigrams are exact substrings. When a part of a long term, or the terms before it, have left so few
 * records that their texts are cheaper than the rest of the index, the texts are looked into. Pagefind
 * tells no counts: each of its hits counts once.
 */
export async function openPagefind(base: string, host: Host): Promise<(texts: TextCheck) => Backend> {
  const module = await host.importModule(`${base}pagefind.js`);
  if (!isPagefind(module)) throw new Error(`No Pagefind at ${base}`);
  const instance = module.createInstance({ basePath: base, noWorker: true, metaCacheTag: '1' });
  await instance.init();
  const recordsWith = async (term: Term, within: readonly number[] | null): Promise<readonly number[]> => {
    const failuresBefore = host.failures();
    const { results } = await instance.search(phraseOf(term));
    if (host.failures() > failuresBefore) throw new Error(`Part of the index at ${base} could not be loaded`);
    const isWanted = within === null ? null : new Set(within);
    return results
      .map(({ id }) => recordOfPage(id))
      .filter((record) => isWanted?.has(record) !== false)
      .sort((a, b) => a - b);
  };
  return (texts) => ({
    shortest: 2,
    async find(term, within) {
      const { length } = term.text;
      const isCheaper = (records: readonly number[], units: number): boolean =>
        texts.cost(records) <= units * CHUNK;
      if (within !== null && isCheaper(within, length - 1)) return texts.find(term, within);
      if (length > PART) {
        const left = await recordsWith({ ...term, text: term.text.slice(0, PART) }, within);
        if (isCheaper(left, length - PART)) return texts.find(term, left);
      }
      const records = await recordsWith(term, within);
      return { records, counts: records.map(() => 1) };
    },
  });
}

function isPagefind(module: unknown): module is PagefindModule {
  return typeof module === 'object' && module !== null && 'createInstance' in module;
}
