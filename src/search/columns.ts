import type { BureauId } from '../minutes/model.ts';
import { ROLES, type Role, type SearchRecord } from './record.ts';

/** What filters and their counts need of all records: loaded only when somebody filters or looks at the counts. */
export interface Columns {
  readonly action: Column;
  readonly outcome: Column;
  /** Of each record; names are ids. Those that observe are told of each meeting. */
  readonly roles: Readonly<Record<Role, Column>>;
}

/** For each row a list of indexes into `names`; several for bureaus, one at most for the rest. */
export interface Column {
  readonly names: readonly string[];
  readonly offsets: Uint32Array;
  readonly values: Uint16Array;
}

/**
 * The file form: names with the most frequent first, and each column one string, a character for each
 * value, a space between rows. It compresses to little more than what it tells.
 */
interface ColumnsFile {
  readonly bureaus: readonly BureauId[];
  readonly actions: readonly string[];
  readonly outcomes: readonly string[];
  readonly columns: Readonly<Record<Role | 'action' | 'outcome', string>>;
}

type ListOf = (record: SearchRecord) => readonly string[];

const actionOf: ListOf = ({ action }) => (action === null ? [] : [action]);
const outcomeOf: ListOf = ({ outcome }) => (outcome === null ? [] : [outcome]);

/** The file form of the columns of `records`. */
export function encodeColumns(records: readonly SearchRecord[]): string {
  const bureaus = namesIn(records, (record) => ROLES.flatMap((role) => record.bureaus[role]));
  const actions = namesIn(records, actionOf);
  const outcomes = namesIn(records, outcomeOf);
  const firsts = records.filter(({ meeting }, index) => records[index - 1]?.meeting !== meeting);
  const role = (name: Role): string =>
    encodeColumn(name === 'observes' ? firsts : records, bureaus, ({ bureaus: byRole }) => byRole[name]);
  const file: ColumnsFile = {
    bureaus,
    actions,
    outcomes,
    columns: {
      action: encodeColumn(records, actions, actionOf),
      outcome: encodeColumn(records, outcomes, outcomeOf),
      reports: role('reports'),
      responsible: role('responsible'),
      issues: role('issues'),
      observes: role('observes'),
    },
  };
  return JSON.stringify(file);
}

/** The columns of a file made by `encodeColumns`; anything else throws. */
export function decodeColumns(json: string): Columns {
  const { bureaus, actions, outcomes, columns }: ColumnsFile = JSON.parse(json);
  const role = (name: Role): Column => decodeColumn(columns[name], bureaus);
  return {
    action: decodeColumn(columns.action, actions),
    outcome: decodeColumn(columns.outcome, outcomes),
    roles: {
      reports: role('reports'),
      responsible: role('responsible'),
      issues: role('issues'),
      observes: role('observes'),
    },
  };
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

/** One column of several parts, its rows in the given order. */
export function joinColumn(parts: readonly Column[], rows: readonly RowSource[]): Column {
  const names = [...new Set(parts.flatMap((part) => part.names))].sort();
  const indexes = new Map(names.map((name, index) => [name, index]));
  const translated = parts.map((part) => part.names.map((name) => indexes.get(name) ?? 0));
  const offsets = new Uint32Array(rows.length + 1);
  const values: number[] = [];
  for (const [index, { part, row }] of rows.entries()) {
    const column = parts[part];
    if (column !== undefined)
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
  return records.map(rowOf).join(' ');
}

function decodeColumn(encoded: string, names: readonly string[]): Column {
  const rows = encoded.split(' ');
  const offsets = new Uint32Array(rows.length + 1);
  for (const [index, row] of rows.entries()) offsets[index + 1] = (offsets[index] ?? 0) + row.length;
  const values = Uint16Array.from(rows.join(''), (character) => character.charCodeAt(0) - FIRST);
  return { names, offsets, values };
}
