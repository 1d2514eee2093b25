import type { Query, Term } from '../query.ts';
import type { Backend, Hits } from './backend.ts';

export type FindWord = Backend['find'];

/**
 * The records of one generation that answer a query, ascending, with how often its words stand in them.
 * Each word is looked up only in what the words before it have left; the longest, which leaves the
 * fewest, comes first. A query without words is answered by all `size` records.
 */
export async function findQuery({ words, excluded }: Query, find: FindWord, size: number): Promise<Hits> {
  let left: Hits | null = null;
  for (const word of [...words].sort((one, other) => other.text.length - one.text.length)) {
    if (left?.records.length === 0) break;
    left = combined(left, await find(word, left?.records ?? null));
  }
  let { records, counts } = left ?? everything(size);
  for (const word of excluded) {
    if (records.length === 0) break;
    const unwanted: ReadonlySet<number> = new Set(
      (await find(word, words.length === 0 ? null : records)).records,
    );
    const kept = [...records.keys()].filter((index) => !unwanted.has(records[index] ?? -1));
    [records, counts] = [kept.map((index) => records[index] ?? 0), kept.map((index) => counts[index] ?? 0)];
  }
  return { records, counts };
}

/** Those of the records (ascending) whose heading holds one of the query's words. */
export async function headingRecords(
  { words }: Query,
  find: FindWord,
  records: readonly number[],
): Promise<ReadonlySet<number>> {
  const inHeading = (word: Term) => find({ ...word, field: 'heading' }, records);
  const found = records.length === 0 ? [] : await Promise.all(words.map(inHeading));
  return new Set(found.flatMap((hits) => hits.records));
}

/** The hits of a further word, all of which are among the earlier ones, with the counts of both. */
function combined(earlier: Hits | null, { records, counts }: Hits): Hits {
  if (earlier === null) return { records, counts };
  const before = new Map(earlier.records.map((record, index) => [record, earlier.counts[index] ?? 0]));
  return { records, counts: counts.map((count, index) => count + (before.get(records[index] ?? -1) ?? 0)) };
}

function everything(size: number): Hits {
  return {
    records: Array.from({ length: size }, (_, record) => record),
    counts: Array<number>(size).fill(0),
  };
}
