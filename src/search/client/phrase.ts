import type { PairRecords } from '../pair-files.ts';
import type { Hits } from './backend.ts';

/** A pair of the term: how far from its beginning it stands, and the records that hold it. */
export interface PlacedPair {
  readonly offset: number;
  readonly found: PairRecords;
}

/** A pair with its places in each of its records. */
export interface PairWithPlaces extends PlacedPair {
  readonly places: Uint32Array;
}

/** The records that hold all pairs, wherever they stand; of `within` only, unless that is null. */
export function recordsOfAll(
  pairs: readonly PlacedPair[],
  within: readonly number[] | null,
): readonly number[] {
  const lists: (readonly number[] | Uint32Array)[] = pairs.map(({ found }) => found.records);
  if (within !== null) lists.push(within);
  const [shortest, ...others] = lists.sort((one, other) => one.length - other.length);
  let common = Array.from(shortest ?? []);
  for (const list of others) common = intersection(common, list);
  return common;
}

/** Numbers in both lists; both ascend, and the first is the shorter one. */
function intersection(few: readonly number[], many: ArrayLike<number>): number[] {
  const common: number[] = [];
  let at = 0;
  for (const number of few) {
    while (at < many.length && (many[at] ?? 0) < number) at++;
    if (many[at] === number) common.push(number);
  }
  return common;
}

/**
 * The records where all pairs stand at their offsets from one place, with the number of such places.
 * When the pairs cover the term, these are exactly its occurrences.
 */
export function hitsOfPhrase(pairs: readonly PairWithPlaces[], candidates: readonly number[]): Hits {
  const records: number[] = [];
  const counts: number[] = [];
  const cursors = pairs.map(createCursor);
  for (const record of candidates) {
    const lists = cursors.map((cursor) => cursor.placesIn(record));
    const count = countCommon(
      lists,
      pairs.map(({ offset }) => offset),
    );
    if (count > 0) {
      records.push(record);
      counts.push(count);
    }
  }
  return { records, counts };
}

/** Walks through the records of a pair in ascending order. */
function createCursor({ found: { records, counts }, places }: PairWithPlaces) {
  let index = 0;
  let start = 0;
  return {
    placesIn(record: number): Uint32Array {
      while (index < records.length && (records[index] ?? 0) < record) {
        start += counts[index] ?? 0;
        index++;
      }
      return records[index] === record
        ? places.subarray(start, start + (counts[index] ?? 0))
        : places.subarray(0, 0);
    },
  };
}

/** How many starts s have s + offset in every list. */
function countCommon(lists: readonly Uint32Array[], offsets: readonly number[]): number {
  const ats = lists.map(() => 0);
  const [first] = lists;
  let count = 0;
  for (const place of first ?? []) {
    const start = place - (offsets[0] ?? 0);
    const isCommon = lists.every((list, index) => {
      const wanted = start + (offsets[index] ?? 0);
      let at = ats[index] ?? 0;
      while (at < list.length && (list[at] ?? 0) < wanted) at++;
      ats[index] = at;
      return list[at] === wanted;
    });
    if (isCommon) count++;
  }
  return count;
}
