import { Charset, Index } from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { plain } from './truth.ts';

/**
 * Search libraries that load their whole index. MiniSearch and Lunr get the pairs of neighbouring
 * characters as words, all of them required, for they can't cut Chinese; FlexSearch its own CJK encoder. The same
 * code builds the index here and reads it in the browser.
 */
export interface Library {
  readonly name: string;
  /** The index as text, to be loaded whole. */
  build(texts: readonly string[]): string;
  open(index: string): (query: string) => readonly number[];
}

/** The pairs of neighbouring characters of a text, white space and quotes left out. */
function pairsOf(text: string): readonly string[] {
  const characters = Array.from(plain(text));
  const pairs = characters.slice(1).map((character, at) => (characters[at] ?? '') + character);
  return pairs.length === 0 ? characters : pairs;
}

const MINISEARCH = {
  fields: ['text'],
  tokenize: (text: string) => [...pairsOf(text)],
  processTerm: (term: string) => term,
};

const miniSearch: Library = {
  name: 'MiniSearch',
  build(texts) {
    const index = new MiniSearch<{ id: number; text: string }>(MINISEARCH);
    index.addAll(texts.map((text, id) => ({ id, text })));
    return JSON.stringify(index);
  },
  open(json) {
    const index = MiniSearch.loadJSON(json, MINISEARCH);
    return (query) =>
      index.search(query, { combineWith: 'AND', prefix: false, fuzzy: false }).map(({ id }) => Number(id));
  },
};

const FLEXSEARCH = {
  encoder: Charset.CJK,
  context: { depth: 1, bidirectional: false, resolution: 9 },
} as const;

const flexSearch: Library = {
  name: 'FlexSearch (CJK)',
  build(texts) {
    const index = new Index(FLEXSEARCH);
    for (const [id, text] of texts.entries()) index.add(id, plain(text));
    const parts: Record<string, string> = {};
    index.export((key: string, data: string) => {
      if (data !== undefined) parts[key] = data;
    });
    return JSON.stringify(parts);
  },
  open(json) {
    const index = new Index(FLEXSEARCH);
    const parts: Readonly<Record<string, string>> = JSON.parse(json);
    for (const [key, data] of Object.entries(parts)) index.import(key, data);
    return (query) => index.search(plain(query), { limit: 1_000_000 }).map(Number);
  },
};

const lunrLibrary: Library = {
  name: 'Lunr',
  build(texts) {
    const index = lunr((builder) => {
      builder.ref('id');
      builder.field('text');
      builder.pipeline.reset();
      builder.searchPipeline.reset();
      builder.tokenizer = Object.assign(tokensOf, { separator: /\s/u });
      for (const [id, text] of texts.entries()) builder.add({ id, text });
    });
    return JSON.stringify(index);
  },
  open(json) {
    const index = lunr.Index.load(JSON.parse(json));
    return (query) =>
      index
        .query((request) => {
          for (const pair of pairsOf(query))
            request.term(pair, { presence: lunr.Query.presence.REQUIRED, usePipeline: false });
        })
        .map(({ ref }) => Number(ref));
  },
};

function tokensOf(text?: string | object | object[] | null): lunr.Token[] {
  return typeof text === 'string' ? pairsOf(text).map((pair) => new lunr.Token(pair, {})) : [];
}

export const LIBRARIES: readonly Library[] = [miniSearch, flexSearch, lunrLibrary];
