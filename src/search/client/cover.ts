/**
 * The cheapest choice of pairs that together cover a word of `costs.length + 1` units: the first and the
 * last pair, and no two neighbours of the choice more than two apart. If they stand where they should,
 * every unit of the word does. Returns the offsets, ascending.
 */
export function cheapestCover(costs: readonly number[]): readonly number[] {
  const totals: number[] = [];
  const previous: number[] = [];
  for (const [offset, cost] of costs.entries()) {
    const [one, two] = [totals[offset - 1] ?? Infinity, totals[offset - 2] ?? Infinity];
    totals.push(cost + (offset === 0 ? 0 : Math.min(one, two)));
    previous.push(offset === 0 ? -1 : one < two ? offset - 1 : offset - 2);
  }
  const cover: number[] = [];
  for (let offset = costs.length - 1; offset >= 0; offset = previous[offset] ?? -1) cover.unshift(offset);
  return cover;
}
