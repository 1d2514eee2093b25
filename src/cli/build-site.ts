import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { QUIET, type Progress } from '../progress/progress.ts';
import { finishChange } from '../publisher/commit.ts';
import { ContentIndex } from '../publisher/content-index.ts';
import { DamagedCache } from '../publisher/damaged.ts';
import { codeVersion } from '../publisher/generator.ts';
import { digestOfInputs } from '../publisher/inputs.ts';
import { findLastBuild, forgetLastBuild, readLastBuild } from '../publisher/last-build.ts';
import { clearLeftovers } from '../publisher/leftovers.ts';
import { takeLock } from '../publisher/lock.ts';
import { lookAtSite } from '../publisher/look-at-site.ts';
import type { Portion } from '../publisher/portion.ts';
import { siteCacheOf, stagedFolder } from '../publisher/site-folders.ts';
import { checkTarget } from '../publisher/target.ts';
import type { Threads } from '../publisher/threads.ts';
import type { BuildReport } from './build-report.ts';
import { Phases } from './phases.ts';
import { unchangedReport } from './unchanged-report.ts';

export interface BuildRun {
  readonly contentDir: string;
  readonly outDir: string;
  /** Where what can be used again is kept. */
  readonly cacheDir: string;
  /** The minute of the build in Beijing time, `YYYY-MM-DD HH:MM`. */
  readonly now: string;
  /** Whether to show what isn't published yet, each page marked so. */
  readonly preview: boolean;
  /** Whether to begin anew, without anything that an earlier build left. */
  readonly clean: boolean;
  /** Who is told how far it has come; left out, nobody. */
  readonly progress?: Progress;
  /** What of the site is made; left out, all of it. */
  readonly portion?: Portion;
  /** The version of the code where it is known already, see `codeVersion`. */
  readonly code?: string;
  /** How many threads make it; left out, as many as the machine has cores. */
  readonly threads?: Threads;
}

/**
 * Checks the content folder and brings the site up to date. A reader never meets half a page, and a build
 * that fails or is killed leaves the old site as it was. When any finding is an error, nothing is written;
 * nor when what would be written holds what must not go out (R5.5). What an earlier build left is used
 * where it is proven to be what this one would make. Rejects with a `UserError` when there is no content
 * folder, while another build is writing the same site, or when the output folder holds something else.
 */
export async function buildSite(run: BuildRun): Promise<BuildReport> {
  const target = resolve(run.outDir);
  if (run.portion === undefined) checkTarget(target, run);
  const lock = takeLock(target);
  try {
    return await buildOnce(run, target).catch((error: unknown) => {
      if (!(error instanceof DamagedCache)) throw error;
      return buildOnce({ ...run, clean: true }, target, '缓存损坏');
    });
  } finally {
    rmSync(stagedFolder(target), { recursive: true, force: true });
    lock.release();
  }
}

async function buildOnce(run: BuildRun, target: string, damaged?: string): Promise<BuildReport> {
  const { contentDir, cacheDir, now, preview, clean } = run;
  const phases = new Phases(run.progress ?? QUIET);
  phases.begin('核对', null);
  const siteCache = siteCacheOf(cacheDir, target);
  const documents = join(cacheDir, 'documents');
  finishChange(siteCache);
  clearLeftovers(target);
  if (clean) for (const folder of [siteCache, documents]) rmSync(folder, { recursive: true, force: true });
  const known = readLastBuild(siteCache);
  const { standing, help } = lookAtSite(target, known?.files ?? 0);
  // Whoever waits for it is told; nobody may when a build fails before.
  standing.catch(() => undefined);
  const code = run.code ?? codeVersion();
  const started = Date.now();
  const index = new ContentIndex(join(siteCache, 'content.json'), contentDir);
  const input = await digestOfInputs({ contentDir, preview, code, index });
  if (input !== null && input === known?.input) help();
  const last =
    clean || run.portion !== undefined
      ? null
      : await findLastBuild(siteCache, known, { input, now, standing });
  index.save();
  if (last !== null) return unchangedReport(last, phases.all);
  forgetLastBuild(siteCache);
  // Loaded only now: it is most of what a build without changes would take.
  const { renewSite } = await import('./renew-site.ts');
  return renewSite(run, {
    target,
    siteCache,
    documents,
    code,
    input,
    index,
    started,
    standing,
    phases,
    damaged: damaged ?? null,
  });
}
