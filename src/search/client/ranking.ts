import type { Hits } from './backend.ts';
import { meetingAt, type RecordTable } from '../table.ts';

/** How results are ordered. */
export const SORTS = ['newest', 'relevance'] as const;
export type Sort = (typeof SORTS)[number];

/** After so many days a hit weighs half. */
const HALF_LIFE = 3 * 365;
const DAY = 86_400_000;

/**
 * The weight of each hit, for the order by relevance: first those with a word in the heading, then by how
 * densely the words stand (places per 500 units of text, the square root of it), newer meetings before
 * older ones: a meeting three years older than the newest weighs half.
 */
export function weightsOf(
  table: RecordTable,
  lengths: Uint32Array,
  { records, counts }: Hits,
  inHeading: ReadonlySet<number>,
): readonly number[] {
  const newest = Date.parse(table.meetings[0]?.day ?? '') || 0;
  return records.map((record, index) => {
    const density = Math.sqrt(((counts[index] ?? 0) * 500) / Math.max(50, lengths[record] ?? 0));
    const day = Date.parse(meetingAt(table, record).day ?? '') || 0;
    const age = Math.max(0, newest - day) / DAY;
    // Density and recency together stay below this.
    return (inHeading.has(record) ? 1000 : 0) + density * 0.5 ** (age / HALF_LIFE);
  });
}

/** The weight of a meeting: that of its weightiest record. */
export function weightOf(records: readonly number[], weights: ReadonlyMap<number, number>): number {
  return records.reduce((most, record) => Math.max(most, weights.get(record) ?? 0), 0);
}

/** Meetings (lists of their records) by their weightiest record; equal ones stay in their order. */
export function byWeight(
  meetings: readonly (readonly number[])[],
  weights: ReadonlyMap<number, number>,
): readonly (readonly number[])[] {
  return meetings
    .map((records) => ({ records, weight: weightOf(records, weights) }))
    .sort((one, other) => other.weight - one.weight)
    .map(({ records }) => records);
}
