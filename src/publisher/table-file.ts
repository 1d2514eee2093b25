import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportContext, TableExport } from '../exporters/export.ts';
import type { Minutes } from '../minutes/model.ts';
import type { Progress } from '../progress/progress.ts';
import type { SiteFiles } from './site-files.ts';
import type { MadeTable } from './site-state.ts';

const CHUNK = 1 << 20;

/** What the rows of a table are made of. */
export interface TableSource {
  /** Newest first. */
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
  exports: readonly TableExport[],
  source: TableSource,
  before: Readonly<Record<string, MadeTable>>,
  { files, progress }: { readonly files: SiteFiles; readonly progress: Progress },
): Readonly<Record<string, MadeTable>> {
  const plan = source.minutes.map((each) => ({ each, inputs: source.inputsOf(each.id) }));
  const tables: Record<string, MadeTable> = {};
  const changed: OpenTable[] = [];
  for (const row of exports) {
    const old = files.isIntact(row.path) ? before[row.path] : undefined;
    const isSame =
      old !== undefined &&
      old.rows.length === plan.length &&
      old.rows.every(([id, inputs], at) => id === plan[at]?.each.id && inputs === plan[at].inputs);
    if (isSame) {
      files.keep(row.path);
      tables[row.path] = old;
    } else changed.push(new OpenTable(row, old, files));
  }
  for (const { each, inputs } of changed.length === 0 ? [] : plan) {
    progress.step();
    for (const table of changed) table.add(each, inputs, source.context);
  }
  for (const table of changed) tables[table.path] = table.close(files);
  return tables;
}

/** A table while it is written. */
class OpenTable {
  readonly path: string;
  readonly #row: TableExport;
  readonly #known: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
  readonly #writer: TableWriter;
  readonly #rows: MadeTable['rows'][number][] = [];
  #isFirst = true;

  constructor(row: TableExport, old: MadeTable | undefined, files: SiteFiles) {
    this.path = row.path;
    this.#row = row;
    this.#known = new Map(old?.rows.map(([id, inputs, start, end]) => [`${id} ${inputs}`, { start, end }]));
    this.#writer = new TableWriter(
      files.stagedPath(row.path),
      old === undefined ? null : join(files.target, row.path),
    );
    this.#writer.text(row.head);
  }

  /** The rows of the next meeting. */
  add(minutes: Minutes, inputs: string, context: ExportContext): void {
    const { separator } = this.#row;
    const copied = this.#known.get(`${minutes.id} ${inputs}`);
    const own = copied === undefined ? this.#row.rows(minutes, context).join(separator) : null;
    const isEmpty = copied === undefined ? own === '' : copied.end === copied.start;
    if (!isEmpty && !this.#isFirst) this.#writer.text(separator);
    const start = this.#writer.at;
    if (copied !== undefined) this.#writer.copy(copied.start, copied.end);
    else this.#writer.text(own ?? '');
    if (!isEmpty) this.#isFirst = false;
    this.#rows.push([minutes.id, inputs, start, this.#writer.at]);
  }

  close(files: SiteFiles): MadeTable {
    this.#writer.text(this.#row.foot);
    files.enter(this.path, this.#writer.close());
    return { rows: this.#rows };
  }
}

/** Writes text and stretches of another file, one after the other, and knows their hash. */
class TableWriter {
  at = 0;
  readonly #file: number;
  readonly #old: number | null;
  readonly #hash = createHash('sha256');
  #waiting: Buffer[] = [];
  #length = 0;

  constructor(path: string, old: string | null) {
    this.#file = openSync(path, 'w');
    this.#old = old === null ? null : openSync(old, 'r');
  }

  text(text: string): void {
    this.#push(Buffer.from(text));
  }

  /** A stretch of the old file. */
  copy(start: number, end: number): void {
    if (this.#old === null) throw new Error('There is no table to copy from');
    for (let at = start; at < end; at += CHUNK) {
      const bytes = Buffer.alloc(Math.min(CHUNK, end - at));
      readSync(this.#old, bytes, 0, bytes.length, at);
      this.#push(bytes);
    }
  }

  /** Ends the file; its SHA-256. */
  close(): string {
    this.#flush();
    closeSync(this.#file);
    if (this.#old !== null) closeSync(this.#old);
    return this.#hash.digest('hex');
  }

  #push(bytes: Buffer): void {
    this.#waiting.push(bytes);
    this.#length += bytes.length;
    this.at += bytes.length;
    if (this.#length >= CHUNK) this.#flush();
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#length = 0;
    this.#hash.update(bytes);
    writeSync(this.#file, bytes);
  }
}
