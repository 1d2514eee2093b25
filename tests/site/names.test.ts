import { describe, expect, inject, test } from 'vitest';
import { filesOf } from './page.ts';

const sites = inject('sites');

/** What Windows keeps for itself, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

describe.for([sites.real, sites.city, sites.told].map(({ dir }) => dir))('the files of %s', (dir) => {
  const files = filesOf(dir);

  test('can lie on a disk that does not tell upper from lower case', () => {
    const folded = files.map((path) => path.toLowerCase());
    expect(files.filter((_, at) => folded.indexOf(folded[at] ?? '') !== at)).toEqual([]);
    // A folder in two cases would be one there, with the files of both.
    const folders = new Set(files.flatMap((path) => path.split('/').slice(0, -1)));
    expect(new Set([...folders].map((name) => name.toLowerCase())).size).toBe(folders.size);
  });

  test('have names that every disk and every server takes', () => {
    const names = files.flatMap((path) => path.split('/'));
    expect(names.filter((name) => !/^[A-Za-z0-9._-]+(?<!\.)$/u.test(name) || RESERVED.test(name))).toEqual(
      [],
    );
  });
});
