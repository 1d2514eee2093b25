import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { writeAll } from '../files/write-all.ts';

const CHUNK = 1 << 20;

/** Takes a file as text and stretches of another file, one after the other. */
export interface StretchSink {
  /** Where the next byte goes. */
  readonly at: number;
  text(text: string): void;
  /** A stretch of the old file; one that follows on the last is copied with it. */
  copy(start: number, end: number): void;
}

/** Writes text, bytes and stretches of another file, one after the other, and knows their hash. */
export class StretchWriter implements StretchSink {
  at = 0;
  readonly #file: number;
  readonly #old: number | null;
  readonly #hash = createHash('sha256');
  /** What waits to be written; between two writes what is copied. Memory that is asked for anew costs more than copying. */
  readonly #chunk = Buffer.alloc(CHUNK);
  #length = 0;
  /** A stretch of the old file that is still to be copied. */
  #stretch: { readonly start: number; end: number } | null = null;

  constructor(path: string, old: string | null) {
    this.#file = openSync(path, 'w');
    this.#old = old === null ? null : openSync(old, 'r');
  }

  text(text: string): void {
    const length = Buffer.byteLength(text);
    if (length > CHUNK) this.bytes(Buffer.from(text));
    else {
      this.#makeRoom(length);
      this.#chunk.write(text, this.#length);
      this.#length += length;
      this.at += length;
    }
  }

  bytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    if (bytes.length > CHUNK) this.#write(bytes);
    else {
      this.#chunk.set(bytes, this.#length);
      this.#length += bytes.length;
    }
    this.at += bytes.length;
  }

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
    if (this.#old === null) throw new Error('There is no file to copy from');
    this.#flush();
    const { start, end } = this.#stretch;
    this.#stretch = null;
    for (let at = start; at < end; at += CHUNK) {
      const length = readSync(this.#old, this.#chunk, 0, Math.min(CHUNK, end - at), at);
      this.#write(this.#chunk.subarray(0, length));
    }
  }

  /** Writes what waits where so many more bytes have no place behind it. */
  #makeRoom(length: number): void {
    this.#copyStretch();
    if (this.#length + length > CHUNK) this.#flush();
  }

  #flush(): void {
    if (this.#length > 0) this.#write(this.#chunk.subarray(0, this.#length));
    this.#length = 0;
  }

  #write(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    writeAll(this.#file, bytes);
  }
}
