import type { Columns } from '../columns.ts';
import { matches } from '../match.ts';
import type { BureauName } from '../names.ts';
import { decodePhrases, type Phrase } from '../near-files.ts';
import type { Query } from '../query.ts';
import { recordPath } from '../record.ts';
import { anchorAt, type RecordTable } from '../table.ts';
import type { Hits } from './backend.ts';
import { joinColumns, joinTables } from './collection.ts';
import { findQuery, headingRecords, type FindWord } from './find.ts';
import type { OpenGeneration } from './generation.ts';
import { remember, rememberOne } from './remember.ts';
import { resultOf, type Result, type ResultGroup } from './result.ts';

/** Search over one published state of the site. */
export interface Engine {
  /** The shortest word that can be looked up. */
  readonly shortest: 1 | 2;
  readonly table: RecordTable;
  /**
   * All records that answer the query, newest first. `onFirst` is told the newest ones that are certain
   * before the older generations have been asked, if there are such.
   */
  find(query: Query, onFirst?: (hits: Hits) => void): Promise<Hits>;
  /** Those of the given records whose heading holds a word of the query. */
  inHeading(query: Query, records: readonly number[]): Promise<ReadonlySet<number>>;
  columns(this: void): Promise<Columns>;
  names(this: void): Promise<readonly BureauName[]>;
  phrases(this: void): Promise<readonly Phrase[]>;
  /** The results of one meeting. Rejects when a text doesn't answer the query: then the files disagree. */
  read(records: readonly number[], query: Query): Promise<ResultGroup>;
}

/** How many answers are remembered. */
const ANSWERS = 60;

/** The generations are in the order of the manifest, newest first. */
export function createEngine(
  generations: readonly OpenGeneration[],
  loadNames: () => Promise<readonly BureauName[]>,
): Engine {
  const collection = joinTables(generations);
  const { table } = collection;
  const finders = generations.map(
    ({ backend }): FindWord =>
      (term, within) =>
        backend.find(term, within),
  );
  const sizes = generations.map((generation) => generation.table.size);
  const answers = generations.map((_, part) =>
    remember(ANSWERS, (key) => findQuery(JSON.parse(key), finders[part] ?? NO_FINDER, sizes[part] ?? 0)),
  );
  const findIn = async (part: number, query: Query): Promise<readonly Numbered[]> => {
    const { records, counts } = (await answers[part]?.(JSON.stringify(query))) ?? { records: [], counts: [] };
    const numbers = collection.numbers[part];
    return records.flatMap((row, index) => {
      const record = numbers?.[row] ?? -1;
      return record === -1 ? [] : [{ record, count: counts[index] ?? 0 }];
    });
  };
  const firstParts = partsToAskFirst(sizes);
  const certainUpTo = collection.numbers
    .slice(firstParts)
    .reduce(
      (least, numbers) =>
        numbers.reduce((known, number) => (number === -1 ? known : Math.min(known, number)), least),
      table.size,
    );
  const names = rememberOne(loadNames);
  return {
    shortest: generations.every(({ backend }) => backend.shortest === 1) ? 1 : 2,
    table,
    names,
    columns: rememberOne(async () =>
      joinColumns(collection, await Promise.all(generations.map(({ columns }) => columns()))),
    ),
    phrases: rememberOne(async () =>
      decodePhrases(await Promise.all(generations.map(({ phrases }) => phrases()))),
    ),
    async find(query, onFirst) {
      const parts = generations.map((_, part) => part);
      const first = (await Promise.all(parts.slice(0, firstParts).map((part) => findIn(part, query)))).flat();
      if (firstParts < parts.length) onFirst?.(inOrder(first.filter(({ record }) => record < certainUpTo)));
      const rest = await Promise.all(parts.slice(firstParts).map((part) => findIn(part, query)));
      return inOrder([...first, ...rest.flat()]);
    },
    async inHeading(query, records) {
      const found = new Set<number>();
      await Promise.all(
        finders.map(async (finder, part) => {
          const own = records.flatMap((record) => {
            const source = collection.records[record];
            return source?.part === part ? [source.row] : [];
          });
          for (const row of await headingRecords(
            query,
            finder,
            own.sort((a, b) => a - b),
          ))
            found.add(collection.numbers[part]?.[row] ?? -1);
        }),
      );
      return found;
    },
    async read(records, query) {
      const number = table.meetingOf[records[0] ?? 0] ?? 0;
      const meeting = table.meetings[number];
      const source = collection.meetings[number];
      const texts = generations[source?.part ?? -1]?.texts;
      if (meeting === undefined || source === undefined || texts === undefined)
        throw new Error('A record of no meeting');
      const [bureaus, shown] = await Promise.all([
        names(),
        Promise.all(records.map((record) => texts.ofRecord(collection.records[record]?.row ?? -1))),
      ]);
      const results = shown.map(({ text }, index): Result => {
        const record = records[index] ?? -1;
        if (!matches(text, query))
          throw new Error(
            `Record ${String(record - meeting.first)} of ${meeting.id} doesn't answer the query`,
          );
        const path = recordPath({ meeting: meeting.id, anchor: anchorAt(table, record) });
        return resultOf(text, path, query, bureaus);
      });
      const { title = '', held = null } = shown[0] ?? {};
      return {
        meeting: meeting.id,
        path: recordPath({ meeting: meeting.id, anchor: '' }),
        title,
        held,
        results,
      };
    },
  };
}

interface Numbered {
  readonly record: number;
  readonly count: number;
}

function inOrder(numbered: readonly Numbered[]): Hits {
  const sorted = [...numbered].sort((one, other) => one.record - other.record);
  return { records: sorted.map(({ record }) => record), counts: sorted.map(({ count }) => count) };
}

/**
 * How many generations, newest first, are asked before the others: enough for a tenth of all records,
 * so that the first results of a large site are there long before the last.
 */
function partsToAskFirst(sizes: readonly number[]): number {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  let asked = 0;
  for (const [part, size] of sizes.entries()) {
    asked += size;
    if (asked >= all / 10) return part + 1;
  }
  return sizes.length;
}

const NO_FINDER: FindWord = () => Promise.reject(new Error('No such generation'));
