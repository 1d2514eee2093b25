import type { FileFacts } from '../exporters/export.ts';
import { folderOf } from '../search/generation-folders.ts';
import { SEARCH_FOLDER } from '../search/manifest.ts';
import { NO_TABLES, type MadeTables } from './made-tables.ts';
import type { MadeFile, WrittenFile } from './site-state.ts';

/**
 * What of a site was made with one year of addresses, as a folder of a generation of search, or beside those (`REST`).
 * One in which nothing has changed is kept as a whole, and nobody looks at its thousands of files one by one.
 */
export interface Parcel {
  /** By path below the root of the site. */
  readonly files: Readonly<Record<string, WrittenFile>>;
  readonly made: Readonly<Record<string, MadeFile>>;
  /** The lists of facets that its files have read, each once. */
  readonly facets: readonly (readonly string[])[];
  readonly tables: MadeTables;
}

/** What a build has to know of a parcel before it opens it. */
export interface ParcelMark {
  /** What its files rest on beside the documents of its year, and the digest of all that and of those. */
  readonly facets: readonly string[];
  readonly inputs: string;
  /** See `standingOf`. */
  readonly standing: string;
  readonly files: number;
  readonly pages: number;
  /** What lists may say of its files, see `isListed`. */
  readonly listed: Readonly<Record<string, FileFacts>>;
}

/** The parcel of everything that no year has. */
export const REST = '';

export const NO_PARCEL: Parcel = { files: {}, made: {}, facets: [], tables: NO_TABLES };

/**
 * The parcel of a file by its path: the folder of a generation of search (`foldersOf`), or the year that it names;
 * `REST` where it names none. The pages of documents are of no year: they follow documents into other years, so that
 * a change of those would open the whole year for them.
 */
export function parcelOf(path: string): string {
  if (path.startsWith(SEARCH_FOLDER)) return searchParcelOf(path);
  if (path.startsWith('documents/')) return REST;
  return /(?:^|\/)(\d{4})(?:-\d\d)?(?:\/|\.\w+$)/u.exec(path)?.[1] ?? REST;
}

/** Whether a parcel is of a year. */
export function isYear(name: string): boolean {
  return /^\d{4}$/u.test(name);
}

function searchParcelOf(path: string): string {
  const end = path.indexOf('/', SEARCH_FOLDER.length) + 1;
  return end === 0 ? REST : path.slice(0, end) + folderOf(path.slice(end));
}

/** Whether a file is about a whole year: `data/zip/2022.zip`, and not `data/json/2022/1036.json`. */
export function isListed(path: string): boolean {
  return /^(?:(?!\d{4}\/)[^/]+\/)+\d{4}\.\w+$/u.test(path);
}
