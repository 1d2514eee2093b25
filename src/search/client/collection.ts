import { isByMeeting, joinColumn, type Column, type ColumnName, type RowSource } from '../columns.ts';
import { compareMeetings } from '../meeting-order.ts';
import { tableOf, type RecordTable, type TableMeeting } from '../table.ts';

/** The records of all generations as one: numbered anew in the order of results, superseded ones left out. */
export interface Collection {
  readonly table: RecordTable;
  /** Where each record comes from. */
  readonly records: readonly RowSource[];
  /** Where each meeting comes from. */
  readonly meetings: readonly RowSource[];
  /** For each generation and record of it, its number here; -1 for superseded ones. */
  readonly numbers: readonly Int32Array[];
}

export interface CollectionPart {
  readonly table: RecordTable;
  /** Meetings, counted in the table, that don't count. */
  readonly superseded: readonly number[];
}

export function joinTables(parts: readonly CollectionPart[]): Collection {
  const meetings = parts
    .flatMap(({ table, superseded }, part) => {
      const out = new Set(superseded);
      return table.meetings.flatMap((meeting, row) => (out.has(row) ? [] : [{ part, row, meeting }]));
    })
    .sort((one, other) => compareMeetings(one.meeting, other.meeting));
  const records = meetings.flatMap(({ part, meeting }) => recordsOf(part, meeting));
  const numbers = parts.map(({ table }) => new Int32Array(table.size).fill(-1));
  for (const [number, { part, row }] of records.entries()) {
    const own = numbers[part];
    if (own !== undefined) own[row] = number;
  }
  return {
    table: tableOf(meetings.map(({ meeting }) => meeting)),
    records,
    meetings,
    numbers,
  };
}

function recordsOf(part: number, { first, kinds }: TableMeeting): readonly RowSource[] {
  return kinds.map((_, index) => ({ part, row: first + index }));
}

/** The lengths of all generations over the records of the collection. */
export function joinLengths({ records }: Collection, parts: readonly Uint32Array[]): Uint32Array {
  return Uint32Array.from(records, ({ part, row }) => parts[part]?.[row] ?? 0);
}

/** A column of all generations over the records of the collection; those of a generation without it have no values. */
export function joinColumnParts(
  { records, meetings }: Collection,
  name: ColumnName,
  parts: readonly (Column | null)[],
): Column {
  return joinColumn(parts, isByMeeting(name) ? meetings : records);
}
