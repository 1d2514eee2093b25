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
  readonly #chunk = Buffer.alloc(CHUNK);
  #waiting: Uint8Array[] = [];
  #length = 0;
  /** A stretch of the old file that is still to be copied. */
  #stretch: { readonly start: number; end: number } | null = null;

  constructor(path: string, old: string | null) {
    this.#file = openSync(path, 'w');
    this.#old = old === null ? null : openSync(old, 'r');
  }

  text(text: string): void {
    this.bytes(Buffer.from(text));
  }

  bytes(bytes: Uint8Array): void {
    this.#copyStretch();
    this.#waiting.push(bytes);
    this.#length += bytes.length;
    this.at += bytes.length;
    if (this.#length >= CHUNK) this.#flush();
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

  #flush(): void {
    if (this.#length > 0) this.#write(Buffer.concat(this.#waiting));
    this.#waiting = [];
    this.#length = 0;
  }

  #write(bytes: Buffer): void {
    this.#hash.update(bytes);
    writeAll(this.#file, bytes);
  }
}
