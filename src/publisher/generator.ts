import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the generator itself, with its sources, its lock file and `public/`. */
export const GENERATOR_ROOT = join(import.meta.dirname, '..', '..');

/**
 * The version of everything that decides the bytes of a site but its content and addresses: all sources
 * and assets, the configuration, the packages, and Node.
 */
export function codeVersion(): string {
  const files = [
    ...filesIn('src'),
    ...filesIn('public'),
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
  ];
  const hash = createHash('sha256');
  hash.update(`${process.versions.node}\n${process.versions['zlib'] ?? ''}\n`);
  for (const file of files) {
    const bytes = readFileSync(join(GENERATOR_ROOT, file));
    hash.update(`${file}\n${String(bytes.length)}\n`).update(bytes);
  }
  return hash.digest('base64url').slice(0, 22);
}

/** Paths from the root with forward slashes, sorted by code unit. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(join(GENERATOR_ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(GENERATOR_ROOT.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
