import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { readSealed, sealed } from '../files/sealed-text.ts';

/** What a finished build still has to do to the site: nothing of it can fail but by the machine's end. */
export interface Change {
  readonly target: string;
  /** The folder of the new files, on the same disk. */
  readonly staged: string;
  /** Paths to move there, in this order: what others lead to comes before them. */
  readonly moved: readonly string[];
  readonly deleted: readonly string[];
}

const FILE = 'change.json';

/**
 * Brings a change to the site file by file. Every file is whole at every moment, new pages come before
 * the lists that lead to them, and what is gone goes last. The change is written down before, so that the
 * next build finishes it if the machine stops in between.
 */
export function commitChange(folder: string, change: Change): void {
  mkdirSync(folder, { recursive: true });
  const body = JSON.stringify(change);
  const file = join(folder, FILE);
  const aside = `${file}.new`;
  writeFileSync(aside, sealed(body));
  const handle = openSync(aside, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(aside, file);
  apply(change);
  rmSync(file);
}

/** Finishes what a killed build had begun to bring to its site; whether there was anything. */
export function finishChange(folder: string): boolean {
  const file = join(folder, FILE);
  if (!existsSync(file)) return false;
  const body = readSealed(file);
  if (body !== null) {
    const change: Change = JSON.parse(body);
    apply(change);
  }
  rmSync(file);
  return true;
}

function apply({ target, staged, moved, deleted }: Change): void {
  const folders = new Set<string>();
  for (const path of moved) {
    const from = join(staged, path);
    const to = join(target, path);
    const folder = dirname(to);
    // Moved already by the build that was killed.
    if (!existsSync(from)) continue;
    if (!folders.has(folder)) makeFolder(target, dirname(path));
    folders.add(folder);
    if (lstatSync(to, { throwIfNoEntry: false })?.isDirectory() === true) rmSync(to, { recursive: true });
    renameSync(from, to);
  }
  for (const path of deleted) {
    rmSync(join(target, path), { force: true, recursive: true });
    removeEmpty(target, dirname(path));
  }
  rmSync(staged, { recursive: true, force: true });
}

/** Makes a folder of the site, where somebody may have put a file. */
function makeFolder(target: string, folder: string): void {
  const parts = folder.split('/');
  for (const at of parts.keys()) {
    const part = join(target, ...parts.slice(0, at + 1));
    if (lstatSync(part, { throwIfNoEntry: false })?.isFile() === true) rmSync(part);
  }
  mkdirSync(join(target, folder), { recursive: true });
}

function removeEmpty(target: string, folder: string): void {
  for (let at = folder; at !== '.' && at !== ''; at = dirname(at)) {
    try {
      rmdirSync(join(target, at));
    } catch {
      return;
    }
  }
}
