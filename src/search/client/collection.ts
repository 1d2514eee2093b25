import { joinColumn, type Column, type Columns, type RowSource } from '../columns.ts';
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
  const lengths = Uint32Array.from(records, ({ part, row }) => parts[part]?.table.lengths[row] ?? 0);
  return {
    table: tableOf(
      meetings.map(({ meeting }) => meeting),
      lengths,
    ),
    records,
    meetings,
    numbers,
  };
}

function recordsOf(part: number, { first, kinds }: TableMeeting): readonly RowSource[] {
  return kinds.map((_, index) => ({ part, row: first + index }));
}

/** The columns of all generations over the records of the collection. */
export function joinColumns({ records, meetings }: Collection, parts: readonly Columns[]): Columns {
  const join = (of: (columns: Columns) => Column, rows: readonly RowSource[]): Column =>
    joinColumn(parts.map(of), rows);
  return {
    action: join(({ action }) => action, records),
    outcome: join(({ outcome }) => outcome, records),
    roles: {
      reports: join(({ roles }) => roles.reports, records),
      responsible: join(({ roles }) => roles.responsible, records),
      issues: join(({ roles }) => roles.issues, records),
      observes: join(({ roles }) => roles.observes, meetings),
    },
  };
}
