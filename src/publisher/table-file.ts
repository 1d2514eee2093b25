import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportContext, RowsOf } from '../exporters/export.ts';
import type { Minutes } from '../minutes/model.ts';
import { digestOfAll } from './digest.ts';
import { areEqual, type MadeTable, type MadeTables } from './made-tables.ts';
import type { SiteFiles } from './site-files.ts';

const CHUNK = 1 << 20;

/** A table as it is to be. */
export interface TablePlan {
  /** Path below the root of the site. */
  readonly path: string;
  readonly head: string;
  readonly rows: RowsOf;
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

/**
 * Writes tables of rows, all in one pass over the minutes. Rows that rest on what they rested on before are
 * copied from the table that stands; a table whose rows all stay where they are is kept.
 */
export function writeTables(
  plans: readonly TablePlan[],
  source: TableSource,
  before: MadeTables,
  { files, step }: { readonly files: SiteFiles; readonly step: () => void },
): MadeTables {
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
    } else changed.push(new OpenTable(plan, old, files));
  }
  const places = new Map(before.ids.map((id, at) => [id, at]));
  for (const [at, each] of source.minutes.entries()) {
    step();
    const place = places.get(each.id);
    const copied = place !== undefined && before.inputs[place] === inputs[at] ? place : null;
    for (const table of changed) table.add(each, copied, source.context);
  }
  for (const table of changed) tables[table.path] = table.close(files);
  return { ids, inputs, tables };
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
  readonly #writer: TableWriter;
  readonly #bounds: number[] = [];
  readonly #isCopying: boolean;
  /** New rows, where others are copied. */
  readonly #fresh: string[] = [];
  #isFirst = true;
  /** Where the last row ends in the old table; null where it is no copy. Rows that follow there are one stretch. */
  #copiedUpTo: number | null = null;

  constructor(plan: TablePlan, old: MadeTable | undefined, files: SiteFiles) {
    this.path = plan.path;
    this.#isCopying = old !== undefined;
    this.#plan = plan;
    this.#old = old?.bounds ?? [];
    this.#writer = new TableWriter(
      files.stagedPath(plan.path),
      old === undefined ? null : join(files.target, plan.path),
    );
    this.#writer.text(plan.head);
  }

  /**
   * The rows of the next meeting.
   *
   * @param place of the meeting in the old table, where its rows are still true; null where they aren't
   */
  add(minutes: Minutes, place: number | null, context: ExportContext): void {
    const { separator } = this.#plan;
    const copied = place === null ? undefined : boundsAt(this.#old, place);
    const own = copied === undefined ? this.#plan.rows(minutes, context).join(separator) : null;
    if (own !== null && own !== '' && this.#isCopying) this.#fresh.push(own);
    const isEmpty = copied === undefined ? own === '' : copied.end === copied.start;
    const between = isEmpty || this.#isFirst ? 0 : Buffer.byteLength(separator);
    const start = this.#writer.at + between;
    if (copied !== undefined && copied.start - between === this.#copiedUpTo)
      this.#writer.copy(copied.start - between, copied.end);
    else {
      if (between > 0) this.#writer.text(separator);
      if (copied !== undefined) this.#writer.copy(copied.start, copied.end);
      else this.#writer.text(own ?? '');
    }
    if (!isEmpty) {
      this.#isFirst = false;
      this.#copiedUpTo = copied?.end ?? null;
    }
    this.#bounds.push(start, this.#writer.at);
  }

  close(files: SiteFiles): MadeTable {
    this.#writer.text(this.#plan.foot);
    // Rows that were copied stood in the site before; nothing reaches over the end of a row.
    const { head, foot } = this.#plan;
    for (const part of this.#isCopying ? [head, ...this.#fresh, foot] : [])
      files.scanPart(this.path, Buffer.from(part));
    files.enter(this.path, this.#writer.close(), this.#isCopying ? 'none' : 'all');
    return { frame: frameOf(this.#plan), bounds: this.#bounds };
  }
}

/** Writes text and stretches of another file, one after the other, and knows their hash. */
class TableWriter {
  at = 0;
  readonly #file: number;
  readonly #old: number | null;
  readonly #hash = createHash('sha256');
  readonly #chunk = Buffer.alloc(CHUNK);
  #waiting: Buffer[] = [];
  #length = 0;
  /** A stretch of the old file that is still to be copied. */
  #stretch: { readonly start: number; end: number } | null = null;

  constructor(path: string, old: string | null) {
    this.#file = openSync(path, 'w');
    this.#old = old === null ? null : openSync(old, 'r');
  }

  text(text: string): void {
    this.#copyStretch();
    const bytes = Buffer.from(text);
    this.#waiting.push(bytes);
    this.#length += bytes.length;
    this.at += bytes.length;
    if (this.#length >= CHUNK) this.#flush();
  }

  /** A stretch of the old file; one that follows on the last is copied with it. */
  copy(start: number, end: number): void {
    this.at += end - start;
    if (this.#stretch?.end === start) this.#stretch.end = end;
    else {
      this.#copyStretch();
      this.#stretch = { start, end };
    }
  }

  /** Ends the file; its SHA-256. */
  close(): string {
    this.#copyStretch();
    this.#flush();
    closeSync(this.#file);
    if (this.#old !== null) closeSync(this.#old);
    return this.#hash.digest('hex');
  }

  #copyStretch(): void {
    if (this.#stretch === null) return;
    if (this.#old === null) throw new Error('There is no table to copy from');
    this.#flush();
    const { start, end } = this.#stretch;
    this.#stretch = null;
    for (let at = start; at < end; at += CHUNK) {
      const length = readSync(this.#old, this.#chunk, 0, Math.min(CHUNK, end - at), at);
      this.#write(this.#chunk.subarray(0, length));
    }
  }

  #flush(): void {
    if (this.#length > 0) this.#write(Buffer.concat(this.#waiting));
    this.#waiting = [];
    this.#length = 0;
  }

  #write(bytes: Buffer): void {
    this.#hash.update(bytes);
    writeSync(this.#file, bytes);
  }
}
