/** Documents of one year beyond so many are noted as one facet: all of that year. */
const MOST = 40;
const OF_DOCUMENT = /^(?:head|values|text|exists) (\d+)\//u;

/**
 * The facets as they are kept: in order, and with one in the place of very many documents of a year. It
 * says more than was read, which costs time when another document of the year changes, and no truth.
 */
export function keptFacets(facets: readonly string[]): readonly string[] {
  if (facets.length <= MOST) return facets;
  const counts = new Map<string, number>();
  for (const facet of facets) {
    const year = OF_DOCUMENT.exec(facet)?.[1];
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const many = new Set([...counts].filter(([, count]) => count > MOST).map(([year]) => year));
  if (many.size === 0) return facets;
  const few = facets.filter((facet) => !many.has(OF_DOCUMENT.exec(facet)?.[1] ?? ''));
  return [...few, ...[...many].sort().map((year) => `documents ${year}`)];
}
