import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { digestOf } from './digest.ts';

/** Where a line lies in the file: its first byte, and that behind its last. */
type Place = readonly [start: number, end: number];

/**
 * Entries by key in a file that grows by a line for each new one, so that a build writes only what it
 * made. Every line holds its own digest: one that is damaged or cut off is as if it weren't there. Lines are
 * read when their entries are asked for.
 */
export class EntryLog<Entry> {
  readonly #file: string;
  readonly #bytes: Buffer;
  readonly #places: Map<string, Place>;
  readonly #entries = new Map<string, Entry>();
  readonly #added = new Map<string, string>();
  #damaged: boolean;

  /** Keys are digests, as `digestOf` and `digestOfAll` give them. */
  constructor(file: string) {
    this.#file = file;
    this.#bytes = bytesOf(file);
    this.#places = placesIn(this.#bytes);
    // A line that was cut off would run into the next one that is added.
    this.#damaged = this.#bytes.length > 0 && this.#bytes.at(-1) !== LINE_FEED;
  }

  get(key: string): Entry | undefined {
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const place = this.#places.get(key);
    const entry = place === undefined ? undefined : this.#read(place);
    if (entry === undefined) this.#places.delete(key);
    else this.#entries.set(key, entry);
    return entry;
  }

  add(key: string, entry: Entry): void {
    const json = inAscii(JSON.stringify([key, entry]));
    this.#entries.set(key, entry);
    this.#added.set(key, `${digestOf(json)}${json}\n`);
  }

  /** Writes what was added; and the whole anew when less than half of it is still of use. */
  save(isUsed: (key: string) => boolean): void {
    const stay = [...this.#places].filter(([key]) => isUsed(key) && !this.#added.has(key));
    const added = [...this.#added].flatMap(([key, line]) => (isUsed(key) ? [line] : []));
    mkdirSync(dirname(this.#file), { recursive: true });
    if (this.#damaged || stay.length * 2 < this.#places.size) {
      const aside = `${this.#file}.new`;
      const lines = stay.map(([, [start, end]]) => this.#bytes.subarray(start, end + 1));
      writeFileSync(aside, Buffer.concat([...lines, Buffer.from(added.join(''))]));
      renameSync(aside, this.#file);
    } else if (added.length > 0) appendFileSync(this.#file, added.join(''));
    this.#added.clear();
  }

  #read([start, end]: Place): Entry | undefined {
    const json = this.#bytes.subarray(start + DIGEST, end);
    if (digestOf(json) === this.#bytes.toString('latin1', start, start + DIGEST)) {
      const [, entry]: [string, Entry] = JSON.parse(json.toString('latin1'));
      return entry;
    }
    this.#damaged = true;
    return undefined;
  }
}

const DIGEST = 22;
const LINE_FEED = 0x0a;
/** Behind the digest of a line comes `["key",`, and the key is a digest too. */
const KEY = DIGEST + '["'.length;

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The same JSON with everything but ASCII escaped: thousands of lines are read in half the time. */
function inAscii(json: string): string {
  return json.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The whole lines by their keys; of two with one key the later. */
function placesIn(bytes: Buffer): Map<string, Place> {
  const places = new Map<string, Place>();
  let start = 0;
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
    if (end > start + KEY + DIGEST)
      places.set(bytes.toString('latin1', start + KEY, start + KEY + DIGEST), [start, end]);
    start = end + 1;
  }
  return places;
}
