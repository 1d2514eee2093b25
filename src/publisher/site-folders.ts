import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from './digest.ts';

/** Where the new files of a site stand until they are brought to their place. */
export function stagedFolder(target: string): string {
  return `${target}.building-${String(process.pid)}`;
}

/** Puts the new folder in the place of the old one: two renames, so that nothing is ever half there. */
export function swapFolders(fresh: string, target: string): void {
  const old = `${target}.old-${String(process.pid)}`;
  mkdirSync(dirname(target), { recursive: true });
  const had = existsSync(target);
  if (had) renameSync(target, old);
  renameSync(fresh, target);
  if (had) rmSync(old, { recursive: true, force: true });
}

/** The name of the caches of one site: they hold what stands in its folder. */
export function siteCacheOf(cacheDir: string, target: string): string {
  return join(cacheDir, 'sites', digestOf(target).replaceAll(/[-_]/gu, ''));
}
