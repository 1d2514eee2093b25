/** `node bench/build/write-floor.ts SITE OUT`: writes files of the paths and sizes of a site, and nothing of use. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../src/publisher/site-files.ts';

const [, , site = '', out = ''] = process.argv;
const folders = new Set<string>();
let bytes = Buffer.alloc(1 << 20, 'x');
for (const path of filesBelow(site)) {
  const { size } = statSync(join(site, path));
  if (size > bytes.length) bytes = Buffer.alloc(size * 2, 'x');
  const file = join(out, path);
  const folder = dirname(file);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  writeFileSync(file, bytes.subarray(0, size));
}
