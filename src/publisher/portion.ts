import type { Share } from './share.ts';

/**
 * What of a site is built. What is made of all meetings together is part of a whole site alone: tables, the
 * files that come with the generator, what leads to the generations of search.
 */
export interface Portion {
  /** The share that it is, which another thread can be told; null for what is none. */
  readonly share: Share | null;
  /** Whether a page or a file of a meeting or of a year belongs to it, by path. */
  has(this: void, path: string): boolean;
  /** Whether a generation of search belongs to it, by its place among all of them. */
  hasGeneration(this: void, at: number): boolean;
}
