import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { filesOf } from './page.ts';

/** The bytes of every file of a site, what is packed taken out of its package. */
export function unpackedFiles(dir: string): readonly { readonly file: string; readonly bytes: Buffer }[] {
  return filesOf(dir).map((file) => {
    const bytes = readFileSync(join(dir, file));
    if (file.endsWith('.zip')) return { file, bytes: Buffer.concat(Object.values(unzipSync(bytes))) };
    return { file, bytes: bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes };
  });
}
