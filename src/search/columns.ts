import { ROLES, type Role, type SearchRecord } from './record.ts';

/**
 * What filters and their counts need of all records, each column a file: loaded only when somebody filters
 * by it or looks at the counts.
 */
export const COLUMN_NAMES = ['action', 'outcome', 'archived', ...ROLES] as const;
export type ColumnName = (typeof COLUMN_NAMES)[number];

/** Those that say something of a meeting and so of all its records: they have a row for each meeting. */
const BY_MEETING: ReadonlySet<ColumnName> = new Set(['archived', 'observes']);

/** Whether a column has a row for each meeting, and not for each record. */
export function isByMeeting(name: ColumnName): boolean {
  return BY_MEETING.has(name);
}

/** All roles are over one list of names, which are ids. */
export type Columns = Readonly<Record<ColumnName, Column>>;

/** For each row a list of indexes into `names`; several for bureaus, one at most for the rest. */
export interface Column {
  readonly names: readonly string[];
  readonly offsets: Uint32Array;
  readonly values: Uint16Array;
}

/**
 * The file form: names with the most frequent first, and one string, a character for each value, a space
 * between rows. It compresses to little more than what it tells.
 */
interface ColumnFile {
  readonly names: readonly string[];
  readonly rows: string;
}

type ListOf = (record: SearchRecord) => readonly string[];

const actionOf: ListOf = ({ action }) => (action === null ? [] : [action]);
const outcomeOf: ListOf = ({ outcome }) => (outcome === null ? [] : [outcome]);
const archivedOf: ListOf = ({ archived }) => [archived ? ARCHIVED : CURRENT];

/** What the filter calls minutes that are kept as an archive (R1.13), and the others. */
export const ARCHIVED = '已归档';
export const CURRENT = '未归档';

/** The path of a column below its generation. */
export function columnPath(name: ColumnName): string {
  return `columns/${name}.pack`;
}

/** The file form of the columns of `records`. */
export function encodeColumns(records: readonly SearchRecord[]): Readonly<Record<ColumnName, string>> {
  const bureaus = namesIn(records, (record) => ROLES.flatMap((role) => record.bureaus[role]));
  const firsts = records.filter(({ meeting }, index) => records[index - 1]?.meeting !== meeting);
  const rowsOf = (name: ColumnName): readonly SearchRecord[] => (isByMeeting(name) ? firsts : records);
  const plain = (name: ColumnName, of: ListOf): string =>
    encodeColumn(rowsOf(name), namesIn(records, of), of);
  const role = (name: Role): string =>
    encodeColumn(rowsOf(name), bureaus, ({ bureaus: byRole }) => byRole[name]);
  return {
    action: plain('action', actionOf),
    outcome: plain('outcome', outcomeOf),
    archived: plain('archived', archivedOf),
    reports: role('reports'),
    responsible: role('responsible'),
    issues: role('issues'),
    observes: role('observes'),
  };
}

/** The column of a file of `encodeColumns`; anything else throws. */
export function decodeColumn(json: string): Column {
  const { names, rows: encoded }: ColumnFile = JSON.parse(json);
  const rows = encoded.split(' ');
  const offsets = new Uint32Array(rows.length + 1);
  for (const [index, row] of rows.entries()) offsets[index + 1] = (offsets[index] ?? 0) + row.length;
  const values = Uint16Array.from(rows.join(''), (character) => character.charCodeAt(0) - FIRST);
  return { names, offsets, values };
}

/** The values of a row. */
export function valuesOf({ offsets, values }: Column, row: number): Uint16Array {
  return values.subarray(offsets[row], offsets[row + 1]);
}

/** The names of a row's values. */
export function namesOf(column: Column, row: number): readonly string[] {
  return [...valuesOf(column, row)].map((value) => column.names[value] ?? '');
}

/** Where a row of a joined column comes from. */
export interface RowSource {
  readonly part: number;
  readonly row: number;
}

/** One column of several parts, its rows in the given order; the rows of a part that is null have no values. */
export function joinColumn(parts: readonly (Column | null)[], rows: readonly RowSource[]): Column {
  const names = [...new Set(parts.flatMap((part) => part?.names ?? []))].sort();
  const indexes = new Map(names.map((name, index) => [name, index]));
  const translated = parts.map((part) => (part?.names ?? []).map((name) => indexes.get(name) ?? 0));
  const offsets = new Uint32Array(rows.length + 1);
  const values: number[] = [];
  for (const [index, { part, row }] of rows.entries()) {
    const column = parts[part];
    if (column !== undefined && column !== null)
      for (const value of valuesOf(column, row)) values.push(translated[part]?.[value] ?? 0);
    offsets[index + 1] = values.length;
  }
  return { names, offsets, values: Uint16Array.from(values) };
}

/** The most frequent first. */
function namesIn(records: readonly SearchRecord[], of: ListOf): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of records.flatMap(of)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .toSorted(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1))
    .map(([name]) => name);
}

/** The characters that stand for the values, from this letter on: no digits, which would look like numbers; no surrogates. */
const FIRST = 0x100;
const MOST = 0xd000;

function encodeColumn(records: readonly SearchRecord[], names: readonly string[], of: ListOf): string {
  if (names.length > MOST) throw new Error(`A column can't tell ${String(names.length)} names`);
  const indexes = new Map(names.map((name, index) => [name, index]));
  const rowOf = (record: SearchRecord): string => {
    const values = of(record).map((name) => indexes.get(name) ?? 0);
    return values
      .toSorted((one, other) => one - other)
      .map((value) => String.fromCharCode(FIRST + value))
      .join('');
  };
  return JSON.stringify({ names, rows: records.map(rowOf).join(' ') } satisfies ColumnFile);
}
