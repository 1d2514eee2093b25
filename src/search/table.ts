import type { IsoDate } from '../minutes/model.ts';
import type { RecordKind, SearchRecord } from './record.ts';
import { partNumbers } from './text-file.ts';

/**
 * What order, dates and addresses of all records need, without their texts: it is loaded with the first
 * query. Records are numbered from 0 in the order of results.
 */
export interface RecordTable {
  readonly size: number;
  /** In the order of results. */
  readonly meetings: readonly TableMeeting[];
  /** Index into `meetings` of each record. */
  readonly meetingOf: Uint32Array;
}

export interface TableMeeting {
  readonly id: string;
  readonly day: IsoDate | null;
  /** The number of its first record. */
  readonly first: number;
  /** The kind of each of its records, in their order. */
  readonly kinds: readonly RecordKind[];
  /** The part of its texts in which each of them is. */
  readonly parts: readonly number[];
}

/** The file form: JSON that compresses well. Each list has a line for each meeting. */
interface TableFile {
  /** As far as each differs from the one before: see `shortened`. */
  readonly ids: string;
  /** The same; '' where the minutes give no day. */
  readonly days: string;
  /** One letter for each record: a capital where a part of the texts begins. */
  readonly kinds: string;
}

const LETTERS = { head: 'h', item: 'i', attendance: 'a' } as const satisfies Record<RecordKind, string>;

/** The file form of the table of `records`. */
export function encodeTable(records: readonly SearchRecord[]): string {
  const parts = partNumbers(records);
  const meetings: { readonly id: string; readonly day: string; kinds: string }[] = [];
  for (const [index, { meeting, day, kind }] of records.entries()) {
    const last = meetings.at(-1);
    const letter = LETTERS[kind];
    if (last?.id !== meeting) meetings.push({ id: meeting, day: day ?? '', kinds: letter });
    else last.kinds += parts[index] === parts[index - 1] ? letter : letter.toUpperCase();
  }
  return JSON.stringify({
    ids: shortened(meetings.map(({ id }) => id)),
    days: shortened(meetings.map(({ day }) => day)),
    kinds: meetings.map(({ kinds }) => kinds).join('\n'),
  } satisfies TableFile);
}

/** The table of a file made by `encodeTable`; anything else throws. */
export function decodeTable(json: string): RecordTable {
  const { ids, days, kinds }: TableFile = JSON.parse(json);
  if (kinds === '') return tableOf([]);
  const allIds = lengthened(ids);
  const allDays = lengthened(days);
  return tableOf(
    kinds.split('\n').map((own, index) => ({
      id: allIds[index] ?? '',
      day: allDays[index] === '' ? null : (allDays[index] ?? null),
      kinds: Array.from(own, kindOf),
      parts: partsIn(own),
    })),
  );
}

/** Stands before a text that is told whole. */
const WHOLE = '=';

/**
 * A line for each text: what is left of it behind the beginning it has in common with the one before;
 * the whole text when they differ in length.
 */
function shortened(texts: readonly string[]): string {
  return texts
    .map((text, index) => {
      const before = texts[index - 1];
      const rest = before?.length === text.length ? text.slice(commonLength(before, text)) : null;
      return rest === null || rest.startsWith(WHOLE) ? WHOLE + text : rest;
    })
    .join('\n');
}

/** The texts of `shortened`. */
function lengthened(lines: string): readonly string[] {
  const texts: string[] = [];
  for (const line of lines.split('\n')) {
    const before = texts.at(-1) ?? '';
    texts.push(line.startsWith(WHOLE) ? line.slice(1) : before.slice(0, before.length - line.length) + line);
  }
  return texts;
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** The table of meetings in their order. */
export function tableOf(meetings: readonly Omit<TableMeeting, 'first'>[]): RecordTable {
  const size = meetings.reduce((sum, { kinds }) => sum + kinds.length, 0);
  const meetingOf = new Uint32Array(size);
  const numbered: TableMeeting[] = [];
  let first = 0;
  for (const [index, meeting] of meetings.entries()) {
    numbered.push({ ...meeting, first });
    meetingOf.fill(index, first, first + meeting.kinds.length);
    first += meeting.kinds.length;
  }
  return { size, meetings: numbered, meetingOf };
}

/** The meeting of a record. */
export function meetingAt(table: RecordTable, record: number): TableMeeting {
  const meeting = table.meetings[table.meetingOf[record] ?? -1];
  if (meeting === undefined) throw new Error(`No record has the number ${String(record)}`);
  return meeting;
}

export function isItem(table: RecordTable, record: number): boolean {
  const { first, kinds } = meetingAt(table, record);
  return kinds[record - first] === 'item';
}

/** The part of its meeting's texts in which a record is, and its place there. */
export function partAt(
  table: RecordTable,
  record: number,
): { readonly part: number; readonly index: number } {
  const { first, parts } = meetingAt(table, record);
  const part = parts[record - first] ?? 0;
  return { part, index: record - first - parts.indexOf(part) };
}

/** The anchor of a record: `item-3`, `attendance`, or '' for the head. */
export function anchorAt(table: RecordTable, record: number): string {
  const { first, kinds } = meetingAt(table, record);
  const index = record - first;
  const kind = kinds[index];
  if (kind !== 'item') return kind === 'attendance' ? 'attendance' : '';
  return `item-${String(kinds.slice(0, index + 1).filter((each) => each === 'item').length)}`;
}

function kindOf(letter: string): RecordKind {
  const small = letter.toLowerCase();
  if (small === LETTERS.item) return 'item';
  return small === LETTERS.head ? 'head' : 'attendance';
}

function partsIn(kinds: string): readonly number[] {
  let part = 0;
  return Array.from(kinds, (letter) => (letter === letter.toLowerCase() ? part : ++part));
}
