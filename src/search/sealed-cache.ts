import { createHash } from 'node:crypto';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { EarlierGeneration } from './generation-plan.ts';
import type { Generation } from './manifest.ts';

/** A generation that stands in the cache, file by file. */
export interface StoredGeneration
  extends EarlierGeneration, Pick<Generation, 'path' | 'kind' | 'records' | 'textBytes'> {
  /** Paths below the generation, with the digest of what they hold. */
  readonly files: readonly (readonly [path: string, digest: string])[];
}

/**
 * The generations of earlier builds in a folder. Nothing in it is trusted: a generation counts only
 * when this very generator has made it and every file has its digest.
 */
export interface GenerationCache {
  readonly stored: readonly StoredGeneration[];
  /** Puts a generation's files into the cache. */
  store(generation: StoredGeneration, files: ReadonlyMap<string, Uint8Array>): void;
  /** Puts a stored generation's files below `root`, but for those that `isWanted` refuses. */
  publish(generation: StoredGeneration, root: string, isWanted: (path: string) => boolean): void;
  /** Remembers these generations and removes all others from the folder. */
  keep(generations: readonly StoredGeneration[]): void;
}

const STATE = 'state.json';

interface State {
  readonly generator: string;
  readonly generations: readonly StoredGeneration[];
}

/**
 * Opens the cache in `folder`.
 *
 * @param generator names the code and the tools that make generations
 * @param isThere says of a file, by its path below the search of the site, that it stands there as it was
 *   made: then nobody reads the one in the cache
 */
export function openCache(
  folder: string,
  generator: string,
  isThere: (path: string) => boolean = () => false,
): GenerationCache {
  const filesOf = ({ path }: StoredGeneration): string => join(folder, path);
  return {
    stored: generationsOf(readState(folder), generator).filter((each) =>
      isWhole(filesOf(each), each, (path) => isThere(each.path + path)),
    ),
    store(generation, files) {
      rmSync(filesOf(generation), { recursive: true, force: true });
      writeFiles(filesOf(generation), files);
    },
    publish(generation, root, isWanted) {
      const paths = generation.files.map(([path]) => path).filter(isWanted);
      linkFiles(filesOf(generation), join(root, generation.path), paths);
    },
    keep(generations) {
      mkdirSync(folder, { recursive: true });
      const content = JSON.stringify({ generator, generations } satisfies State);
      const aside = join(folder, `${STATE}.new`);
      writeFileSync(aside, JSON.stringify({ digest: digestOf(content), content }));
      renameSync(aside, join(folder, STATE));
      const kept = new Set([STATE, ...generations.map(({ path }) => path.replace(/\/$/u, ''))]);
      for (const name of readdirSync(folder))
        if (!kept.has(name)) rmSync(join(folder, name), { recursive: true });
    },
  };
}

/** Whether generations are said to be in a folder that a generator has made; nobody has looked at them yet. */
export function hasGenerations(folder: string, generator: string): boolean {
  return generationsOf(readState(folder), generator).length > 0;
}

/**
 * Joins the generations that `makeGenerations` has kept in several folders. Nothing is joined where one of
 * them is damaged or another generator's: then all are made anew, as from the beginning.
 */
export function joinCaches(folders: readonly string[], into: string): void {
  const states = folders.map((folder) => ({ folder, state: readState(folder) }));
  const generators = new Set(states.map(({ state }) => state?.generator));
  const [generator, ...others] = generators;
  const areWhole = states.every(
    ({ folder, state }) =>
      state?.generations.every((each) => isWhole(join(folder, each.path), each)) === true,
  );
  if (generator === undefined || others.length > 0 || !areWhole) return;
  const all: StoredGeneration[] = [];
  for (const { folder, state } of states)
    for (const each of state?.generations ?? []) {
      const paths = each.files.map(([path]) => path);
      linkFiles(join(folder, each.path), join(into, each.path), paths);
      all.push(each);
    }
  openCache(into, generator).keep(all);
}

/** The digest of a file's bytes, as the cache states it. */
export function digestOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

/** Writes files, making the folders they need. */
export function writeFiles(root: string, files: ReadonlyMap<string, Uint8Array>): void {
  const made = new Set<string>();
  for (const [path, bytes] of files) {
    const target = join(root, path);
    makeFolder(dirname(target), made);
    writeFileSync(target, bytes);
  }
}

function linkFiles(from: string, to: string, paths: readonly string[]): void {
  const made = new Set<string>();
  let canLink = true;
  for (const path of paths) {
    const target = join(to, path);
    makeFolder(dirname(target), made);
    if (canLink) canLink = maybeLink(join(from, path), target);
    if (!canLink) copyFileSync(join(from, path), target);
  }
}

/** Whether the file could be linked; not over the border of two disks. */
function maybeLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

function makeFolder(folder: string, made: Set<string>): void {
  if (made.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  made.add(folder);
}

function generationsOf(state: State | null, generator: string): readonly StoredGeneration[] {
  return state?.generator === generator ? state.generations : [];
}

/** What is kept in a folder; null when there is nothing, or it isn't what was written. */
function readState(folder: string): State | null {
  try {
    const { digest, content }: { digest: string; content: string } = JSON.parse(
      readFileSync(join(folder, STATE), 'utf8'),
    );
    if (digestOf(content) !== digest) return null;
    const state: State = JSON.parse(content);
    return state;
  } catch {
    return null;
  }
}

function isWhole(
  root: string,
  { files }: StoredGeneration,
  isThere: (path: string) => boolean = () => false,
): boolean {
  try {
    return files.every(
      ([path, digest]) => isThere(path) || digestOf(readFileSync(join(root, path))) === digest,
    );
  } catch {
    return false;
  }
}
