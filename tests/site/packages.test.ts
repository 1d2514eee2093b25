import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, inject, test } from 'vitest';

const sites = inject('sites');
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe.for([
  ['the real minutes', sites.real],
  ['the fictional city', sites.city],
] as const)('%s', ([, { dir }]) => {
  // The search for leaks rests on this: it looks at the files and leaves their copies in packages alone.
  test('packages hold nothing but copies of files of the site, and a word about them', () => {
    const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    const digests = new Set(files.map((each) => digestOf(readFileSync(join(each.parentPath, each.name)))));
    const folder = join(dir, 'data/zip');
    const packages = readdirSync(folder);
    expect(packages.length).toBeGreaterThan(1);
    const others = packages.flatMap((name) =>
      Object.entries(unzipSync(readFileSync(join(folder, name))))
        .filter(([, bytes]) => !digests.has(digestOf(bytes)))
        .map(([path]) => `${name} ${path}`),
    );
    expect(others).toEqual(['all.zip README.txt']);
  });
});
