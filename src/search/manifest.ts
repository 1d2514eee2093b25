/**
 * `search.json`, the one file of search that changes its content under the same name. It names the
 * generations: directories whose names are hashes of what they hold, so that everything else may be
 * cached for ever and never mixes with files of another build.
 */
export interface Manifest {
  readonly format: typeof MANIFEST_FORMAT;
  /** Newest first. */
  readonly generations: readonly Generation[];
  /** The file of the names of bureaus. */
  readonly names: string;
  /** The file of characters that are written in two ways. */
  readonly variants: string;
}

/** What finds words in a generation: the pair index, Pagefind, or a scan of all its texts. */
export const INDEX_KINDS = ['pairs', 'pagefind', 'text'] as const;
export type IndexKind = (typeof INDEX_KINDS)[number];

export interface Generation {
  /** Its directory, with a slash at its end. */
  readonly path: string;
  readonly kind: IndexKind;
  readonly records: number;
  /** How many bytes a file of texts has on average: what looking into a record costs. */
  readonly textBytes: number;
  /** Meetings (counted in its table) whose record another generation holds, or none any more. */
  readonly superseded: readonly number[];
}

/** Where the files of search stand below the site's base path. */
export const SEARCH_FOLDER = 'search/data/';

/** Pagefind itself, the version of the indexes that are made: what a portal runs on those of its members. */
export const PROGRAM_FOLDER = 'search/pagefind-1.6.0/';

/** Raised when an older client couldn't read the files. */
export const MANIFEST_FORMAT = 3;
export const MANIFEST_PATH = 'search.json';
/** The table of a generation's records. */
export const TABLE_PATH = 'records.pack';
/** About how long each of its records is. */
export const LENGTHS_PATH = 'lengths.pack';
/** What a query that finds nothing may have meant. */
export const PHRASES_PATH = 'phrases.pack';

/** Reads a manifest; null for anything that isn't one this client understands. */
export function parseManifest(value: unknown): Manifest | null {
  if (typeof value !== 'object' || value === null) return null;
  const { format, generations, names, variants }: Partial<Record<keyof Manifest, unknown>> = value;
  if (format !== MANIFEST_FORMAT || !Array.isArray(generations)) return null;
  if (typeof names !== 'string' || typeof variants !== 'string') return null;
  return generations.every(isGeneration) ? { format, generations, names, variants } : null;
}

function isGeneration(value: unknown): value is Generation {
  if (typeof value !== 'object' || value === null) return false;
  const { path, kind, records, textBytes, superseded }: Partial<Record<keyof Generation, unknown>> = value;
  return (
    typeof path === 'string' &&
    INDEX_KINDS.some((each) => each === kind) &&
    typeof records === 'number' &&
    typeof textBytes === 'number' &&
    Array.isArray(superseded)
  );
}
