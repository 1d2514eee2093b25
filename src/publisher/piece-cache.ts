import { join } from 'node:path';
import { EntryLog } from './entry-log.ts';
import { PartStore, type PartRef } from './part-store.ts';

/** Pieces of packages, each under the digest of everything it rests on. */
export class PieceCache {
  readonly #log: EntryLog<PartRef>;
  readonly #store: PartStore;
  readonly #used = new Map<string, PartRef>();

  /** @param pack that no other thread adds to */
  constructor(folder: string, pack: string) {
    this.#log = new EntryLog(join(folder, 'pieces.log'));
    this.#store = new PartStore(join(folder, 'pieces'), pack);
  }

  get(key: string, make: () => Uint8Array): Uint8Array {
    const known = this.#log.get(key);
    if (known !== undefined) {
      this.#used.set(key, known);
      return this.#store.readBytes(known);
    }
    const piece = make();
    const part = this.#store.addBytes(piece);
    this.#log.add(key, part);
    this.#used.set(key, part);
    return piece;
  }

  /** Where the pieces lie that were asked for, for another thread to take over; nothing is added any more. */
  take(): readonly (readonly [key: string, piece: PartRef])[] {
    this.#store.close();
    return [...this.#used];
  }

  /** Takes over the pieces of another thread. */
  adopt(pieces: readonly (readonly [key: string, piece: PartRef])[]): void {
    for (const [key, piece] of pieces) {
      if (this.#log.get(key) === undefined) this.#log.add(key, piece);
      this.#used.set(key, piece);
    }
  }

  /** Keeps what was asked for and everything of meetings that nobody asked about. */
  close(isUsed: (key: string) => boolean): void {
    this.#log.save((key) => this.#used.has(key) || isUsed(key));
    this.#store.close();
  }
}
