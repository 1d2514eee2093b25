import { type Dirent, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileFacts } from '../exporters/export.ts';
import { sha256Of } from './digest.ts';
import type { WrittenFile } from './site-state.ts';

/** What looks at every new file of a site, or at what of it is new. */
export interface FileScan {
  file(path: string): void;
  /** A part of a file that nothing reaches over; the rest stood in the site before. */
  part(path: string, bytes: Uint8Array): void;
}

/** Looks at nothing. */
export const NO_SCAN: FileScan = { file: () => undefined, part: () => undefined };

/** What of a new file has to be looked at: all of it, or nothing, where others have it or parts were told. */
export type ToScan = 'all' | 'none';

/**
 * The files of a site while it is built: what stands already and stays, and what is new, in a folder
 * beside. Nobody's word is taken for a file that stands: its size and time must be as they were, else it
 * is read.
 */
export class SiteFiles {
  readonly target: string;
  readonly staged: string;
  readonly #before: ReadonlyMap<string, WrittenFile>;
  readonly #intact = new Map<string, WrittenFile | null>();
  readonly #files = new Map<string, WrittenFile>();
  readonly #written = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #scan: FileScan;

  /** @param before what the last build left; nothing for a site that is built from the beginning */
  constructor(
    target: string,
    staged: string,
    before: Readonly<Record<string, WrittenFile>>,
    scan: FileScan = NO_SCAN,
  ) {
    this.#scan = scan;
    this.target = target;
    this.staged = staged;
    this.#before = new Map(Object.entries(before));
    rmSync(staged, { recursive: true, force: true });
    mkdirSync(staged, { recursive: true });
  }

  /** All files of the new site, in the order of their paths. */
  get files(): ReadonlyMap<string, WrittenFile> {
    return new Map([...this.#files].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  /** The new and changed ones, those first that weren't there before. */
  get written(): readonly string[] {
    const all = [...this.#written].sort();
    return [
      ...all.filter((path) => !this.#before.has(path)),
      ...all.filter((path) => this.#before.has(path)),
    ];
  }

  /** What stands in the site and is no part of it any more. */
  gone(): readonly string[] {
    return filesBelow(this.target).filter((path) => !this.#files.has(path));
  }

  /** Whether a file stands as the last build has written it, with this hash where one is given. */
  isIntact(path: string, sha256?: string): boolean {
    const file = this.#find(path);
    return file !== null && (sha256 === undefined || file.sha256 === sha256);
  }

  /** The SHA-256 of a file of the new site; undefined for one that isn't in it. */
  hashOf(path: string): string | undefined {
    return this.#files.get(path)?.sha256;
  }

  /** How large a file of the new site is, and its SHA-256; undefined for one that isn't in it. */
  factsOf(path: string): FileFacts | undefined {
    const file = this.#files.get(path);
    return file === undefined ? undefined : { bytes: file.size, sha256: file.sha256 };
  }

  /** Keeps a file that is intact. */
  keep(path: string): void {
    const file = this.#find(path);
    if (file === null) throw new Error(`There is no ${path} to keep`);
    this.#files.set(path, file);
  }

  /** Puts a file into the site; one that stands with the same bytes stays. */
  put(path: string, content: string | Uint8Array, toScan: ToScan = 'all'): void {
    if (this.#files.has(path)) throw new Error(`Two files of the site are ${path}`);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const sha256 = sha256Of(bytes);
    if (this.#find(path)?.sha256 === sha256) {
      this.keep(path);
      return;
    }
    const file = this.stagedPath(path);
    writeFileSync(file, bytes);
    this.#enter(path, sha256, file, toScan);
  }

  /** Has a part of a file looked at, see `FileScan`. */
  scanPart(path: string, bytes: Uint8Array): void {
    this.#scan.part(path, bytes);
  }

  /** Where to write a file that `enter` then takes over; its folder is there. */
  stagedPath(path: string): string {
    const file = join(this.staged, path);
    const folder = dirname(file);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    return file;
  }

  /** Takes over a file that was written to the staged folder; one that stands with the same bytes stays. */
  enter(path: string, known?: string, toScan: ToScan = 'all'): void {
    const file = join(this.staged, path);
    const sha256 = known ?? sha256Of(readFileSync(file));
    if (this.#find(path)?.sha256 === sha256) {
      rmSync(file);
      this.keep(path);
    } else this.#enter(path, sha256, file, toScan);
  }

  #enter(path: string, sha256: string, file: string, toScan: ToScan): void {
    const { size, mtimeMs } = statSync(file);
    this.#files.set(path, { sha256, size, time: mtimeMs });
    this.#written.add(path);
    if (toScan === 'all') this.#scan.file(path);
  }

  #find(path: string): WrittenFile | null {
    const known = this.#intact.get(path);
    if (known !== undefined) return known;
    const found = this.#look(path);
    this.#intact.set(path, found);
    return found;
  }

  #look(path: string): WrittenFile | null {
    const before = this.#before.get(path);
    if (before === undefined) return null;
    const file = join(this.target, path);
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined || !found.isFile() || found.size !== before.size) return null;
    if (found.mtimeMs === before.time) return before;
    return sha256Of(readFileSync(file)) === before.sha256 ? { ...before, time: found.mtimeMs } : null;
  }
}

/** Paths of all files below a folder, with forward slashes; none when there is no such folder. */
export function filesBelow(folder: string, below = ''): readonly string[] {
  return entriesOf(join(folder, below)).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, path) : [path];
  });
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
