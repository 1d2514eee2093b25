import type { BureauId, IsoDate } from '../minutes/model.ts';
import { ROLES, type RecordKind, type Role, type SearchRecord } from './record.ts';

/**
 * Everything about all records that filters, counts and addresses need, without their texts: it is
 * loaded once, and makes any combination of words and filters exact whatever finds the words.
 * Records are numbered from 0 in the order of results.
 */
export interface RecordTable {
  readonly size: number;
  /** In the order of results. */
  readonly meetings: readonly TableMeeting[];
  /** Index into `meetings` of each record. */
  readonly meetingOf: Uint32Array;
  readonly anchors: readonly string[];
  readonly bureaus: readonly BureauName[];
  readonly action: Column;
  readonly outcome: Column;
  /** Values are indexes into `bureaus`. */
  readonly roles: Readonly<Record<Role, Column>>;
}

export interface TableMeeting {
  readonly id: string;
  readonly day: IsoDate | null;
  /** The number of its first record. */
  readonly first: number;
}

export interface BureauName {
  readonly id: BureauId;
  readonly name: string;
  /** Everything else it is or was called, as a filter may name it. */
  readonly otherNames: readonly string[];
}

/** For each record a list of indexes into `names`; several for bureaus, one at most for the rest. */
export interface Column {
  readonly names: readonly string[];
  readonly offsets: Uint32Array;
  readonly values: Uint16Array;
}

/** The file form: JSON that compresses well. A column is one string, `;` apart, values base 36, `,` apart. */
interface TableFile {
  /** Id, day or '', and one letter for each of its records. */
  readonly meetings: readonly (readonly [id: string, day: string, kinds: string])[];
  readonly bureaus: readonly (readonly [id: string, name: string, ...otherNames: string[]])[];
  readonly actions: readonly string[];
  readonly outcomes: readonly string[];
  readonly columns: Readonly<Record<Role | 'action' | 'outcome', string>>;
}

const LETTERS = { head: 'h', item: 'i', attendance: 'a' } as const satisfies Record<RecordKind, string>;

/** Every name of a bureau, the one to show first. */
export type NamesOfBureau = (id: BureauId) => readonly [name: string, ...otherNames: string[]];

/** The file form of the table of `records`. */
export function encodeTable(records: readonly SearchRecord[], namesOfBureau: NamesOfBureau): string {
  const meetings: [string, string, string][] = [];
  for (const { meeting, day, kind } of records) {
    const last = meetings.at(-1);
    if (last?.[0] === meeting) last[2] += LETTERS[kind];
    else meetings.push([meeting, day ?? '', LETTERS[kind]]);
  }
  const bureaus = namesIn(records, ({ bureaus: byRole }) => ROLES.flatMap((role) => byRole[role]));
  const actions = namesIn(records, ({ action }) => (action === null ? [] : [action]));
  const outcomes = namesIn(records, ({ outcome }) => (outcome === null ? [] : [outcome]));
  const role = (name: Role): string => encodeColumn(records, bureaus, (record) => record.bureaus[name]);
  const file: TableFile = {
    meetings,
    bureaus: bureaus.map((id) => [id, ...namesOfBureau(id)]),
    actions,
    outcomes,
    columns: {
      action: encodeColumn(records, actions, ({ action }) => (action === null ? [] : [action])),
      outcome: encodeColumn(records, outcomes, ({ outcome }) => (outcome === null ? [] : [outcome])),
      reports: role('reports'),
      responsible: role('responsible'),
      issues: role('issues'),
      observes: role('observes'),
    },
  };
  return JSON.stringify(file);
}

/** The table of a file made by `encodeTable`; anything else throws. */
export function decodeTable(json: string): RecordTable {
  const file: TableFile = JSON.parse(json);
  const meetings: TableMeeting[] = [];
  const anchors: string[] = [];
  const meetingOf: number[] = [];
  for (const [id, day, kinds] of file.meetings) {
    let items = 0;
    meetings.push({ id, day: day === '' ? null : day, first: anchors.length });
    for (const letter of kinds) {
      if (letter === LETTERS.item) items++;
      anchors.push(
        letter === LETTERS.item ? `item-${String(items)}` : letter === LETTERS.head ? '' : 'attendance',
      );
      meetingOf.push(meetings.length - 1);
    }
  }
  const bureauIds = file.bureaus.map(([id]) => id);
  const role = (name: Role): Column => decodeColumn(file.columns[name], bureauIds);
  return {
    size: anchors.length,
    meetings,
    meetingOf: Uint32Array.from(meetingOf),
    anchors,
    bureaus: file.bureaus.map(([id, name, ...otherNames]) => ({ id, name, otherNames })),
    action: decodeColumn(file.columns.action, file.actions),
    outcome: decodeColumn(file.columns.outcome, file.outcomes),
    roles: {
      reports: role('reports'),
      responsible: role('responsible'),
      issues: role('issues'),
      observes: role('observes'),
    },
  };
}

/** The values of a record in a column. */
export function valuesOf({ offsets, values }: Column, record: number): Uint16Array {
  return values.subarray(offsets[record], offsets[record + 1]);
}

/** The names of a record's values in a column. */
export function namesOf(column: Column, record: number): readonly string[] {
  return [...valuesOf(column, record)].map((value) => column.names[value] ?? '');
}

function namesIn(
  records: readonly SearchRecord[],
  of: (record: SearchRecord) => readonly string[],
): readonly string[] {
  return [...new Set(records.flatMap(of))].toSorted();
}

function encodeColumn(
  records: readonly SearchRecord[],
  names: readonly string[],
  of: (record: SearchRecord) => readonly string[],
): string {
  const codes = new Map(names.map((name, index) => [name, index.toString(36)]));
  return records
    .map((record) =>
      of(record)
        .map((name) => codes.get(name) ?? '')
        .join(','),
    )
    .join(';');
}

function decodeColumn(encoded: string, names: readonly string[]): Column {
  const rows = encoded.split(';').map((row) => (row === '' ? [] : row.split(',')));
  const offsets = new Uint32Array(rows.length + 1);
  for (const [index, row] of rows.entries()) offsets[index + 1] = (offsets[index] ?? 0) + row.length;
  const values = Uint16Array.from(rows.flat(), (code) => Number.parseInt(code, 36));
  return { names, offsets, values };
}
