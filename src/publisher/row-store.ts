import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { PartStore, type PartRef } from './part-store.ts';

/** The rows of a meeting in each table, by the path of the table. */
export type KeptRows = Readonly<Record<string, string>>;

/**
 * Rows of tables from when a meeting is open until the tables are written, so that nobody opens all meetings for
 * them once more. They lie in a folder, for those of ten thousand meetings are hundreds of megabytes.
 */
export class RowStore {
  readonly #folder: string;
  readonly #store: PartStore;
  readonly #parts = new Map<string, PartRef>();
  #last: { readonly id: string; readonly rows: KeptRows } | null = null;

  /** @param pack that no other thread adds to */
  constructor(siteCache: string, pack: string) {
    this.#folder = join(siteCache, 'rows');
    this.#store = new PartStore(this.#folder, pack);
  }

  add(id: string, rows: KeptRows): void {
    this.#parts.set(id, this.#store.add(JSON.stringify(rows)));
  }

  /** The rows of a meeting in the table at a path; undefined where none were added. */
  rowsOf(id: string, path: string): string | undefined {
    if (this.#last?.id !== id) {
      const part = this.#parts.get(id);
      if (part === undefined) return undefined;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `add` was given
      this.#last = { id, rows: JSON.parse(this.#store.read(part)) as KeptRows };
    }
    return this.#last.rows[path];
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
