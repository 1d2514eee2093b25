import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DamagedCache } from './damaged.ts';
import { readSealed, writeSealed } from '../files/sealed-text.ts';
import { digestOf } from './digest.ts';
import type { KeptDerivation } from './derivations.ts';
import { canonicalJson } from './facets.ts';
import type { KeptMark, KeptValue } from './kept-values.ts';
import { NO_PARCEL, type Parcel, type ParcelMark } from './parcel.ts';
import { parseParcel, type StoredParcel } from './stored-parcel.ts';

/** A file of the site as it was written. */
export interface WrittenFile {
  readonly sha256: string;
  readonly size: number;
  /** When it was written, as the file system says: a hint that saves reading what nobody touched. */
  readonly time: number;
}

/** How a page or a file was made. */
export interface MadeFile {
  /** The digest of what it shows: of its view, or of its content. */
  readonly key: string;
  /** What it has read of the corpus, as a number among `Parcel.facets`, and the digest of all that. */
  readonly facets: number;
  readonly inputs: string;
  /** The files, where one piece of work makes several. */
  readonly paths?: readonly string[];
}

/** What the last build of a site left, but for the parcels themselves. */
export interface SiteState {
  /** Of the code, the addresses and the settings: of another version nothing counts. */
  readonly version: string;
  /** What the built files were held against. */
  readonly gate: string;
  readonly search: string;
  /** By the names of parcels. */
  readonly parcels: Readonly<Record<string, ParcelMark>>;
  /** Values of years by name and year, see `KeptValues`. */
  readonly kept: Readonly<Record<string, KeptValue>>;
  /** By name, see `Derivations`. */
  readonly derivations: Readonly<Record<string, KeptDerivation>>;
  /** What the build reported. */
  readonly report: StoredReport;
}

/** Where the text of a parcel lies, and the lines of its files as `SHA256SUMS` has them: by their digests. */
interface Stored {
  readonly parcel: string;
  readonly sums: string;
}

/** The state as it lies there: values lie beside it, under their digests. */
interface StateFile extends Omit<SiteState, 'kept'> {
  readonly kept: Readonly<Record<string, KeptMark>>;
  readonly stored: Readonly<Record<string, Stored>>;
}

/** A state, its values and its parcels, which are opened when they are asked for. */
export interface StoredState extends SiteState {
  readonly stored: Readonly<Record<string, Stored>>;
  /** The parcel of a name, an empty one where there is none; throws `DamagedCache` for what wasn't written so. */
  readonly parcel: (name: string) => Parcel;
  /** The lines of its files as `SHA256SUMS` has them, in the order of their paths; the same is thrown. */
  readonly sums: (name: string) => Uint8Array;
}

/** What a build without changes says again. */
export interface StoredReport {
  readonly findings: string;
  readonly meetings: number;
  readonly items: number;
  readonly records: number;
  readonly generations: number;
  readonly notices: readonly string[];
  readonly waiting: readonly string[];
}

/** The name of the state in the caches of its site, and of the folder of its parcels. */
export const STATE_FILE = 'state.json';
const PARCELS = 'parcels';

/** Why there is no state to build on. */
export type NoState = 'none' | 'damaged';

/** The state in a folder; never one that isn't what was written. */
export function readState(folder: string): StoredState | NoState {
  const file = join(folder, STATE_FILE);
  if (!existsSync(file)) return 'none';
  const body = readSealed(file);
  if (body === null) return 'damaged';
  const state: StateFile = JSON.parse(body);
  const pieceOf = (digest: string | undefined): Buffer | null =>
    digest === undefined ? null : readPiece(join(folder, PARCELS), digest);
  const sums = (name: string): Buffer => pieceOf(state.stored[name]?.sums) ?? Buffer.alloc(0);
  const valueOf = (digest: string): (() => unknown) => {
    let known: { readonly value: unknown } | null = null;
    return () =>
      (known ??= { value: JSON.parse(readPiece(join(folder, PARCELS), digest).toString('utf8')) }).value;
  };
  return {
    ...state,
    kept: Object.fromEntries(
      Object.entries(state.kept).map(([key, mark]) => [key, { ...mark, value: valueOf(mark.digest) }]),
    ),
    parcel: (name) => {
      const parcel = pieceOf(state.stored[name]?.parcel)?.toString('utf8');
      return parcel === undefined ? NO_PARCEL : parseParcel({ parcel, sums: sums(name).toString('utf8') });
    },
    sums,
  };
}

/**
 * Writes a state and its new parcels; the others lie there already. A build that is killed in between finds
 * the old state whole: what no state leads to any more is removed last.
 *
 * @param before the state that lies there; null where it doesn't count
 */
export function writeState(
  folder: string,
  state: SiteState,
  fresh: ReadonlyMap<string, StoredParcel<string | Uint8Array>>,
  before: StoredState | null,
): void {
  const pieces = join(folder, PARCELS);
  mkdirSync(pieces, { recursive: true });
  const stored: Record<string, Stored> = {};
  for (const name of Object.keys(state.parcels)) {
    const made = fresh.get(name);
    const known =
      made === undefined
        ? before?.stored[name]
        : { parcel: putPiece(pieces, made.parcel), sums: putPiece(pieces, made.sums) };
    if (known === undefined) throw new Error(`There is no parcel ${name}`);
    stored[name] = known;
  }
  const kept = Object.values(state.kept);
  for (const { digest, value } of kept)
    if (!existsSync(join(pieces, digest))) putFile(join(pieces, digest), canonicalJson(value()));
  // What is a function has no place in the text.
  writeSealed(join(folder, STATE_FILE), JSON.stringify({ ...state, stored } satisfies StateFile));
  const used = new Set([
    ...kept.map(({ digest }) => digest),
    ...Object.values(stored).flatMap(({ parcel, sums }) => [parcel, sums]),
  ]);
  for (const name of readdirSync(pieces)) if (!used.has(name)) rmSync(join(pieces, name), { force: true });
}

function readPiece(folder: string, digest: string): Buffer {
  let piece: Buffer;
  try {
    piece = readFileSync(join(folder, digest));
  } catch {
    throw new DamagedCache(digest);
  }
  if (digestOf(piece) !== digest) throw new DamagedCache(digest);
  return piece;
}

/** Puts a text under its digest, which is returned. */
function putPiece(folder: string, text: string | Uint8Array): string {
  const digest = digestOf(text);
  putFile(join(folder, digest), text);
  return digest;
}

function putFile(file: string, text: string | Uint8Array): void {
  const aside = `${file}.${String(process.pid)}`;
  writeFileSync(aside, text);
  renameSync(aside, file);
}
