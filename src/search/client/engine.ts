import { applyFilter, type Filtered, type SearchFilter } from '../facets.ts';
import { matches } from '../match.ts';
import type { Field, Query, Term } from '../query.ts';
import { recordPath } from '../record.ts';
import type { RecordTable } from '../table.ts';
import type { MeetingTexts } from '../text-file.ts';
import type { Backend } from './backend.ts';
import { resultOf, type Result, type ResultGroup } from './result.ts';

/** Search over one published state of the site. */
export interface Engine {
  readonly shortest: Backend['shortest'];
  /** All records that answer the query within the filter, newest first, with the counts of the facets. */
  search(query: Query, filter: SearchFilter): Promise<Filtered>;
  /** The meetings of these records, in order: what of their texts is shown. */
  meetings(records: readonly number[]): readonly (readonly number[])[];
  /** The results of one meeting. Rejects when a text doesn't answer the query: then the files disagree. */
  read(records: readonly number[], query: Query): Promise<ResultGroup>;
}

export interface EngineParts {
  readonly table: RecordTable;
  readonly backend: Backend;
  loadTexts(this: void, meeting: string): Promise<MeetingTexts>;
}

/** How many terms and meetings are remembered. */
const REMEMBERED = 200;

export function createEngine({ table, backend, loadTexts }: EngineParts): Engine {
  const find: Readonly<Record<Field, (text: string) => Promise<readonly number[]>>> = {
    text: remember((text) => backend.find({ field: 'text', text, typed: text })),
    heading: remember((text) => backend.find({ field: 'heading', text, typed: text })),
  };
  const textsOf = remember(loadTexts);
  const everything = Array.from({ length: table.size }, (_, record) => record);
  const findTerm = ({ field, text }: Term) => find[field](text);
  return {
    shortest: backend.shortest,
    async search({ words, excluded }, filter) {
      const found = await Promise.all(words.map(findTerm));
      const unwanted = await Promise.all(excluded.map(findTerm));
      return applyFilter(table, without(intersection(found, everything), unwanted), filter);
    },
    meetings(records) {
      const meetings: number[][] = [];
      for (const record of records) {
        const last = meetings.at(-1);
        if (last?.[0] !== undefined && table.meetingOf[last[0]] === table.meetingOf[record])
          last.push(record);
        else meetings.push([record]);
      }
      return meetings;
    },
    async read(records, query) {
      const meeting = table.meetings[table.meetingOf[records[0] ?? 0] ?? 0];
      if (meeting === undefined) throw new Error('A record of no meeting');
      const { title, held, records: texts } = await textsOf(meeting.id);
      const results = records.map((record): Result => {
        const text = texts[record - meeting.first];
        if (text === undefined || !matches(text, query))
          throw new Error(
            `Record ${String(record - meeting.first)} of ${meeting.id} doesn't answer the query`,
          );
        const path = recordPath({ meeting: meeting.id, anchor: table.anchors[record] ?? '' });
        return resultOf({ text, path, table, record }, query);
      });
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

/** Numbers that are in all lists; lists are ascending. No list: `everything`. */
function intersection(
  lists: readonly (readonly number[])[],
  everything: readonly number[],
): readonly number[] {
  const [shortest, ...others] = [...lists].sort((a, b) => a.length - b.length);
  if (shortest === undefined) return everything;
  const sets = others.map((list) => new Set(list));
  return shortest.filter((number) => sets.every((set) => set.has(number)));
}

function without(numbers: readonly number[], unwanted: readonly (readonly number[])[]): readonly number[] {
  const sets = unwanted.map((list) => new Set(list));
  return sets.length === 0 ? numbers : numbers.filter((number) => !sets.some((set) => set.has(number)));
}

/** Remembers the latest answers of `load`; a failure is forgotten, so that it is tried again. */
function remember<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (key) => {
    const answer = answers.get(key) ?? load(key);
    answers.delete(key);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    const [oldest] = answers.keys();
    if (answers.size > REMEMBERED && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}
