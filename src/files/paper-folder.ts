import { join } from 'node:path';

/** The folder of the paper documents: `PDF_DIR` of the environment, else `.cache/pdf`. */
export function paperDirOf(environment: Readonly<Record<string, string | undefined>>): string {
  const dir = environment['PDF_DIR'];
  return dir === undefined || dir === '' ? '.cache/pdf' : dir;
}

export function manifestPath(dir: string): string {
  return join(dir, 'manifest.json');
}
