import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { parcelOf, standingOf } from './parcel.ts';
import { filesBelow } from './site-files.ts';

/**
 * What stands in the folder of a site, by the names of parcels: the paths, sizes and times of the files of
 * each as one digest, see `standingOf`. What is no file has no size and no time.
 */
export function readStanding(target: string): ReadonlyMap<string, string> {
  const files = filesBelow(target).map((path) => {
    const found = lstatSync(join(target, path), { throwIfNoEntry: false });
    return [path, found?.isFile() === true ? { size: found.size, time: found.mtimeMs } : NO_FILE] as const;
  });
  return new Map(
    [...Map.groupBy(files, ([path]) => parcelOf(path))].map(([name, own]) => [name, standingOf(own)]),
  );
}

const NO_FILE = { size: -1, time: -1 };
