import { copyFileSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { joinCaches } from '../search/sealed-cache.ts';
import { SEARCH_OF_PART, SITE_OF_PART, type Part } from './part.ts';
import { filesBelow } from './site-files.ts';
import { joinTables } from './made-tables.ts';
import type { Parcel, ParcelMark } from './parcel.ts';
import { writeState, type SiteState, type WrittenFile } from './site-state.ts';
import { formatParcel } from './stored-parcel.ts';

/**
 * Puts parts together as if one build had left all of them and stopped before the rest: a build of `target`
 * then makes what is missing, and whatever turns out to be something else than it should.
 *
 * @param parts by their folders
 * @param siteCache the caches of `target`
 */
export function joinParts(
  parts: ReadonlyMap<string, Part>,
  { target, siteCache }: { readonly target: string; readonly siteCache: string },
): void {
  for (const folder of [target, siteCache]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const carry = carrier();
  for (const folder of parts.keys())
    for (const path of filesBelow(join(folder, SITE_OF_PART)))
      carry(join(folder, SITE_OF_PART, path), join(target, path));
  const folders = [...parts.keys()].map((folder) => join(folder, SEARCH_OF_PART));
  joinCaches(folders, join(siteCache, 'search'));
  const joined = [...parts.values()];
  const [first] = joined;
  if (first === undefined) return;
  const names = new Set(joined.flatMap((part) => Object.keys(part.parcels)));
  const parcels = new Map(
    [...names].map((name) => [name, joinParcels(joined.flatMap((part) => part.parcels[name] ?? []))]),
  );
  const state: SiteState = {
    ...first.state,
    parcels: Object.fromEntries([...names].map((name) => [name, UNKNOWN])),
    kept: Object.fromEntries(
      joined.flatMap(({ kept }) =>
        Object.entries(kept).map(([key, { value, ...mark }]) => [key, { ...mark, value: () => value }]),
      ),
    ),
  };
  const fresh = new Map(
    [...parcels].map(([name, parcel]) => [name, formatParcel(Object.entries(parcel.files), parcel)]),
  );
  writeState(siteCache, state, fresh, null);
}

/** Of a parcel whose files have to be looked at one by one. */
const UNKNOWN: ParcelMark = { facets: [], inputs: '', standing: '', files: 0, pages: 0, listed: {} };

/**
 * What parts have made of one parcel as if one build had. Files come from other machines: their times say
 * nothing here, so that each is read and held against its hash.
 */
export function joinParcels(parts: readonly Parcel[]): Parcel {
  const files = parts.flatMap((part) => Object.entries(part.files));
  // The lists of facets stand behind each other, and numbers of them move along.
  let behind = 0;
  const made = parts.flatMap((part) => {
    const start = behind;
    behind += part.facets.length;
    return Object.entries(part.made).map(
      ([path, file]) => [path, { ...file, facets: file.facets + start }] as const,
    );
  });
  return {
    files: Object.fromEntries(files.map(([path, file]) => [path, untimed(file)])),
    made: Object.fromEntries(made),
    tables: joinTables(parts.map(({ tables }) => tables)),
    facets: parts.flatMap(({ facets }) => facets),
  };
}

function untimed(file: WrittenFile): WrittenFile {
  return { ...file, time: -1 };
}

/** Links files to other places, or copies them where two disks meet. */
function carrier(): (from: string, to: string) => void {
  const folders = new Set<string>();
  let canLink = true;
  return (from, to) => {
    const folder = dirname(to);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    if (canLink) {
      try {
        linkSync(from, to);
        return;
      } catch {
        canLink = false;
      }
    }
    copyFileSync(from, to);
  };
}
