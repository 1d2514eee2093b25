import { renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../files/user-error.ts';
import { codeVersion } from '../publisher/generator.ts';
import { joinParts } from '../publisher/join-parts.ts';
import { clearLeftovers } from '../publisher/leftovers.ts';
import { takeLock } from '../publisher/lock.ts';
import { misfitOf } from '../publisher/misfit.ts';
import { originOf } from '../publisher/origin.ts';
import { readParts, type Part } from '../publisher/part.ts';
import { siteCacheOf, stagedFolder, swapFolders } from '../publisher/site-folders.ts';
import { checkTarget } from '../publisher/target.ts';
import type { BuildReport } from './build-report.ts';
import { buildSite, type BuildRun } from './build-site.ts';

export interface AssemblyRun extends Omit<BuildRun, 'portion' | 'preview' | 'clean'> {
  readonly partsDir: string;
}

/**
 * Puts the shares of a site together, makes what is made of all of them, and brings the whole to its place:
 * the bytes of one build from the beginning. Rejects with a `UserError` when a share is missing, is there
 * twice, is damaged, or was made of anything else than what lies here; and as `buildSite` does.
 */
export async function assembleSite({ partsDir, ...run }: AssemblyRun): Promise<BuildReport> {
  const target = resolve(run.outDir);
  checkTarget(target, run);
  const lock = takeLock(target);
  // Beside the site, under a name that goes with what a stopped build leaves.
  const aside = `${stagedFolder(target)}-parts`;
  try {
    clearLeftovers(target);
    const siteCache = siteCacheOf(run.cacheDir, aside);
    joinParts(await fittingParts(partsDir, run.contentDir), { target: aside, siteCache });
    const report = await buildSite({ ...run, outDir: aside, preview: false, clean: false });
    if (!report.written) return report;
    swapFolders(aside, target);
    const own = siteCacheOf(run.cacheDir, target);
    rmSync(own, { recursive: true, force: true });
    renameSync(siteCache, own);
    return report;
  } finally {
    rmSync(aside, { recursive: true, force: true });
    lock.release();
  }
}

/** The parts by their folders. */
async function fittingParts(partsDir: string, contentDir: string): Promise<ReadonlyMap<string, Part>> {
  const parts = readParts(partsDir);
  const misfit = misfitOf(parts, await originOf(contentDir, codeVersion()));
  if (misfit !== null)
    throw new UserError(
      `“${partsDir}”拼不成站点：${misfit}`,
      '用同一次提交、同一个程序重做这一片（npm run build -- --shard），再运行一次',
    );
  return new Map([...parts].flatMap(([name, part]) => (part === null ? [] : [[join(partsDir, name), part]])));
}
