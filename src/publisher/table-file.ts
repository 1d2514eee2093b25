import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportContext, TableExport } from '../exporters/export.ts';
import type { Minutes } from '../minutes/model.ts';
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
 * Writes a table of rows. Rows that rest on what they rested on before are copied from the table that
 * stands; a table whose rows all stay where they are is kept.
 */
export function writeTable(
  row: TableExport,
  { minutes, context, inputsOf }: TableSource,
  before: MadeTable | undefined,
  files: SiteFiles,
): MadeTable {
  const old = files.isIntact(row.path) ? before : undefined;
  const plan = minutes.map((each) => ({ each, inputs: inputsOf(each.id) }));
  const isSame =
    old !== undefined &&
    old.rows.length === plan.length &&
    old.rows.every(([id, inputs], at) => id === plan[at]?.each.id && inputs === plan[at].inputs);
  if (isSame) {
    files.keep(row.path);
    return old;
  }
  const known = new Map(old?.rows.map(([id, inputs, start, end]) => [`${id} ${inputs}`, { start, end }]));
  const writer = new TableWriter(
    files.stagedPath(row.path),
    old === undefined ? null : join(files.target, row.path),
  );
  writer.text(row.head);
  const rows: MadeTable['rows'][number][] = [];
  let isFirst = true;
  for (const { each, inputs } of plan) {
    const copied = known.get(`${each.id} ${inputs}`);
    const own = copied === undefined ? row.rows(each, context).join(row.separator) : null;
    const isEmpty = copied === undefined ? own === '' : copied.end === copied.start;
    if (!isEmpty && !isFirst) writer.text(row.separator);
    const start = writer.at;
    if (copied !== undefined) writer.copy(copied.start, copied.end);
    else writer.text(own ?? '');
    if (!isEmpty) isFirst = false;
    rows.push([each.id, inputs, start, writer.at]);
  }
  writer.text(row.foot);
  files.enter(row.path, writer.close());
  return { rows };
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
