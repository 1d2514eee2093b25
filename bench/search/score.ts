/** How well found sets match the right ones; shares of 1. */
export interface Score {
  readonly queries: number;
  /** Of what is right, how much was found; the mean over queries that have something to find. */
  readonly recall: number;
  /** Of what was found, how much is right; the mean over queries that found something. */
  readonly precision: number;
  /** How many queries found exactly what is right. */
  readonly exact: number;
}

/** Compares sets query by query. */
export function scoreOf(
  pairs: readonly (readonly [found: readonly string[], right: readonly string[]])[],
): Score {
  const recalls: number[] = [];
  const precisions: number[] = [];
  let exact = 0;
  for (const [found, right] of pairs) {
    const wanted = new Set(right);
    const hits = new Set(found.filter((each) => wanted.has(each))).size;
    if (right.length > 0) recalls.push(hits / wanted.size);
    if (found.length > 0) precisions.push(hits / new Set(found).size);
    if (hits === wanted.size && new Set(found).size === wanted.size) exact++;
  }
  return {
    queries: pairs.length,
    recall: mean(recalls),
    precision: mean(precisions),
    exact: pairs.length === 0 ? 1 : exact / pairs.length,
  };
}

/** The mean; 1 of nothing, so that nothing to find counts as found. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value that `share` of the values don't exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
