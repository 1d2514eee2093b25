import { join } from 'node:path';
import { EntryLog } from './entry-log.ts';
import { PartStore, type PartRef } from './part-store.ts';

/** Pieces of packages, each under the digest of everything it rests on. */
export class PieceCache {
  readonly #log: EntryLog<PartRef>;
  readonly #store: PartStore;
  readonly #used = new Set<string>();

  constructor(folder: string) {
    this.#log = new EntryLog(join(folder, 'pieces.log'));
    this.#store = new PartStore(join(folder, 'pieces'), `${String(process.pid)}.pack`);
  }

  get(key: string, make: () => Uint8Array): Uint8Array {
    this.#used.add(key);
    const known = this.#log.get(key);
    if (known !== undefined) return this.#store.readBytes(known);
    const piece = make();
    this.#log.add(key, this.#store.addBytes(piece));
    return piece;
  }

  /** Keeps what was asked for and everything of meetings that nobody asked about. */
  close(isUsed: (key: string) => boolean): void {
    this.#log.save((key) => this.#used.has(key) || isUsed(key));
    this.#store.close();
  }
}
