import { COLUMN_NAMES, type Column, type ColumnName, type Columns } from '../columns.ts';
import { matches } from '../match.ts';
import type { BureauName } from '../names.ts';
import { decodePhrases, type Phrase } from '../near-files.ts';
import type { Query } from '../query.ts';
import { recordPath } from '../record.ts';
import { anchorAt, type RecordTable } from '../table.ts';
import type { Hits } from './backend.ts';
import { joinColumnParts, joinLengths, joinTables } from './collection.ts';
import { findQuery, headingRecords, type FindWord } from './find.ts';
import type { OpenGeneration } from './generation.ts';
import { remember, rememberOne } from './remember.ts';
import { resultOf, type Result, type ResultGroup } from './result.ts';
import { stagesOf, type Stage } from './stages.ts';

/** Search over one published state of the site. */
export interface Engine {
  /** The shortest word that can be looked up. */
  readonly shortest: 1 | 2;
  readonly table: RecordTable;
  /**
   * All records that answer the query, newest first. With `onCertain`, generations are asked one after the
   * other: it is given the newest hits that are certain so far, and says whether they were enough to be shown.
   * Once they were, or without it, all others are asked at once.
   */
  find(query: Query, onCertain?: (hits: Hits, stage: Stage) => Promise<boolean>): Promise<Hits>;
  /** Those of the given records whose heading holds a word of the query. */
  inHeading(query: Query, records: readonly number[]): Promise<ReadonlySet<number>>;
  /** The columns with these names; at a stage, only of what it has asked: the others have no values. */
  columns(this: void, names: readonly ColumnName[], stage: Stage | null): Promise<Partial<Columns>>;
  /** About how long each record is, in UTF-16 units. */
  lengths(this: void): Promise<Uint32Array>;
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
  const findAll = async (parts: readonly number[], query: Query): Promise<readonly Numbered[]> =>
    (await Promise.all(parts.map((part) => findIn(part, query)))).flat();
  const parts = [...generations.keys()];
  const stages = stagesOf(collection);
  const columnOf = remember(COLUMN_NAMES.length * stages.length, async (key: string): Promise<Column> => {
    const [name, asked]: [ColumnName, readonly number[]] = JSON.parse(key);
    const load = async (part: number): Promise<Column | null> =>
      (asked.includes(part) ? await generations[part]?.column(name) : null) ?? null;
    return joinColumnParts(collection, name, await Promise.all(parts.map(load)));
  });
  const names = rememberOne(loadNames);
  return {
    shortest: generations.every(({ backend }) => backend.shortest === 1) ? 1 : 2,
    table,
    names,
    async columns(wanted, stage) {
      const entries = wanted.map(
        async (name) => [name, await columnOf(JSON.stringify([name, stage?.parts ?? parts]))] as const,
      );
      return Object.fromEntries(await Promise.all(entries));
    },
    lengths: rememberOne(async () =>
      joinLengths(collection, await Promise.all(generations.map(({ lengths }) => lengths()))),
    ),
    phrases: rememberOne(async () =>
      decodePhrases(await Promise.all(generations.map(({ phrases }) => phrases()))),
    ),
    async find(query, onCertain) {
      const asked = new Set<number>();
      const found: (readonly Numbered[])[] = [];
      let isShown = onCertain === undefined;
      for (const stage of stages) {
        const next = (isShown ? parts : stage.parts).filter((part) => !asked.has(part));
        found.push(await findAll(next, query));
        for (const part of next) asked.add(part);
        if (asked.size === parts.length) break;
        const certain = found.flat().filter(({ record }) => record < stage.upTo);
        isShown = (await onCertain?.(inOrder(certain), stage)) === true;
      }
      return inOrder(found.flat());
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

const NO_FINDER: FindWord = () => Promise.reject(new Error('No such generation'));
