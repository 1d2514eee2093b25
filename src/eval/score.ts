import type { Facts } from '../minutes/facts.ts';
import { compareFacts, type Comparison } from './compare.ts';

/** How many values of a field are right, read without being there, and there without being read. */
export interface Counts {
  readonly right: number;
  readonly extra: number;
  readonly missed: number;
}

export interface Difference {
  readonly field: string;
  /** Ordinal and beginning of the item's heading; null for a field of the document. */
  readonly item: string | null;
  readonly kind: 'extra' | 'missed';
  readonly value: string;
}

export interface Tally {
  /** Counts by field; a field that no document has is all zeroes. */
  readonly fields: ReadonlyMap<string, Counts>;
  readonly differences: readonly Difference[];
}

const NOTHING: Counts = { right: 0, extra: 0, missed: 0 };

/**
 * Compares read facts with expected ones, field by field. Strings are compared without white space
 * and control characters, lists without order.
 */
export function scoreFacts(gold: Facts, facts: Facts): Tally {
  return addTallies(compareFacts(gold, facts).map(tallyOf));
}

/** The tallies of several documents as one, in their order. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const fields = new Map<string, Counts>();
  for (const [field, counts] of tallies.flatMap((tally) => [...tally.fields])) {
    const before = fields.get(field) ?? NOTHING;
    fields.set(field, {
      right: before.right + counts.right,
      extra: before.extra + counts.extra,
      missed: before.missed + counts.missed,
    });
  }
  return { fields, differences: tallies.flatMap(({ differences }) => differences) };
}

/** The harmonic mean of precision and recall, 0 to 1; 1 where there was nothing to read and nothing read. */
export function f1({ right, extra, missed }: Counts): number {
  const all = 2 * right + extra + missed;
  return all === 0 ? 1 : (2 * right) / all;
}

/** The score: the mean of the fields' F1, over the fields that any side has; 0 when none has. */
export function meanF1({ fields }: Tally): number {
  const used = [...fields.values()].filter(({ right, extra, missed }) => right + extra + missed > 0);
  return used.reduce((sum, counts) => sum + f1(counts), 0) / (used.length || 1);
}

function tallyOf({ field, item, gold, got }: Comparison): Tally {
  const extra = without(got, gold);
  const missed = without(gold, got);
  const counts = { right: gold.length - missed.length, extra: extra.length, missed: missed.length };
  return {
    fields: new Map([[field, counts]]),
    differences: [
      ...missed.map((value) => ({ field, item, kind: 'missed' as const, value })),
      ...extra.map((value) => ({ field, item, kind: 'extra' as const, value })),
    ],
  };
}

/** The values of one list that are left when each value of the other has taken one away. */
function without(values: readonly string[], taken: readonly string[]): readonly string[] {
  const rest = [...taken];
  return values.filter((value) => {
    const at = rest.indexOf(value);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
