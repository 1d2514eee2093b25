import { join } from 'node:path';
import type { ExportContext, RowsOf } from '../exporters/export.ts';
import type { Minutes } from '../minutes/model.ts';
import { digestOfAll } from './digest.ts';
import { areEqual, type MadeTable, type MadeTables } from './made-tables.ts';
import { findRuns } from './row-runs.ts';
import type { SiteFiles } from './site-files.ts';
import { TableOrder, type TableOrderText } from './table-order.ts';
import { StretchWriter, type StretchSink } from './stretch-writer.ts';

/** A table as it is to be. */
export interface TablePlan {
  /** Path below the root of the site. */
  readonly path: string;
  readonly head: string;
  readonly rows: RowsOf;
  /** The rows of a meeting as another file of the site has them, so that they need be made and looked at once; or null. */
  readonly copied?: (minutes: Minutes) => string | null;
  readonly separator: string;
  readonly foot: string;
}

/** What the rows of tables are made of. */
export interface TableSource {
  /** In the order of the rows. */
  readonly minutes: readonly Minutes[];
  readonly context: ExportContext;
  /** A digest of everything that the rows of a meeting rest on. */
  readonly inputsOf: (id: string) => string;
}

/** Where tables are written, and who is told of each meeting. */
interface TableWork {
  readonly files: SiteFiles;
  readonly step: () => void;
}

/**
 * Writes tables of rows, all in one pass over the minutes. Rows that rest on what they rested on before are
 * copied from the table that stands; a table whose rows all stay where they are is kept.
 */
export function writeTables(
  plans: readonly TablePlan[],
  source: TableSource,
  before: MadeTables,
  work: TableWork,
): MadeTables {
  const { files } = work;
  const sinks = new Map<string, StretchWriter>();
  const { made, changed } = makeTables(plans, source, before, work, (path, old) => {
    const writer = new StretchWriter(
      files.stagedPath(path),
      old === undefined ? null : join(files.target, path),
    );
    sinks.set(path, writer);
    return writer;
  });
  for (const table of changed) table.enter(files, sinks.get(table.path)?.close());
  return made;
}

/** Tables that are still to be written, as `orders` say, by whoever has the time; then `enter` takes their hashes. */
export interface OrderedTables {
  readonly made: MadeTables;
  readonly orders: readonly TableOrderText[];
  enter(this: void, hashes: ReadonlyMap<string, string>): void;
}

/** So many new meetings at most are told another thread; for more it wouldn't have much to copy. */
const FEW = 200;

/** The same as `writeTables` but for the writing; null where much of them is new. */
export function orderTables(
  plans: readonly TablePlan[],
  source: TableSource,
  before: MadeTables,
  work: TableWork,
): OrderedTables | null {
  const { files } = work;
  const ids = source.minutes.map(({ id }) => id);
  const runs = findRuns(ids, ids.map(source.inputsOf), before);
  const fresh = runs.reduce((sum, { from, to, place }) => sum + (place === null ? to - from : 0), 0);
  const areThere = plans.every(({ path }) => path in before.tables && files.isIntact(path));
  if (fresh > FEW || !areThere) return null;
  const orders: TableOrder[] = [];
  const { made, changed } = makeTables(plans, source, before, work, (path) => {
    const order = new TableOrder(path, files.stagedPath(path), join(files.target, path));
    orders.push(order);
    return order;
  });
  return {
    made,
    orders: orders.map(({ order }) => order),
    enter(hashes) {
      for (const table of changed) table.enter(files, hashes.get(table.path));
    },
  };
}

/** Puts the rows of tables that change into what `sinkFor` gives for each; it is told whether there is an old one. */
function makeTables(
  plans: readonly TablePlan[],
  source: TableSource,
  before: MadeTables,
  { files, step }: TableWork,
  sinkFor: (path: string, old: MadeTable | undefined) => StretchSink,
): { readonly made: MadeTables; readonly changed: readonly OpenTable[] } {
  const ids = source.minutes.map(({ id }) => id);
  const inputs = ids.map(source.inputsOf);
  const areSame = areEqual(ids, before.ids) && areEqual(inputs, before.inputs);
  const tables: Record<string, MadeTable> = {};
  const changed: OpenTable[] = [];
  for (const plan of plans) {
    const old = files.isIntact(plan.path) ? before.tables[plan.path] : undefined;
    if (areSame && old?.frame === frameOf(plan)) {
      files.keep(plan.path);
      tables[plan.path] = old;
    } else changed.push(new OpenTable(plan, old, sinkFor(plan.path, old)));
  }
  for (const { from, to, place } of findRuns(ids, inputs, before))
    for (const [at, each] of source.minutes.slice(from, to).entries()) {
      step();
      for (const table of changed) table.add(each, place === null ? null : place + at, source.context);
    }
  for (const table of changed) tables[table.path] = table.end();
  return { made: { ids, inputs, tables }, changed };
}

function frameOf({ head, foot }: TablePlan): string {
  return digestOfAll([head, foot]);
}

/** Where the rows of a meeting lie; undefined where there is no table. */
function boundsAt(
  bounds: MadeTable['bounds'],
  place: number,
): { readonly start: number; readonly end: number } | undefined {
  const [start, end] = [bounds[place * 2], bounds[place * 2 + 1]];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** A table while it is written. */
class OpenTable {
  readonly path: string;
  readonly #plan: TablePlan;
  /** See `MadeTable`; none where nothing is copied. */
  readonly #old: MadeTable['bounds'];
  readonly #sink: StretchSink;
  readonly #bounds: number[] = [];
  /** Whether rows come of the old table or of other files. */
  readonly #isCopying: boolean;
  /** The other rows, where that is so. */
  readonly #fresh: string[] = [];
  #isFirst = true;
  /** Where the last row ends in the old table; null where it is no copy. Rows that follow there are one stretch. */
  #copiedUpTo: number | null = null;

  constructor(plan: TablePlan, old: MadeTable | undefined, sink: StretchSink) {
    this.path = plan.path;
    this.#isCopying = old !== undefined || plan.copied !== undefined;
    this.#plan = plan;
    this.#old = old?.bounds ?? [];
    this.#sink = sink;
    this.#sink.text(plan.head);
  }

  /**
   * The rows of the next meeting.
   *
   * @param place of the meeting in the old table, where its rows are still true; null where they aren't
   */
  add(minutes: Minutes, place: number | null, context: ExportContext): void {
    const { separator } = this.#plan;
    const copied = place === null ? undefined : boundsAt(this.#old, place);
    const own = copied === undefined ? this.#rowsOf(minutes, context) : null;
    const isEmpty = copied === undefined ? own === '' : copied.end === copied.start;
    const between = isEmpty || this.#isFirst ? 0 : Buffer.byteLength(separator);
    const start = this.#sink.at + between;
    if (copied !== undefined && copied.start - between === this.#copiedUpTo)
      this.#sink.copy(copied.start - between, copied.end);
    else {
      if (between > 0) this.#sink.text(separator);
      if (copied !== undefined) this.#sink.copy(copied.start, copied.end);
      else this.#sink.text(own ?? '');
    }
    if (!isEmpty) {
      this.#isFirst = false;
      this.#copiedUpTo = copied?.end ?? null;
    }
    this.#bounds.push(start, this.#sink.at);
  }

  #rowsOf(minutes: Minutes, context: ExportContext): string {
    const copied = this.#plan.copied?.(minutes) ?? null;
    if (copied !== null) return copied;
    const own = this.#plan.rows(minutes, context).join(this.#plan.separator);
    if (own !== '' && this.#isCopying) this.#fresh.push(own);
    return own;
  }

  /** Ends the table, and tells where its rows lie. */
  end(): MadeTable {
    this.#sink.text(this.#plan.foot);
    return { frame: frameOf(this.#plan), bounds: this.#bounds };
  }

  /** Enters the file once it is written. */
  enter(files: SiteFiles, sha256: string | undefined): void {
    // Rows that were copied are looked at where they stand, or were; nothing reaches over the end of a row.
    const { head, foot } = this.#plan;
    for (const part of this.#isCopying ? [head, ...this.#fresh, foot] : [])
      files.scanPart(this.path, Buffer.from(part));
    files.enter(this.path, sha256, this.#isCopying ? 'none' : 'all');
  }
}
