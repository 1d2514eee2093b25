import type { Term } from '../query.ts';

/**
 * What finds words. Everything else (operators, filters, counts, texts, verification) is done by the
 * engine on record numbers, so that any backend that answers this exactly makes the whole search exact.
 */
export interface Backend {
  /** The shortest term it can look up, in UTF-16 units. */
  readonly shortest: 1 | 2;
  /**
   * The numbers of all records in which the term stands (as `containsTerm` defines it), ascending.
   * Rejects when anything it needed could not be loaded; it never answers from a part.
   */
  find(term: Term): Promise<readonly number[]>;
}

/** The machine a client runs on: a worker, a page, or Node in tests. */
export interface Host {
  fetch(this: void, url: string, init?: RequestInit): Promise<Response>;
  /** How many requests below the search directory have failed for good so far. */
  failures(this: void): number;
  importModule(this: void, url: string): Promise<unknown>;
}
