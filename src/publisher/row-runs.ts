import type { MadeTables } from './made-tables.ts';

/** Meetings that follow each other, and followed each other before, unchanged. */
export interface RowRun {
  readonly from: number;
  /** The place behind the last. */
  readonly to: number;
  /** The place of the first of them before; null for new or changed ones. */
  readonly place: number | null;
}

/**
 * Meetings in their order as runs, so that what was made of a run before can be copied in one piece.
 *
 * @param inputs what is made of each rests on
 * @param before the same when it was made
 */
export function findRuns(
  ids: readonly string[],
  inputs: readonly string[],
  before: Pick<MadeTables, 'ids' | 'inputs'>,
): readonly RowRun[] {
  const places = new Map(before.ids.map((id, at) => [id, at]));
  const runs: { from: number; to: number; place: number | null }[] = [];
  for (const [at, id] of ids.entries()) {
    const known = places.get(id);
    const place = known !== undefined && before.inputs[known] === inputs[at] ? known : null;
    const last = runs.at(-1);
    const next = last === undefined || last.place === null ? null : last.place + last.to - last.from;
    if (last !== undefined && next === place) last.to = at + 1;
    else runs.push({ from: at, to: at + 1, place });
  }
  return runs;
}
