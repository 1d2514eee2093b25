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
    ...filesIn('src').sort(),
    ...filesIn('public').sort(),
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
  ];
  const hash = createHash('sha256');
  hash.update(`${process.versions.node}\n${process.versions['zlib'] ?? ''}\n`);
  for (const file of files) {
    const bytes = readFileSync(`${GENERATOR_ROOT}/${file}`);
    hash.update(`${file}\n${String(bytes.length)}\n`).update(bytes);
  }
  return hash.digest('base64url').slice(0, 22);
}

/** Paths from the root with forward slashes. */
function filesIn(folder: string): string[] {
  return readdirSync(`${GENERATOR_ROOT}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(path);
    return entry.isFile() ? [path] : [];
  });
}
