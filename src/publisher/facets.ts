import { digestOf } from './digest.ts';

/** The kinds of facets that are about one document, each followed by its id, as one pattern. */
export const OF_DOCUMENT = 'head|stated|brief|register|points|roles|hits|values|text|exists';

/**
 * What a page or a file has read of a corpus, as names of facets: `head 2022/013`, `year 2022`,
 * `derived hasCoverage`. A page whose facets all have the digests they had needs no look at its view.
 */
export class Reading {
  #read: Set<string> | null = null;

  note(facet: string): void {
    this.#read?.add(facet);
  }

  /** The result of `make`, and every facet that it read. */
  during<T>(make: () => T): { readonly made: T; readonly facets: readonly string[] } {
    const before = this.#read;
    const read = new Set<string>();
    this.#read = read;
    try {
      return { made: make(), facets: [...read].sort() };
    } finally {
      this.#read = before;
    }
  }

  /** The result of `make`, of which nothing is noted until `repeat` notes all that it read. */
  repeatable<T>(make: () => T): { readonly made: T; readonly repeat: () => void } {
    const { made, facets } = this.during(make);
    return {
      made,
      repeat: () => {
        for (const facet of facets) this.note(facet);
      },
    };
  }

  /** The result of `make`, of which nothing is noted. */
  unnoted<T>(make: () => T): T {
    const before = this.#read;
    this.#read = null;
    try {
      return make();
    } finally {
      this.#read = before;
    }
  }
}

/** Plain data in one form, whatever order its keys came in; maps and sets as lists. */
export function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_, each: unknown) => {
      if (each instanceof Map) return { map: [...each] };
      if (each instanceof Set) return { set: [...each] };
      return each;
    }) ?? 'undefined'
  );
}

export function digestOfValue(value: unknown): string {
  return digestOf(canonicalJson(value));
}

/** The digest of a value without maps and sets, in a fifth of the time. */
export function digestOfPlain(value: unknown): string {
  return digestOf(JSON.stringify(value) ?? 'undefined');
}
