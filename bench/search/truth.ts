import type { FilterInput } from '../../src/search/client/state.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import type { Query } from './queries.ts';

/**
 * What is right: a plain scan of the records that shares no code with the search. Two texts are the
 * same when they differ only in width, case, white space, quotes and the form of punctuation.
 */
export function plain(text: string): string {
  let folded = text.normalize('NFKC').toLowerCase();
  folded = folded.replaceAll(/[\s"'`´‘-‟「」『』\u200b-\u200d\ufeff]/gu, '');
  for (const [forms, one] of FORMS) folded = folded.replaceAll(forms, one);
  return folded;
}

const FORMS: readonly (readonly [forms: RegExp, one: string])[] = [
  [/。/gu, '.'],
  [/[〔【〖]/gu, '['],
  [/[〕】〗]/gu, ']'],
  [/[〈«]/gu, '《'],
  [/[〉»]/gu, '》'],
  [/[‐-―−─]/gu, '-'],
  [/[〜∼]/gu, '~'],
  [/[•‧∙・]/gu, '·'],
  [/[○◯]/gu, '〇'],
];

export interface Scan {
  /** The numbers of the records that answer, ascending. */
  find(query: Query): readonly number[];
}

/** A scan over records in the order of results. Blocks are looked at one by one, as grep does lines. */
export function createScan(records: readonly SearchRecord[]): Scan {
  const texts = records.map(({ text }) => text.split('\n').map(plain).join('\n'));
  return {
    find({ text, filter }) {
      const word = plain(text);
      const found: number[] = [];
      for (const [number, record] of records.entries())
        if (texts[number]?.includes(word) === true && within(record, filter)) found.push(number);
      return found;
    },
  };
}

function within({ day, action, outcome, bureaus }: SearchRecord, filter: FilterInput): boolean {
  const { year, from, bureau } = filter;
  return (
    (year === undefined || day?.startsWith(String(year)) === true) &&
    (from === undefined || (day !== null && day >= from)) &&
    (filter.action === undefined || action === filter.action) &&
    (filter.outcome === undefined || outcome === filter.outcome) &&
    (bureau === undefined || [...bureaus.reports, ...bureaus.responsible].some((id) => id === bureau))
  );
}
