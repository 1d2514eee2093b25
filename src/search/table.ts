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
  /** About how long the text of each record is, in UTF-16 units. */
  readonly lengths: Uint32Array;
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

/** The file form: JSON that compresses well. */
interface TableFile {
  /** Id, day or '', and one letter for each of its records: a capital where a part of the texts begins. */
  readonly meetings: readonly (readonly [id: string, day: string, kinds: string])[];
  /** One letter for each record: see `lengthLetter`. */
  readonly lengths: string;
}

const LETTERS = { head: 'h', item: 'i', attendance: 'a' } as const satisfies Record<RecordKind, string>;

/** The file form of the table of `records`. */
export function encodeTable(records: readonly SearchRecord[]): string {
  const meetings: [string, string, string][] = [];
  const parts = partNumbers(records);
  for (const [index, { meeting, day, kind }] of records.entries()) {
    const last = meetings.at(-1);
    const letter = LETTERS[kind];
    if (last?.[0] !== meeting) meetings.push([meeting, day ?? '', letter]);
    else last[2] += parts[index] === parts[index - 1] ? letter : letter.toUpperCase();
  }
  const lengths = records.map(({ text }) => lengthLetter(text.length)).join('');
  return JSON.stringify({ meetings, lengths } satisfies TableFile);
}

/** The table of a file made by `encodeTable`; anything else throws. */
export function decodeTable(json: string): RecordTable {
  const { meetings, lengths }: TableFile = JSON.parse(json);
  return tableOf(
    meetings.map(([id, day, kinds]) => ({
      id,
      day: day === '' ? null : day,
      kinds: Array.from(kinds, kindOf),
      parts: partsIn(kinds),
    })),
    Uint32Array.from(lengths, lengthOf),
  );
}

/** The table of meetings in their order. */
export function tableOf(meetings: readonly Omit<TableMeeting, 'first'>[], lengths: Uint32Array): RecordTable {
  const meetingOf = new Uint32Array(lengths.length);
  const numbered: TableMeeting[] = [];
  let first = 0;
  for (const [index, meeting] of meetings.entries()) {
    numbered.push({ ...meeting, first });
    meetingOf.fill(index, first, first + meeting.kinds.length);
    first += meeting.kinds.length;
  }
  return { size: lengths.length, meetings: numbered, meetingOf, lengths };
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

/** Lengths are told in steps of half their binary logarithm: enough to weigh by. */
function lengthLetter(length: number): string {
  return String.fromCharCode(0x40 + Math.round(Math.log2(length + 1) * 2));
}

function lengthOf(letter: string): number {
  return Math.round(2 ** ((letter.charCodeAt(0) - 0x40) / 2));
}
