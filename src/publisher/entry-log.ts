import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { digestOf } from './digest.ts';

/**
 * Entries by key in a file that grows by a line for each new one, so that a build writes only what it
 * made. Every line holds its own digest: one that is damaged or cut off is as if it weren't there.
 */
export class EntryLog<Entry> {
  readonly #file: string;
  readonly #entries = new Map<string, Entry>();
  readonly #lines = new Map<string, string>();
  #added: string[] = [];
  #damaged = 0;

  constructor(file: string) {
    this.#file = file;
    for (const line of readLines(file)) {
      const json = line.slice(DIGEST);
      if (digestOf(json) !== line.slice(0, DIGEST)) {
        this.#damaged++;
        continue;
      }
      const [key, entry]: [string, Entry] = JSON.parse(json);
      this.#entries.set(key, entry);
      this.#lines.set(key, line);
    }
  }

  /** How many lines were not what was written. */
  get damaged(): number {
    return this.#damaged;
  }

  get(key: string): Entry | undefined {
    return this.#entries.get(key);
  }

  add(key: string, entry: Entry): void {
    const json = JSON.stringify([key, entry]);
    const line = digestOf(json) + json;
    this.#entries.set(key, entry);
    this.#lines.set(key, line);
    this.#added.push(line);
  }

  /** Writes what was added; and the whole anew when less than half of it is still of use. */
  save(isUsed: (key: string) => boolean): void {
    const used = [...this.#lines].filter(([key]) => isUsed(key));
    mkdirSync(dirname(this.#file), { recursive: true });
    if (this.#damaged > 0 || used.length * 2 < this.#lines.size) {
      const aside = `${this.#file}.new`;
      writeFileSync(aside, used.map(([, line]) => `${line}\n`).join(''));
      renameSync(aside, this.#file);
    } else if (this.#added.length > 0) {
      appendFileSync(this.#file, this.#added.map((line) => `${line}\n`).join(''));
    }
    this.#added = [];
  }
}

const DIGEST = 22;

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    return [];
  }
}
