import { cpSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { codeVersion } from '../publisher/generator.ts';
import { originOf } from '../publisher/origin.ts';
import { openPart, partFolder, SEARCH_OF_PART, SITE_OF_PART, writePart } from '../publisher/part.ts';
import { siteCacheOf } from '../publisher/site-folders.ts';
import { portionOf, type Share } from '../publisher/share.ts';
import { readState } from '../publisher/site-state.ts';
import type { BuildReport } from './build-report.ts';
import { buildSite, type BuildRun } from './build-site.ts';

/** What a share is made of and where it goes. */
export interface PartRun extends Omit<BuildRun, 'outDir' | 'portion' | 'preview'> {
  readonly partsDir: string;
  readonly share: Share;
}

/**
 * Builds a share of a site into a folder of its own below `partsDir`, for `assembleSite`. The whole content
 * is checked: a fault forbids every share. Rejects as `buildSite` does, and with a `UserError` when the
 * folder holds something else.
 */
export async function buildPart({ partsDir, share, ...run }: PartRun): Promise<BuildReport> {
  const folder = resolve(partFolder(partsDir, share));
  const outDir = join(folder, SITE_OF_PART);
  const origin = await originOf(run.contentDir, run.code ?? codeVersion());
  openPart(folder);
  const report = await buildSite({ ...run, outDir, preview: false, portion: portionOf(share) });
  if (!report.written) return report;
  const siteCache = siteCacheOf(run.cacheDir, outDir);
  const state = readState(siteCache);
  if (typeof state === 'string') throw new Error(`The build has left a state that is ${state}`);
  const search = join(folder, SEARCH_OF_PART);
  rmSync(search, { recursive: true, force: true });
  if (existsSync(join(siteCache, 'search'))) cpSync(join(siteCache, 'search'), search, { recursive: true });
  const { parcel, sums: _sums, stored: _stored, kept: values, ...own } = state;
  const names = Object.keys(own.parcels);
  const parcels = Object.fromEntries(names.map((name) => [name, parcel(name)]));
  const kept = Object.fromEntries(
    Object.entries(values).map(([key, { value, ...mark }]) => [key, { ...mark, value: value() }]),
  );
  writePart(folder, { share, origin, state: own, kept, parcels });
  return report;
}
