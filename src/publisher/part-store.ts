import { closeSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { writeAll } from '../files/write-all.ts';
import { DamagedCache } from './damaged.ts';
import { digestOf } from './digest.ts';

/** Where a part lies: its pack, offset and length there, and the digest of what it holds. */
export interface PartRef {
  readonly pack: string;
  readonly at: number;
  readonly length: number;
  readonly digest: string;
}

/**
 * Parts of documents in pack files that only grow: thousands of small files would cost more to open
 * than to read. What is read is held against its digest.
 */
export class PartStore {
  readonly #folder: string;
  readonly #readers = new Map<string, number>();
  #writer: { readonly pack: string; readonly file: number; at: number } | null = null;
  readonly #name: string;

  /** @param name of the pack that this process adds to; no other process may use it at the same time */
  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
  }

  add(content: string): PartRef {
    return this.#append(zstdCompressSync(content), digestOf(content));
  }

  /** The same for bytes that are packed already. */
  addBytes(bytes: Uint8Array): PartRef {
    return this.#append(bytes, digestOf(bytes));
  }

  #append(bytes: Uint8Array, digest: string): PartRef {
    const writer = (this.#writer ??= this.#openWriter());
    const at = writer.at;
    writeAll(writer.file, bytes, at);
    writer.at += bytes.length;
    return { pack: writer.pack, at, length: bytes.length, digest };
  }

  /** Throws `DamagedCache` when the part isn't there or isn't what was added. */
  read(part: PartRef): string {
    try {
      const content = zstdDecompressSync(this.#bytesOf(part)).toString('utf8');
      if (digestOf(content) === part.digest) return content;
    } catch {
      // Told below: whatever is wrong with the file, the part is lost.
    }
    throw new DamagedCache(part.pack);
  }

  /** The same for a part of bytes. */
  readBytes(part: PartRef): Uint8Array {
    try {
      const bytes = this.#bytesOf(part);
      if (digestOf(bytes) === part.digest) return bytes;
    } catch {
      // Told below.
    }
    throw new DamagedCache(part.pack);
  }

  #bytesOf({ pack, at, length }: PartRef): Uint8Array {
    const bytes = new Uint8Array(length);
    const file = this.#readers.get(pack) ?? openSync(join(this.#folder, pack), 'r');
    this.#readers.set(pack, file);
    readSync(file, bytes, 0, length, at);
    return bytes;
  }

  close(): void {
    for (const file of this.#readers.values()) closeSync(file);
    this.#readers.clear();
    if (this.#writer !== null) closeSync(this.#writer.file);
    this.#writer = null;
  }

  #openWriter(): { readonly pack: string; readonly file: number; at: number } {
    mkdirSync(this.#folder, { recursive: true });
    const file = openSync(join(this.#folder, this.#name), 'a+');
    return { pack: this.#name, file, at: fstatSync(file).size };
  }
}
