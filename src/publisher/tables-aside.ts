import type { OrderedTables } from './table-file.ts';
import { TABLE_THREAD } from './table-thread.ts';
import { startThread, type Thread } from './thread.ts';

/** The tables over all years, written by a thread of its own while everything else is made. */
export class TablesAside {
  readonly #hashes = new Map<string, string>();
  #ordered: OrderedTables | null = null;
  #thread: Thread | null = null;

  get hasBegun(): boolean {
    return this.#ordered !== null;
  }

  begin(ordered: OrderedTables): void {
    this.#ordered = ordered;
    if (ordered.orders.length === 0) return;
    this.#thread = startThread(TABLE_THREAD, ordered.orders, ([path, sha256]) => {
      this.#hashes.set(path, sha256);
    });
  }

  /** Enters them into the site once they are written. */
  async finish(): Promise<void> {
    await this.#thread?.ended;
    this.#ordered?.enter(this.#hashes);
    await this.close();
  }

  async close(): Promise<void> {
    await this.#thread?.close();
  }
}
