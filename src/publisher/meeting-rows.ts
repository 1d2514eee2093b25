import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { yearOf } from '../corpus/model.ts';
import type { ExportContext, RowsOf } from '../exporters/export.ts';
import { EXPORTS } from '../exporters/registry.ts';
import type { Minutes } from '../minutes/model.ts';
import { PartStore, type PartRef } from './part-store.ts';

interface RowTable {
  readonly pathIn: (year: string) => string;
  readonly rows: RowsOf;
  readonly separator: string;
}

/** The tables whose rows are no copies of a file that stands. */
const TABLES = EXPORTS.flatMap((row): readonly RowTable[] => {
  if (row.kind === 'table') return [{ ...row, pathIn: () => row.path }];
  return row.kind === 'year-table' && row.copyOf === undefined ? [{ ...row, pathIn: row.path }] : [];
});

/** The rows of a meeting in each table, by the path of the table. */
type Rows = Readonly<Record<string, string>>;

/**
 * The rows of meetings in tables, from when a meeting is open until the tables are written, so that nobody opens all
 * meetings for them once more. They lie in a folder, for those of ten thousand meetings are hundreds of megabytes.
 */
export class MeetingRows {
  readonly #context: ExportContext;
  readonly #folder: string;
  readonly #store: PartStore;
  readonly #parts = new Map<string, PartRef>();
  #last: { readonly id: string; readonly rows: Rows } | null = null;

  /** @param pack that no other thread adds to */
  constructor(context: ExportContext, siteCache: string, pack: string) {
    this.#context = context;
    this.#folder = join(siteCache, 'rows');
    this.#store = new PartStore(this.#folder, pack);
  }

  /** Makes the rows of a meeting in every table. */
  add(minutes: Minutes): void {
    const year = yearOf(minutes);
    const rows = Object.fromEntries(
      TABLES.map((table) => [table.pathIn(year), table.rows(minutes, this.#context).join(table.separator)]),
    );
    this.#parts.set(minutes.id, this.#store.add(JSON.stringify(rows)));
  }

  /** The same rows as `make` gives of the table at a path, taken from here where they are. */
  rowsOf(path: string, make: RowsOf): RowsOf {
    return (minutes, context) => {
      const kept = this.#find(minutes.id)?.[path];
      if (kept === undefined) return make(minutes, context);
      return kept === '' ? [] : [kept];
    };
  }

  #find(id: string): Rows | undefined {
    if (this.#last?.id === id) return this.#last.rows;
    const part = this.#parts.get(id);
    if (part === undefined) return undefined;
    const rows: Rows = JSON.parse(this.#store.read(part));
    this.#last = { id, rows };
    return rows;
  }

  /** Where the rows lie, for another thread to take over; nothing is added any more. */
  take(): readonly (readonly [id: string, part: PartRef])[] {
    this.#store.close();
    return [...this.#parts];
  }

  /** Takes over the rows of another thread. */
  adopt(parts: readonly (readonly [id: string, part: PartRef])[]): void {
    for (const [id, part] of parts) this.#parts.set(id, part);
  }

  /** Removes those of all threads, or what a stopped build has left. */
  clear(): void {
    this.#store.close();
    this.#parts.clear();
    this.#last = null;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
