import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hashes } from '../proof/sums.ts';

/** How many files are open at a time. */
const BATCH = 16;

/**
 * The SHA-256 of every file of a folder, by path with forward slashes, in the order of paths. What is
 * `known` of a path is taken as it is, and the file isn't read. Rejects when there is no such folder.
 */
export async function hashFolder(folder: string, known: Hashes = new Map()): Promise<Hashes> {
  const paths = await filesOf(folder);
  const hashes = new Map<string, string>();
  for (let at = 0; at < paths.length; at += BATCH) {
    const batch = await Promise.all(
      paths.slice(at, at + BATCH).map(async (path) => {
        const hash = known.get(path) ?? hashOf(await readFile(join(folder, path)));
        return [path, hash] as const;
      }),
    );
    for (const [path, hash] of batch) hashes.set(path, hash);
  }
  return hashes;
}

/** The SHA-256 of bytes, as 64 hexadecimal digits. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, 'x').length - 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}
