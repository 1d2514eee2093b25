import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from './digest.ts';
import type { KeptValue } from './kept-values.ts';

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
  /** What it has read of the corpus, as a number among `SiteState.facets`, and the digest of all that. */
  readonly facets: number;
  readonly inputs: string;
  /** The files, where one piece of work makes several. */
  readonly paths?: readonly string[];
}

/** A table of rows, and where those of each meeting lie in it. */
export interface MadeTable {
  /** The digest of its head and foot. */
  readonly frame: string;
  readonly rows: readonly (readonly [id: string, inputs: string, start: number, end: number])[];
}

/** What the last build of a site left. */
export interface SiteState {
  /** Of the code, the addresses and the settings: of another version nothing counts. */
  readonly version: string;
  /** What the built files were held against. */
  readonly gate: string;
  readonly search: string;
  /** By path below the root of the site. */
  readonly files: Readonly<Record<string, WrittenFile>>;
  readonly made: Readonly<Record<string, MadeFile>>;
  /** The lists of facets that files have read, each once. */
  readonly facets: readonly (readonly string[])[];
  /** Values of years by name and year, see `KeptValues`. */
  readonly kept: Readonly<Record<string, KeptValue>>;
  readonly tables: Readonly<Record<string, MadeTable>>;
  /** What the build reported. */
  readonly report: StoredReport;
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

/** The name of the state in the caches of its site. */
export const STATE_FILE = 'state.json';

/** Why there is no state to build on. */
export type NoState = 'none' | 'damaged';

/** The state in a folder; never one that isn't what was written. */
export function readState(folder: string): SiteState | NoState {
  let text: string;
  try {
    text = readFileSync(join(folder, STATE_FILE), 'utf8');
  } catch {
    return 'none';
  }
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (text.slice(0, end) !== sha256Of(body)) return 'damaged';
  const state: SiteState = JSON.parse(body);
  return state;
}

export function writeState(folder: string, state: SiteState): void {
  mkdirSync(folder, { recursive: true });
  const body = JSON.stringify(state);
  const aside = join(folder, `${STATE_FILE}.${String(process.pid)}`);
  writeFileSync(aside, `${sha256Of(body)}\n${body}`);
  renameSync(aside, join(folder, STATE_FILE));
}
