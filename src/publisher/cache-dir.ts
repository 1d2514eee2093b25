import { join } from 'node:path';
import { GENERATOR_ROOT } from './generator.ts';

/** Where builds keep what they can use again: `CACHE_DIR` of the environment, else `.cache` beside the sources. */
export function cacheDirOf(environment: Readonly<Record<string, string | undefined>>): string {
  const dir = environment['CACHE_DIR'];
  return dir === undefined || dir === '' ? join(GENERATOR_ROOT, '.cache') : dir;
}
