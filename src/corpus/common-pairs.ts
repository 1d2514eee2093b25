/** Positions of one element that two sequences share. */
export type Pair = readonly [before: number, after: number];

/** Beyond so many differences two texts have nothing in common that a reader would follow. */
const MOST_DIFFERENCES = 2000;

/**
 * A longest common subsequence of two sequences, as ascending pairs of positions (Myers' greedy
 * algorithm). Sequences that differ in more than `limit` places share only their start and end.
 */
export function commonPairs(
  before: readonly string[],
  after: readonly string[],
  limit = MOST_DIFFERENCES,
): readonly Pair[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const middle = middlePairs(
    before.slice(start, before.length - tail),
    after.slice(start, after.length - tail),
    limit,
  );
  return [
    ...Array.from({ length: start }, (_, at): Pair => [at, at]),
    ...middle.map(([one, other]): Pair => [one + start, other + start]),
    ...Array.from({ length: tail }, (_, at): Pair => [before.length - tail + at, after.length - tail + at]),
  ];
}

/** The furthest reach of every diagonal after so many differences; index 0 is diagonal -differences. */
type Frontier = Int32Array;

function middlePairs(before: readonly string[], after: readonly string[], limit: number): readonly Pair[] {
  const frontiers: Frontier[] = [];
  const most = Math.min(before.length + after.length, limit);
  for (let differences = 0; differences <= most; differences++) {
    const frontier = new Int32Array(2 * differences + 1);
    frontiers.push(frontier);
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let reach = startOf(frontiers, differences, diagonal);
      while (
        reach < before.length &&
        reach - diagonal < after.length &&
        before[reach] === after[reach - diagonal]
      )
        reach++;
      frontier[diagonal + differences] = reach;
      if (reach >= before.length && reach - diagonal >= after.length)
        return walkBack(frontiers, before.length, after.length);
    }
  }
  return [];
}

/** Where a diagonal begins: below the diagonal above it, or right of the one below, whichever is further. */
function startOf(frontiers: readonly Frontier[], differences: number, diagonal: number): number {
  if (differences === 0) return 0;
  return isInsertion(frontiers, differences, diagonal)
    ? reachOf(frontiers, differences - 1, diagonal + 1)
    : reachOf(frontiers, differences - 1, diagonal - 1) + 1;
}

function isInsertion(frontiers: readonly Frontier[], differences: number, diagonal: number): boolean {
  if (diagonal === -differences) return true;
  if (diagonal === differences) return false;
  return (
    reachOf(frontiers, differences - 1, diagonal - 1) < reachOf(frontiers, differences - 1, diagonal + 1)
  );
}

function reachOf(frontiers: readonly Frontier[], differences: number, diagonal: number): number {
  return frontiers[differences]?.[diagonal + differences] ?? 0;
}

function walkBack(frontiers: readonly Frontier[], beforeEnd: number, afterEnd: number): readonly Pair[] {
  const pairs: Pair[] = [];
  let one = beforeEnd;
  let other = afterEnd;
  for (let differences = frontiers.length - 1; differences >= 0; differences--) {
    const diagonal = one - other;
    const start = startOf(frontiers, differences, diagonal);
    while (one > start) pairs.push([--one, --other]);
    if (differences > 0 && isInsertion(frontiers, differences, diagonal)) other--;
    else one--;
  }
  return pairs.toReversed();
}
