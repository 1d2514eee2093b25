import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { digestOfAll } from './digest.ts';
import { codeVersion, GENERATOR_ROOT } from './generator.ts';
import { isWhole, keepFolder, removeOld } from './kept-folder.ts';

/** The name of the file that is loaded first. */
const NAME = 'build';

/**
 * Where the compiled program of a version of the code is loaded from; null where the cache doesn't hold it, or
 * holds something else than was compiled.
 */
export function findProgram(cacheDir: string, code: string): string | null {
  const folder = join(rootOf(cacheDir), versionOf(code));
  return isWhole(folder) ? pathToFileURL(join(folder, `${NAME}.mjs`)).href : null;
}

/** Compiles the program as its sources are now, and keeps it. Rejects when it doesn't compile. */
export async function keepProgram(cacheDir: string): Promise<void> {
  const { compileProgram } = await import('./compile-program.ts');
  const code = codeVersion();
  const version = versionOf(code);
  await keepFolder(join(rootOf(cacheDir), version), async (aside) => {
    await compileProgram(aside, NAME);
    if (codeVersion() !== code) throw new Error('The sources changed while they were compiled');
  });
  removeOld(rootOf(cacheDir), version);
  // It knows modules by their place, and would never forget those of old versions.
  rmSync(nodeCache(cacheDir), { recursive: true, force: true });
}

/** Where Node keeps what it makes of modules when it loads them. */
export function nodeCache(cacheDir: string): string {
  return join(cacheDir, 'modules');
}

function rootOf(cacheDir: string): string {
  return join(cacheDir, 'program');
}

function versionOf(code: string): string {
  return digestOfAll([code, GENERATOR_ROOT, installed()]).replaceAll(/[-_]/gu, '');
}

/**
 * What npm says it has installed. The compiled program holds packages: those of the lock file, which the
 * version of the code counts, may not be there yet.
 */
function installed(): string {
  try {
    return readFileSync(join(GENERATOR_ROOT, 'node_modules', '.package-lock.json'), 'utf8');
  } catch {
    return '';
  }
}
