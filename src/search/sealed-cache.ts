import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderOf } from './generation-folders.ts';
import {
  digestOf,
  nameGeneration,
  putText,
  readGeneration,
  type FileDigest,
  type NamedGeneration,
  type StoredGeneration,
} from './stored-generation.ts';

/**
 * The generations of earlier builds in a folder. Nothing in it is trusted: a generation counts only
 * when this very generator has made it, and every file has its digest that is taken from here.
 */
export interface GenerationCache {
  readonly stored: readonly StoredGeneration[];
  /**
   * Whether the files of a folder of a generation, see `folderOf`, have their digests.
   *
   * @param isThere says of one, by its path below the search of the site, that it stands there as it was
   *   made: then nobody reads the one in the cache
   */
  isWhole(generation: StoredGeneration, folder: string, isThere: (path: string) => boolean): boolean;
  /** Puts a generation's files into the cache. */
  store(generation: StoredGeneration, files: ReadonlyMap<string, Uint8Array>): void;
  /** Puts files of a stored generation below `root`, by their paths below it. */
  publish(generation: StoredGeneration, root: string, paths: readonly string[]): void;
  /** Remembers these generations and removes all others from the folder. */
  keep(generations: readonly StoredGeneration[]): void;
  /** A text that the generator makes of nothing but itself, as it was made before; it has to be made where it wasn't. */
  keepText(this: void, name: string, make: () => Promise<string>): Promise<string>;
}

const STATE = 'state.json';
/** How the names of texts end that are kept for themselves. */
const TEXT = '.text';

interface State {
  readonly generator: string;
  readonly generations: readonly NamedGeneration[];
}

/**
 * Opens the cache in `folder`.
 *
 * @param generator names the code and the tools that make generations
 */
export function openCache(folder: string, generator: string): GenerationCache {
  const filesOf = ({ path }: Pick<StoredGeneration, 'path'>): string => join(folder, path);
  const state = readState(folder);
  const named = new Map<StoredGeneration, NamedGeneration>();
  for (const each of state?.generator === generator ? state.generations : []) {
    const stored = readGeneration(folder, each);
    if (stored !== null) named.set(stored, each);
  }
  return {
    stored: [...named.keys()],
    isWhole: (generation, wanted, isThere) =>
      isWhole(
        filesOf(generation),
        () => filesBelow(generation, wanted),
        (path) => isThere(generation.path + path),
      ),
    store(generation, files) {
      rmSync(filesOf(generation), { recursive: true, force: true });
      writeFiles(filesOf(generation), files);
    },
    publish(generation, root, paths) {
      linkFiles(filesOf(generation), join(root, generation.path), paths);
    },
    keep(generations) {
      mkdirSync(folder, { recursive: true });
      const kept = generations.map((each) => named.get(each) ?? nameGeneration(folder, each));
      const content = JSON.stringify({ generator, generations: kept } satisfies State);
      putText(join(folder, STATE), JSON.stringify({ digest: digestOf(content), content }));
      const names = kept.flatMap(({ path, about, files }) => [path.slice(0, -1), about, files]);
      const used = new Set([STATE, ...names]);
      for (const name of readdirSync(folder))
        if (!used.has(name) && !name.endsWith(TEXT)) rmSync(join(folder, name), { recursive: true });
    },
    async keepText(name, make) {
      const file = join(folder, name + TEXT);
      const known = readSealed(file, generator);
      if (known !== null) return known;
      const text = await make();
      mkdirSync(folder, { recursive: true });
      putText(file, JSON.stringify({ digest: digestOf(generator + text), content: text }));
      return text;
    },
  };
}

/** Whether generations are said to be in a folder that a generator has made; nobody has looked at them yet. */
export function hasGenerations(folder: string, generator: string): boolean {
  const state = readState(folder);
  return state?.generator === generator && state.generations.length > 0;
}

/**
 * Joins the generations that `makeGenerations` has kept in several folders. Nothing is joined where one of
 * them is damaged or another generator's: then all are made anew, as from the beginning.
 */
export function joinCaches(folders: readonly string[], into: string): void {
  const states = folders.map((folder) => ({ folder, state: readState(folder) }));
  const generators = new Set(states.map(({ state }) => state?.generator));
  const [generator, ...others] = generators;
  if (generator === undefined || others.length > 0) return;
  const all = states.flatMap(({ folder, state }) =>
    (state?.generations ?? []).map((each) => ({ folder, generation: readGeneration(folder, each) })),
  );
  const whole = all.flatMap(({ folder, generation }) => {
    const isGood = generation !== null && isWhole(join(folder, generation.path), generation.files);
    return isGood ? [{ folder, generation }] : [];
  });
  if (whole.length < all.length) return;
  for (const { folder, generation } of whole) {
    const paths = generation.files().map(([path]) => path);
    linkFiles(join(folder, generation.path), join(into, generation.path), paths);
  }
  openCache(into, generator).keep(whole.map(({ generation }) => generation));
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

/** The files of a folder of a generation. */
function filesBelow({ files }: StoredGeneration, folder: string): readonly FileDigest[] {
  return files().filter(([path]) => folderOf(path) === folder);
}

/** What is kept in a folder; null when there is nothing, or it isn't what was written. */
function readState(folder: string): State | null {
  const content = readSealed(join(folder, STATE), '');
  if (content === null) return null;
  const state: State = JSON.parse(content);
  return state;
}

/** The text in a file that stands there with the digest of a generator and it; null where it doesn't. */
function readSealed(file: string, generator: string): string | null {
  try {
    const { digest, content }: { digest: string; content: string } = JSON.parse(readFileSync(file, 'utf8'));
    return digestOf(generator + content) === digest ? content : null;
  } catch {
    return null;
  }
}

function isWhole(
  root: string,
  filesOf: () => readonly FileDigest[],
  isThere: (path: string) => boolean = () => false,
): boolean {
  try {
    return filesOf().every(
      ([path, digest]) => isThere(path) || digestOf(readFileSync(join(root, path))) === digest,
    );
  } catch {
    return false;
  }
}
