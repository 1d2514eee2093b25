/** SHA-256 by path below the root of a site, as 64 hexadecimal digits. */
export type Hashes = ReadonlyMap<string, string>;

/** The file that lists the hash of every other file of a site, and the signature over it. */
export const SUMS_FILE = 'SHA256SUMS';
export const SIGNATURE_FILE = 'SHA256SUMS.sig';

const LINE = /^([0-9a-f]{64}) [ *](.+)$/u;

/** The list as `sha256sum -c` reads it: a line a file, in the order of code units of the paths. */
export function formatSums(hashes: Hashes): string {
  return [...hashes]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join('');
}

/** The lines of a list that was written by `formatSums`, as they are. */
export function readSums(list: string): readonly (readonly [path: string, hash: string])[] {
  const lines = list.split('\n').slice(0, -1);
  return lines.map((line) => [line.slice(PATH), line.slice(0, 64)]);
}

/** Where the path of a line begins: behind the hash and two spaces. */
const PATH = 66;

/**
 * Lists of different files as one, in the stretches that it is put together of; each is in the order of its paths,
 * as `formatSums` gives it, in UTF-8. Nothing is copied.
 */
export function joinSums(lists: readonly Uint8Array[]): readonly Uint8Array[] {
  const open = lists.filter(({ length }) => length > 0).map((list) => new SumsReader(list));
  const stretches: Uint8Array[] = [];
  while (open.length > 1) {
    open.sort((one, other) => (one.path < other.path ? -1 : 1));
    const [first, second] = open;
    if (first === undefined || second === undefined) break;
    stretches.push(first.takeUpTo(second.path));
    if (first.isDone) open.shift();
  }
  return [...stretches, ...open.map((last) => last.takeAll())];
}

/** Reads the lines of a list from the first to the last. */
class SumsReader {
  readonly #list: Buffer;
  #at = 0;
  /** The path of the next line. */
  path: string;

  constructor(list: Uint8Array) {
    this.#list = Buffer.from(list.buffer, list.byteOffset, list.length);
    this.path = this.#pathAt(0);
  }

  get isDone(): boolean {
    return this.#at >= this.#list.length;
  }

  /** The lines up to a path, and that of it. They are found in growing steps: where few lists meet they are many. */
  takeUpTo(end: string): Uint8Array {
    const start = this.#at;
    let step = 1;
    while (!this.isDone && this.path <= end) {
      const there = this.#lineFrom(this.#at + step);
      if (step > 1 && (there >= this.#list.length || this.#pathAt(there) > end)) step = 1;
      else {
        this.#at = there;
        this.path = this.#pathAt(there);
        step *= 2;
      }
    }
    return this.#list.subarray(start, this.#at);
  }

  takeAll(): Uint8Array {
    return this.#list.subarray(this.#at);
  }

  /** Where the first line begins behind a place; the end of the list where there is none. */
  #lineFrom(at: number): number {
    const end = this.#list.indexOf(LINE_FEED, at);
    return end < 0 ? this.#list.length : end + 1;
  }

  #pathAt(at: number): string {
    return this.#list.toString('utf8', at + PATH, this.#list.indexOf(LINE_FEED, at));
  }
}

const LINE_FEED = 0x0a;

/** The hashes of a list; null when it is empty, a line isn't of its form, or a path is named twice or leads out. */
export function parseSums(text: string): Hashes | null {
  const hashes = new Map<string, string>();
  for (const line of text.replace(/\r?\n$/u, '').split(/\r?\n/u)) {
    const [, hash = '', path = ''] = LINE.exec(line) ?? [];
    if (hash === '' || hashes.has(path) || !isWithin(path)) return null;
    hashes.set(path, hash);
  }
  return hashes;
}

function isWithin(path: string): boolean {
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** How a site differs from its list, each in the order of paths. */
export interface SumsDifference {
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** What is there and not in the list. */
  readonly unlisted: readonly string[];
}

/** Holds what was found against the list; null stands for a listed file that isn't there. */
export function compareSums(listed: Hashes, found: ReadonlyMap<string, string | null>): SumsDifference {
  const paths = [...listed.keys()].toSorted();
  return {
    changed: paths.filter((path) => found.get(path) != null && found.get(path) !== listed.get(path)),
    missing: paths.filter((path) => found.get(path) == null),
    unlisted: [...found.keys()].filter((path) => !listed.has(path)).toSorted(),
  };
}
