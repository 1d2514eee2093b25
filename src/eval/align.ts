import type { ItemFacts } from '../minutes/facts.ts';
import { bareSentence } from './bare.ts';

/** An expected item and the read one that is taken for it. */
export type ItemPair = readonly [gold: ItemFacts, got: ItemFacts];

/** Two beginnings of this many characters are one heading, cut at different ends. */
const ENOUGH = 12;

/**
 * Pairs expected and read items in text order, as many as can be paired. Two items are the same
 * when their heading (or lead) is, or when one is the beginning of the other and long enough to tell.
 */
export function alignItems(gold: readonly ItemFacts[], got: readonly ItemFacts[]): readonly ItemPair[] {
  const lengths = pairLengths(gold, got);
  const lengthAt = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  const pairs: ItemPair[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const expected = gold[i];
    const read = got[j];
    if (expected === undefined || read === undefined) return pairs;
    if (isSameItem(expected, read)) {
      pairs.push([expected, read]);
      i++;
      j++;
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) {
      i++;
    } else {
      j++;
    }
  }
}

/** For every two positions, how many pairs can still be made from there to the ends. */
function pairLengths(gold: readonly ItemFacts[], got: readonly ItemFacts[]): readonly (readonly number[])[] {
  const rows: (readonly number[])[] = [got.map(() => 0).concat(0)];
  for (const expected of gold.toReversed()) {
    const below = rows[0] ?? [];
    const row: number[] = [0];
    for (const [back, read] of got.toReversed().entries()) {
      const j = got.length - 1 - back;
      const right = row[0] ?? 0;
      row.unshift(isSameItem(expected, read) ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, right));
    }
    rows.unshift(row);
  }
  return rows;
}

function isSameItem(one: ItemFacts, other: ItemFacts): boolean {
  const [first, second] = [keyOf(one), keyOf(other)];
  if (first === '' || second === '') return false;
  if (first === second) return true;
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  return short.length >= ENOUGH && long.startsWith(short);
}

function keyOf({ heading, lead }: ItemFacts): string {
  return bareSentence(heading ?? lead) ?? '';
}
