import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blobOf } from '../files/git-object.ts';
import type { KnownFile } from '../files/known-file.ts';
import { readSealed, writeSealed } from '../files/sealed-text.ts';
import { mayWithhold } from '../minutes/withheld.ts';
import { digestOf } from './digest.ts';

/** A file as it stood when it was read, and what it held. */
interface Row extends KnownFile {
  readonly size: number;
  /** Milliseconds. That of the last change can't be set by those who may write the file. */
  readonly written: number;
  readonly changed: number;
  readonly inode: number;
  readonly isText: boolean;
}

/** File systems tell the time in steps of some milliseconds. */
const CLOCK_STEP = 10;

/**
 * What the files of a content folder hold, from build to build. One that is of the same size and wasn't
 * written, changed or replaced since it was read isn't read again, as git does with its own index. One that was changed
 * just before it was read is read again the next time: a change in the same step of the clock would not show.
 */
export class ContentIndex {
  readonly #file: string;
  readonly #root: string;
  readonly #before: ReadonlyMap<string, Row>;
  readonly #now = new Map<string, Row>();
  #isNew = false;

  /** @param file where it is kept; one that isn't what was written there is as if there were none */
  constructor(file: string, root: string) {
    this.#file = file;
    this.#root = root;
    this.#before = readRows(file);
  }

  /** The digest of a file, `minutes/2022/013.md`. Throws what looking at it and reading it throw. */
  digestOf(path: string): string {
    const file = join(this.#root, path);
    const { size, mtimeMs, ctimeMs, ino } = lstatSync(file);
    const stood = { size, written: mtimeMs, changed: ctimeMs, inode: ino };
    const before = this.#before.get(path);
    if (before !== undefined && isSame(before, stood)) {
      this.#now.set(path, before);
      return before.digest;
    }
    const isSettled = Math.max(mtimeMs, ctimeMs) < Date.now() - CLOCK_STEP;
    const bytes = readFileSync(file);
    const row = { ...stood, ...knownOf(bytes) };
    if (isSettled && bytes.length === size) this.#now.set(path, row);
    this.#isNew = true;
    return row.digest;
  }

  /** What is known of a file whose digest was asked for; undefined for one that has to be read, or is no text. */
  find(path: string): (KnownFile & { readonly size: number }) | undefined {
    const row = this.#now.get(path);
    return row?.isText === true ? row : undefined;
  }

  /** Keeps what was asked for. */
  save(): void {
    if (!this.#isNew && this.#now.size === this.#before.size) return;
    writeSealed(this.#file, JSON.stringify(Array.from(this.#now, ([path, row]) => lineOf(path, row))));
  }
}

function knownOf(bytes: Buffer): KnownFile & Pick<Row, 'isText'> {
  const isText = isUtf8(bytes);
  return {
    digest: digestOf(bytes),
    blob: blobOf(bytes),
    isText,
    isMarked: isText && mayWithhold(bytes.toString('utf8')),
  };
}

function isSame(before: Row, now: Pick<Row, 'size' | 'written' | 'changed' | 'inode'>): boolean {
  return (
    before.size === now.size &&
    before.written === now.written &&
    before.changed === now.changed &&
    before.inode === now.inode
  );
}

/** A row as it is kept: thousands of the same names would take longer to read than all they name. */
type Line = readonly [
  path: string,
  size: number,
  written: number,
  changed: number,
  inode: number,
  digest: string,
  blob: string,
  isText: boolean,
  isMarked: boolean,
];

function lineOf(path: string, { size, written, changed, inode, digest, blob, isText, isMarked }: Row): Line {
  return [path, size, written, changed, inode, digest, blob, isText, isMarked];
}

function rowOf([, size, written, changed, inode, digest, blob, isText, isMarked]: Line): Row {
  return { size, written, changed, inode, digest, blob, isText, isMarked };
}

function readRows(file: string): ReadonlyMap<string, Row> {
  const body = readSealed(file);
  if (body === null) return new Map();
  const lines: readonly Line[] = JSON.parse(body);
  return new Map(lines.map((line) => [line[0], rowOf(line)]));
}
