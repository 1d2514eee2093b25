import { StretchWriter, type StretchSink } from './stretch-writer.ts';

/** A table as another thread is to write it. */
export interface TableOrderText {
  /** Below the root of the site. */
  readonly path: string;
  /** Where it is written, and the file that stretches are copied of. */
  readonly to: string;
  readonly from: string;
  /** Text, or a stretch of the old file: its first byte and the one behind its last. */
  readonly pieces: readonly (string | readonly [start: number, end: number])[];
}

/** Notes what is to be written. */
export class TableOrder implements StretchSink {
  at = 0;
  readonly #place: Omit<TableOrderText, 'pieces'>;
  readonly #pieces: (string | [start: number, end: number])[] = [];

  constructor(path: string, to: string, from: string) {
    this.#place = { path, to, from };
  }

  /** As far as it was given. */
  get order(): TableOrderText {
    return { ...this.#place, pieces: this.#pieces };
  }

  text(text: string): void {
    this.at += Buffer.byteLength(text);
    if (text !== '') this.#pieces.push(text);
  }

  copy(start: number, end: number): void {
    this.at += end - start;
    const last = this.#pieces.at(-1);
    if (typeof last === 'object' && last[1] === start) last[1] = end;
    else this.#pieces.push([start, end]);
  }
}

/** Writes a table as it was ordered; its SHA-256. */
export function writeOrdered({ to, from, pieces }: TableOrderText): string {
  const writer = new StretchWriter(to, from);
  for (const piece of pieces)
    if (typeof piece === 'string') writer.text(piece);
    else writer.copy(...piece);
  return writer.close();
}
