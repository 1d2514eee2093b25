import { OF_DOCUMENT } from './facets.ts';

/** More facets of one kind of the documents of one year, or keys of one part of the archive, are noted as one. */
const MOST_OF_YEAR = 200;
const MOST_KEYS = 40;
const DOCUMENT = new RegExp(`^(${OF_DOCUMENT}) (\\d+)/`, 'u');
/** A key of a part of the archive: the part, and behind its last sign (`pathAt`) the key. */
const OF_ARCHIVE = /^(archive\u0001.+)\u0001[^\u0001]*$/u;

/**
 * The facets as they are kept: in order, and with one in the place of very many documents of a year or
 * keys of one part of the archive. It says more than was read, which costs time when another of them changes,
 * and no truth.
 */
export function keptFacets(facets: readonly string[]): readonly string[] {
  if (facets.length <= MOST_KEYS) return facets;
  const counts = new Map<string, number>();
  for (const facet of facets) {
    const whole = wholeOf(facet);
    if (whole !== null) counts.set(whole, (counts.get(whole) ?? 0) + 1);
  }
  const many = new Set(
    [...counts]
      .filter(([whole, count]) => count > (whole.startsWith('archive') ? MOST_KEYS : MOST_OF_YEAR))
      .map(([whole]) => whole),
  );
  if (many.size === 0) return facets;
  const few = facets.filter((facet) => !many.has(wholeOf(facet) ?? ''));
  return [...new Set([...few, ...[...many].sort()])];
}

/** The facet that stands for all of its kind: `all values 2022`. */
function wholeOf(facet: string): string | null {
  const [, kind, year] = DOCUMENT.exec(facet) ?? [];
  if (kind !== undefined && year !== undefined) return `all ${kind} ${year}`;
  return OF_ARCHIVE.exec(facet)?.[1] ?? null;
}
