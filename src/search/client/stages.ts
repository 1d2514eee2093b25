import type { Collection } from './collection.ts';

/** How far a search has come that asks one generation after the other. */
export interface Stage {
  /** The generations asked so far. */
  readonly parts: readonly number[];
  /** Of these records it is certain whether they answer: all before this number. */
  readonly upTo: number;
}

/**
 * The stages of a search over generations (newest first): those that are asked first, then one more each
 * time. There is one at least, and the last has all.
 */
export function stagesOf({ table, numbers }: Pick<Collection, 'table' | 'numbers'>): readonly Stage[] {
  const parts = [...numbers.keys()];
  const first = partsToAskFirst(numbers.map(({ length }) => length));
  const later = parts.filter((part) => !first.includes(part));
  return [...later, null].map((next, index) => {
    const waiting = next === null ? [] : later.slice(index);
    const newest = waiting.flatMap((part) => numbers[part] ?? []).map(leastNumber);
    return {
      parts: parts.filter((part) => !waiting.includes(part)),
      upTo: Math.min(table.size, ...newest),
    };
  });
}

/** The least of the numbers, superseded records (-1) left out. */
function leastNumber(numbers: Int32Array): number {
  return numbers.reduce((least, number) => (number === -1 ? least : Math.min(least, number)), Infinity);
}

/** How many records are enough to ask alone at first. */
const ENOUGH = 3000;

/**
 * The generations that are asked first: those up to the newest that holds a tenth of all records or
 * `ENOUGH`, and the small ones, which cost little: what they correct may be new.
 */
function partsToAskFirst(sizes: readonly number[]): readonly number[] {
  const enough = Math.min(ENOUGH, sizes.reduce((sum, size) => sum + size, 0) / 10);
  const newest = sizes.findIndex((size) => size >= enough);
  return [...sizes.keys()].filter((part) => part <= newest || (sizes[part] ?? 0) < enough);
}
