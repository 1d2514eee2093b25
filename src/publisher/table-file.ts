import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportContext, RowsOf } from '../exporters/export.ts';
import type { Minutes } from '../minutes/model.ts';
import { digestOfAll } from './digest.ts';
import type { SiteFiles } from './site-files.ts';
import type { MadeTable } from './site-state.ts';

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
  before: Readonly<Record<string, MadeTable>>,
  { files, step }: { readonly files: SiteFiles; readonly step: () => void },
): Readonly<Record<string, MadeTable>> {
  const rows = source.minutes.map((each) => ({ each, inputs: source.inputsOf(each.id) }));
  const tables: Record<string, MadeTable> = {};
  const changed: OpenTable[] = [];
  for (const plan of plans) {
    const old = files.isIntact(plan.path) ? before[plan.path] : undefined;
    const isSame =
      old?.frame === frameOf(plan) &&
      old.rows.length === rows.length &&
      old.rows.every(([id, inputs], at) => id === rows[at]?.each.id && inputs === rows[at].inputs);
    if (isSame) {
      files.keep(plan.path);
      tables[plan.path] = old;
    } else changed.push(new OpenTable(plan, old, files));
  }
  for (const { each, inputs } of rows) {
    step();
    for (const table of changed) table.add(each, inputs, source.context);
  }
  for (const table of changed) tables[table.path] = table.close(files);
  return tables;
}

function frameOf({ head, foot }: TablePlan): string {
  return digestOfAll([head, foot]);
}

/** A table while it is written. */
class OpenTable {
  readonly path: string;
  readonly #plan: TablePlan;
  readonly #known: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
  readonly #writer: TableWriter;
  readonly #rows: MadeTable['rows'][number][] = [];
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
    this.#known = new Map(old?.rows.map(([id, inputs, start, end]) => [`${id} ${inputs}`, { start, end }]));
    this.#writer = new TableWriter(
      files.stagedPath(plan.path),
      old === undefined ? null : join(files.target, plan.path),
    );
    this.#writer.text(plan.head);
  }

  /** The rows of the next meeting. */
  add(minutes: Minutes, inputs: string, context: ExportContext): void {
    const { separator } = this.#plan;
    const copied = this.#known.get(`${minutes.id} ${inputs}`);
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
    this.#rows.push([minutes.id, inputs, start, this.#writer.at]);
  }

  close(files: SiteFiles): MadeTable {
    this.#writer.text(this.#plan.foot);
    // Rows that were copied stood in the site before; nothing reaches over the end of a row.
    const { head, foot } = this.#plan;
    for (const part of this.#isCopying ? [head, ...this.#fresh, foot] : [])
      files.scanPart(this.path, Buffer.from(part));
    files.enter(this.path, this.#writer.close(), this.#isCopying ? 'none' : 'all');
    return { frame: frameOf(this.#plan), rows: this.#rows };
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
