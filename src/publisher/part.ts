import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSealed, writeSealed } from '../files/sealed-text.ts';
import { UserError } from '../files/user-error.ts';
import type { KeptMark } from './kept-values.ts';
import type { Origin } from './origin.ts';
import type { Parcel } from './parcel.ts';
import type { Share } from './share.ts';
import type { SiteState } from './site-state.ts';

/** A share of a site as it was made. */
export interface Part {
  readonly share: Share;
  readonly origin: Origin;
  readonly state: Omit<SiteState, 'kept'>;
  /** The values of years, see `KeptValues`. */
  readonly kept: Readonly<Record<string, KeptMark & { readonly value: unknown }>>;
  /** By their names. */
  readonly parcels: Readonly<Record<string, Parcel>>;
}

/** Where the parts of a site lie: its files, its generations of search, and beside them what they are. */
export const SITE_OF_PART = 'site';
export const SEARCH_OF_PART = 'search';
const FILE = 'part.json';

/** The folder of parts: `PARTS_DIR` of the environment, else `dist-parts`. */
export function partsDirOf(environment: Readonly<Record<string, string | undefined>>): string {
  const dir = environment['PARTS_DIR'];
  return dir === undefined || dir === '' ? 'dist-parts' : dir;
}

/** The folder of one part: `3-of-8`. */
export function partFolder(partsDir: string, { number, of }: Share): string {
  return join(partsDir, `${String(number)}-of-${String(of)}`);
}

/**
 * Makes ready the folder of a part: what stands there is no part any more until `writePart`. Throws a
 * `UserError` for one that holds something else.
 */
export function openPart(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const own = new Set([SITE_OF_PART, SEARCH_OF_PART, FILE]);
  if (readdirSync(folder).some((name) => !own.has(name) && !name.startsWith(`${SITE_OF_PART}.`)))
    throw new UserError(`“${folder}”里有别的文件，不是分片`, '用 PARTS_DIR 换一个文件夹');
  rmSync(join(folder, FILE), { force: true });
}

/** Ends a part whose files stand in their places. */
export function writePart(folder: string, part: Part): void {
  writeSealed(join(folder, FILE), JSON.stringify(part));
}

/** The part in a folder; null where it wasn't finished, or isn't what was written. */
export function readPart(folder: string): Part | null {
  const body = readSealed(join(folder, FILE));
  if (body === null) return null;
  const part: Part = JSON.parse(body);
  return part;
}

/** What lies in a folder of parts, by name; nothing where there is none. */
export function readParts(partsDir: string): ReadonlyMap<string, Part | null> {
  try {
    const folders = readdirSync(partsDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return new Map(folders.map(({ name }) => [name, readPart(join(partsDir, name))]));
  } catch {
    return new Map();
  }
}
