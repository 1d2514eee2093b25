import type { Corpus } from './model.ts';

/**
 * Values that are read off the whole corpus and small enough to be compared. A build that knows what a
 * page has read counts the value alone, so that a page which asks whether there are corrections doesn't
 * hang on every document.
 */

/** A value of the whole corpus by name, or of one key in it; plain data. */
export type Derivation = (corpus: Corpus) => unknown;

const DERIVATIONS = new Map<string, Derivation>();
const values = new WeakMap<Corpus, Map<string, unknown>>();

/** Reads a value off a corpus, once for each corpus. The name is unique. */
export function derived<T>(name: string, compute: (corpus: Corpus) => T): (corpus: Corpus) => T {
  DERIVATIONS.set(name, compute);
  return (corpus) => {
    corpus.notes?.derived(name, null);
    return valueOf(name, compute, corpus);
  };
}

/** The same for a value of each of many keys: only the keys that are asked for count as read. */
export function derivedByKey<T>(
  name: string,
  compute: (corpus: Corpus) => ReadonlyMap<string, T>,
): (corpus: Corpus, key: string) => T | undefined {
  DERIVATIONS.set(name, compute);
  return (corpus, key) => {
    corpus.notes?.derived(name, key);
    return valueOf(name, compute, corpus).get(key);
  };
}

/** The value under a name, and a key of it, as it is now; undefined when there is none. */
export function derivedValue(corpus: Corpus, name: string, key: string | null): unknown {
  const compute = DERIVATIONS.get(name);
  const value = compute === undefined ? undefined : valueOf(name, compute, corpus);
  if (key === null) return value;
  return value instanceof Map ? value.get(key) : undefined;
}

function valueOf<T>(name: string, compute: (corpus: Corpus) => T, corpus: Corpus): T {
  const known = values.get(corpus) ?? new Map<string, unknown>();
  values.set(corpus, known);
  if (!known.has(name)) {
    const make = (): T => compute(corpus);
    known.set(name, corpus.notes === undefined ? make() : corpus.notes.unnoted(make));
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one name, one derivation, one type
  return known.get(name) as T;
}
