import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Folders of the caches that are made once for each version of the code, each with the digests of its files. */

const DIGESTS = 'digests.json';
/** How many versions stay: those that take turns in one cache, and those before an update. */
const KEPT = 4;

/** Whether a folder stands as it was made. */
export function isWhole(folder: string): boolean {
  try {
    return readFileSync(join(folder, DIGESTS), 'utf8') === JSON.stringify(digestsOf(folder));
  } catch {
    return false;
  }
}

/** Makes a folder aside and puts it in its place; one that stands there whole stays. */
export async function keepFolder(folder: string, make: (aside: string) => Promise<void>): Promise<void> {
  const aside = `${folder}.${String(process.pid)}`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  try {
    await make(aside);
    writeFileSync(join(aside, DIGESTS), JSON.stringify(digestsOf(aside)));
    if (existsSync(folder) && !isWhole(folder)) rmSync(folder, { recursive: true });
    // Another build may have been faster; its folder is the same.
    if (!existsSync(folder)) renameSync(aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Removes the versions that are older than the last few. */
export function removeOld(root: string, version: string): void {
  const others = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== version && !entry.name.includes('.'))
    .map(({ name }) => ({ name, when: statSync(join(root, name)).mtimeMs }))
    .sort((one, other) => other.when - one.when);
  for (const { name } of others.slice(KEPT - 1)) rmSync(join(root, name), { recursive: true, force: true });
}

function digestsOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== DIGESTS)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      file.slice(folder.length + 1),
      createHash('sha256').update(readFileSync(file)).digest('base64url'),
    ]),
  );
}
