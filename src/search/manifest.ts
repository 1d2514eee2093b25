/**
 * `pagefind/search.json`, the one file of search that changes its content under the same name. It
 * names the generations: sealed directories whose names are hashes of what they hold, so that
 * everything else may be cached for ever and never mixes with files of another build.
 */
export interface Manifest {
  readonly format: typeof MANIFEST_FORMAT;
  /** Newest first; records are numbered through all of them in this order. */
  readonly generations: readonly Generation[];
}

export interface Generation {
  /** Its directory below `pagefind/`. */
  readonly path: string;
  readonly records: number;
}

/** Raised when an older client couldn't read the files. */
export const MANIFEST_FORMAT = 1;
export const MANIFEST_PATH = 'search.json';
/** The table of a generation's records. */
export const TABLE_PATH = 'records.pack';

/** Reads a manifest; null for anything that isn't one this client understands. */
export function parseManifest(value: unknown): Manifest | null {
  if (typeof value !== 'object' || value === null || !('format' in value) || !('generations' in value))
    return null;
  const { format, generations } = value;
  if (format !== MANIFEST_FORMAT || !Array.isArray(generations)) return null;
  return generations.every(isGeneration) ? { format, generations } : null;
}

function isGeneration(value: unknown): value is Generation {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    typeof value.path === 'string' &&
    'records' in value &&
    typeof value.records === 'number'
  );
}
