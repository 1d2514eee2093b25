import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EarlierGeneration } from './generation-plan.ts';
import type { Generation } from './manifest.ts';

/** A path below a generation, with the digest of what it holds. */
export type FileDigest = readonly [path: string, digest: string];

/** A generation that stands in the cache, file by file. */
export interface StoredGeneration
  extends EarlierGeneration, Pick<Generation, 'path' | 'kind' | 'records' | 'textBytes'> {
  /** Its files. They are many, and read when they are asked for; throws when they can't be, see `GenerationCache.isWhole`. */
  readonly files: () => readonly FileDigest[];
}

/** A generation as the state names it: what it is and its files lie in texts beside, under their digests. */
export interface NamedGeneration {
  readonly path: string;
  readonly isSealed: boolean;
  readonly about: string;
  readonly files: string;
}

/** Puts what a generation is beside its files, and names it for the state. */
export function nameGeneration(
  folder: string,
  { path, kind, records, textBytes, isSealed, meetings, files }: StoredGeneration,
): NamedGeneration {
  const put = (value: unknown): string => {
    const text = JSON.stringify(value);
    const name = `${digestOf(text)}.json`;
    putText(join(folder, name), text);
    return name;
  };
  const versions = meetings.map(({ id, day, digest, withheld }) => ({ id, day, digest, withheld }));
  const about = { path, kind, records, textBytes, meetings: versions };
  return { path, isSealed, about: put(about), files: put(files()) };
}

/** A generation that the state names; null when what it is isn't there as it was written. */
export function readGeneration(
  folder: string,
  { isSealed, about, files }: NamedGeneration,
): StoredGeneration | null {
  const text = readNamed(folder, about);
  if (text === null) return null;
  const known: Omit<StoredGeneration, 'files' | 'isSealed'> = JSON.parse(text);
  let listed: readonly FileDigest[] | null = null;
  return { ...known, isSealed, files: () => (listed ??= readFileList(folder, files)) };
}

/** The files in a list. Throws for one that isn't there as it was written. */
function readFileList(folder: string, name: string): readonly FileDigest[] {
  const text = readNamed(folder, name);
  if (text === null) throw new Error(`The list ${name} is damaged`);
  const files: readonly FileDigest[] = JSON.parse(text);
  return files;
}

function readNamed(folder: string, name: string): string | null {
  try {
    const text = readFileSync(join(folder, name), 'utf8');
    return `${digestOf(text)}.json` === name ? text : null;
  } catch {
    return null;
  }
}

/** Puts a text in the place of what was there, in one step. */
export function putText(file: string, text: string): void {
  const aside = `${file}.new`;
  writeFileSync(aside, text);
  renameSync(aside, file);
}

/** The digest of a file's bytes, as the cache states it. */
export function digestOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
