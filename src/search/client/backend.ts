import type { Term } from '../query.ts';

/**
 * The records of one generation in which a term stands, ascending, and how often it stands in each.
 */
export interface Hits {
  readonly records: readonly number[];
  /** As long as `records`. */
  readonly counts: readonly number[];
}

/**
 * What finds words in one generation. Everything else (operators, filters, counts, texts, verification)
 * is done by the engine on record numbers, so that any backend that answers this exactly makes the
 * whole search exact.
 */
export interface Backend {
  /** The shortest term it can look up, in UTF-16 units. */
  readonly shortest: 1 | 2;
  /**
   * The records in which the term stands (as `containsTerm` defines it); of those in `within` only,
   * unless that is null. Rejects when anything it needed could not be loaded; it never answers from a part.
   */
  find(term: Term, within: readonly number[] | null): Promise<Hits>;
}

/** The other way to know: looking into the texts of a few records. */
export interface TextCheck {
  /** About how many bytes have yet to be loaded to look into these records. */
  cost(this: void, records: readonly number[]): number;
  find(this: void, term: Term, records: readonly number[]): Promise<Hits>;
}

/** The machine a client runs on: a worker, a page, or Node in tests. */
export interface Host {
  fetch(this: void, url: string, init?: RequestInit): Promise<Response>;
  /** How many requests below the search directory have failed for good so far. */
  failures(this: void): number;
  importModule(this: void, url: string): Promise<unknown>;
}
