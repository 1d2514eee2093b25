import {
  closeSync,
  type Dirent,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileFacts } from '../exporters/export.ts';
import { writeAll } from '../files/write-all.ts';
import { sha256Of, sha256OfAll } from './digest.ts';
import { parcelOf, type Parcel, type ParcelMark } from './parcel.ts';
import type { WrittenFile } from './site-state.ts';

/** What looks at every new file of a site, or at what of it is new. */
export interface FileScan {
  file(path: string): void;
  /** A part of a file that nothing reaches over; the rest stood in the site before. */
  part(path: string, bytes: Uint8Array): void;
  /** Looks at what waits, until something else has come to its end, however that is. */
  help(until: Promise<unknown>): Promise<void>;
}

/** Looks at nothing. */
export const NO_SCAN: FileScan = {
  file: () => undefined,
  part: () => undefined,
  help: () => Promise.resolve(),
};

/** What of a new file has to be looked at: all of it, or nothing, where others have it or parts were told. */
export type ToScan = 'all' | 'none';

/** The files of a parcel as another thread takes them over, and which of them it has written. */
export interface TakenFiles {
  readonly files: ReadonlyMap<string, WrittenFile>;
  readonly written: readonly string[];
}

/** The files of one parcel: those that the last build left, and those of the new site. */
interface OpenParcel {
  readonly before: ReadonlyMap<string, WrittenFile>;
  readonly files: Map<string, WrittenFile>;
  /** Whether all of them stand as they were left, so that nobody need look at each. */
  readonly isStanding: boolean;
}

/**
 * The files of a site while it is built: what stands already and stays, and what is new, in a folder
 * beside. Nobody's word is taken for a file that stands: its size and time must be as they were, else it
 * is read. The files of a parcel are known while it is open; one that is kept is kept as a whole.
 */
export class SiteFiles {
  readonly target: string;
  readonly staged: string;
  readonly #open = new Map<string, OpenParcel>();
  readonly #kept = new Map<string, ParcelMark>();
  readonly #intact = new Map<string, WrittenFile | null>();
  readonly #written = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #scan: FileScan;

  constructor(target: string, staged: string, scan: FileScan = NO_SCAN) {
    this.#scan = scan;
    this.target = target;
    this.staged = staged;
  }

  /** Begins with nothing in the staged folder. */
  begin(): void {
    rmSync(this.staged, { recursive: true, force: true });
    mkdirSync(this.staged, { recursive: true });
  }

  /** The files of a parcel that was made here, for another thread to take over; here they are forgotten. */
  take(name: string): TakenFiles {
    const files = this.#open.get(name)?.files ?? new Map<string, WrittenFile>();
    const written = [...files.keys()].filter((path) => this.#written.delete(path));
    this.#open.delete(name);
    return { files, written };
  }

  /** Takes over the files of a parcel, which is open, from another thread that has made them. */
  adopt(name: string, { files, written }: TakenFiles): void {
    const own = this.#open.get(name)?.files;
    if (own === undefined) throw new Error(`The parcel ${name} isn't open`);
    for (const [path, file] of files) own.set(path, file);
    for (const path of written) this.#written.add(path);
  }

  /** Where a file of the new site is now. */
  placeOf(path: string): string {
    return join(this.#written.has(path) ? this.staged : this.target, path);
  }

  /**
   * Opens a parcel, with what the last build left of it.
   *
   * @param isStanding whether all of that was seen to stand with the sizes and times it was left with
   */
  open(name: string, before: Parcel['files'], isStanding: boolean): void {
    this.#open.set(name, { before: new Map(Object.entries(before)), files: new Map(), isStanding });
  }

  /** Keeps every file of a parcel as it stands. */
  keepParcel(name: string, mark: ParcelMark): void {
    this.#kept.set(name, mark);
  }

  /** The parcels that are kept as a whole. */
  get kept(): ReadonlyMap<string, ParcelMark> {
    return this.#kept;
  }

  /** The files of the new site in the parcels that were opened, by the names of those. */
  get files(): ReadonlyMap<string, ReadonlyMap<string, WrittenFile>> {
    return new Map([...this.#open].map(([name, { files }]) => [name, files]));
  }

  /** How many files the new site has. */
  get count(): number {
    const opened = [...this.#open.values()].reduce((sum, { files }) => sum + files.size, 0);
    return [...this.#kept.values()].reduce((sum, { files }) => sum + files, opened);
  }

  /** The new and changed ones, those first that weren't there before. */
  get written(): readonly string[] {
    const all = [...this.#written].sort();
    const isNew = (path: string): boolean => this.#parcelOf(path)?.before.has(path) !== true;
    return [...all.filter(isNew), ...all.filter((path) => !isNew(path))];
  }

  /**
   * What stands in the site and is no part of it any more.
   *
   * @param standing the names of the parcels that stand as the last build left them, with nothing beside
   */
  gone(standing: ReadonlySet<string>): readonly string[] {
    const isGone = (path: string): boolean => this.#parcelOf(path)?.files.has(path) !== true;
    if (![...this.#open.keys()].every((name) => standing.has(name)))
      return filesBelow(this.target).filter((path) => !this.#kept.has(parcelOf(path)) && isGone(path));
    return [...this.#open.values()].flatMap(({ before }) => [...before.keys()].filter(isGone));
  }

  /** Whether a file stands as the last build has written it, with this hash where one is given. */
  isIntact(path: string, sha256?: string): boolean {
    const file = this.#find(path);
    return file !== null && (sha256 === undefined || file.sha256 === sha256);
  }

  /** The SHA-256 of a file of the new site, as far as `factsOf` knows it. */
  hashOf(path: string): string | undefined {
    return this.factsOf(path)?.sha256;
  }

  /**
   * How large a file of the new site is, and its SHA-256; undefined for one that isn't in it. Of a parcel that
   * is kept, the files about the whole of it are known.
   */
  factsOf(path: string): FileFacts | undefined {
    const file = this.#parcelOf(path)?.files.get(path);
    if (file !== undefined) return { bytes: file.size, sha256: file.sha256 };
    return this.#kept.get(parcelOf(path))?.listed[path];
  }

  /** Keeps a file that is intact. */
  keep(path: string): void {
    const file = this.#find(path);
    if (file === null) throw new Error(`There is no ${path} to keep`);
    this.#filesOf(path).set(path, file);
  }

  /** Puts a file into the site; one that stands with the same bytes stays. */
  put(path: string, content: string | Uint8Array, toScan: ToScan = 'all'): void {
    if (this.#filesOf(path).has(path)) throw new Error(`Two files of the site are ${path}`);
    const sha256 = sha256Of(content);
    if (this.#find(path)?.sha256 === sha256) {
      this.keep(path);
      return;
    }
    const file = this.stagedPath(path);
    writeFileSync(file, content);
    this.#enter(path, sha256, file, toScan);
  }

  /** Puts a file into the site that is its pieces, one behind the other. */
  putPieces(path: string, pieces: readonly Uint8Array[]): void {
    const file = openSync(this.stagedPath(path), 'w');
    for (const piece of pieces) writeAll(file, piece);
    closeSync(file);
    this.enter(path, sha256OfAll(pieces));
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
    this.#filesOf(path).set(path, { sha256, size, time: mtimeMs });
    this.#written.add(path);
    if (toScan === 'all') this.#scan.file(path);
  }

  #parcelOf(path: string): OpenParcel | undefined {
    return this.#open.get(parcelOf(path));
  }

  #filesOf(path: string): OpenParcel['files'] {
    const parcel = this.#parcelOf(path);
    if (parcel === undefined) throw new Error(`${path} belongs to a parcel that isn't open`);
    return parcel.files;
  }

  #find(path: string): WrittenFile | null {
    if (this.#parcelOf(path)?.before.has(path) !== true) return null;
    const known = this.#intact.get(path);
    if (known !== undefined) return known;
    const found = this.#look(path);
    this.#intact.set(path, found);
    return found;
  }

  #look(path: string): WrittenFile | null {
    const parcel = this.#parcelOf(path);
    const before = parcel?.before.get(path);
    if (before === undefined) return null;
    if (parcel?.isStanding === true) return before;
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
