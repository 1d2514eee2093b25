import type { FilterInput } from '../../src/search/client/state.ts';
import { recordPath, type SearchRecord } from '../../src/search/record.ts';

/**
 * What search must find: a plain scan of the records that shares no code with it.
 */

/** Width, case, white space, quotes and the punctuation the invented texts have in two forms; nothing of ours. */
export function plain(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s“”"]/gu, '');
  return folded.replaceAll('。', '.').replaceAll(/[—–]/gu, '-');
}

export interface Grep {
  /** The numbers of the records that hold the word. */
  scan(this: void, word: string, field?: 'text' | 'heading'): ReadonlySet<number>;
  /** The addresses of these records by part of the answer, in order. */
  split(
    this: void,
    numbers: Iterable<number>,
  ): { readonly items: readonly string[]; readonly others: readonly string[] };
}

/** A scan of `records`, which are in the order of results. */
export function grepOf(records: readonly SearchRecord[]): Grep {
  const lines = records.map(({ heading, text }) => ({
    heading: [plain(heading)],
    text: text.split('\n').map(plain),
  }));
  return {
    scan(word, field = 'text') {
      const wanted = plain(word);
      const found = lines.flatMap(({ [field]: blocks }, number) =>
        blocks.some((block) => block.includes(wanted)) ? [number] : [],
      );
      return new Set(found);
    },
    split(numbers) {
      const found = [...numbers].flatMap((number) => records[number] ?? []);
      const paths = (isItem: boolean): readonly string[] =>
        found.filter(({ kind }) => (kind === 'item') === isItem).map((record) => `/${recordPath(record)}`);
      return { items: paths(true), others: paths(false) };
    },
  };
}

/** The limits as the design states them. */
export function within(
  { day, action, outcome, archived, bureaus }: SearchRecord,
  filter: FilterInput,
): boolean {
  return (
    day !== null &&
    (filter.year === undefined || day.startsWith(String(filter.year))) &&
    (filter.action === undefined || action === filter.action) &&
    (filter.outcome === undefined || outcome === filter.outcome) &&
    (filter.archived === undefined || (archived ? '已归档' : '未归档') === filter.archived) &&
    (filter.bureau === undefined ||
      [...bureaus.reports, ...bureaus.responsible].some((id) => id === filter.bureau)) &&
    day >= (filter.from ?? '') &&
    day <= (filter.to ?? '9')
  );
}
