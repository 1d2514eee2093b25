import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readReleases, releasesPath } from '../files/releases.ts';
import { UserError } from '../files/user-error.ts';
import { sha256 } from '../minutes/sha256.ts';
import { MANIFEST_FILE, treeOf } from '../proof/proof-files.ts';
import {
  formatManifest,
  formatReleases,
  manifestOf,
  parseManifest,
  releasesBefore,
  type Release,
} from '../proof/releases.ts';
import { parseSums, SUMS_FILE } from '../proof/sums.ts';
import type { ReleaseEffects, ReleaseRun } from './release-addresses.ts';

/** What was entered of a built site: nothing where there is none, or where it is entered already. */
export interface SiteRelease {
  readonly kind: 'no-site' | 'known' | 'entered';
  readonly release: number;
  readonly path: string;
}

/**
 * Enters the site that was built in `outDir` into the chain of releases. Rejects with a `UserError` when
 * the site isn't the one that follows the last release: then it was built before that was entered, and
 * has to be built anew.
 */
export async function releaseSite(
  { contentDir, now, dryRun }: ReleaseRun,
  outDir: string,
  effects: ReleaseEffects,
): Promise<SiteRelease> {
  const path = releasesPath(contentDir);
  const releases = await readReleases(contentDir);
  const text = await readFile(join(outDir, MANIFEST_FILE), 'utf8').catch(() => null);
  if (text === null) return { kind: 'no-site', release: releases.length, path };
  const manifest = parseManifest(text);
  const sums = parseSums(await readFile(join(outDir, SUMS_FILE), 'utf8').catch(() => ''));
  if (manifest === null || sums === null || sums.get(MANIFEST_FILE) !== sha256(text))
    throw new UserError(`“${outDir}”里的校验文件不完整`, '重新建站');
  const built = { site: manifest.site, ...treeOf(sums) };
  const before = releasesBefore(built, releases);
  if (formatManifest(manifestOf(built, before)) !== text)
    throw new UserError(`“${outDir}”里的站点不是接着上一次登记建的`, '重新建站，再登记');
  const release = before.length + 1;
  if (before.length < releases.length) return { kind: 'known', release, path };
  const entry: Release = { release, ...built, manifest: sha256(text), recorded: now };
  if (!dryRun) await effects.write(path, formatReleases([...releases, entry]));
  return { kind: 'entered', release, path };
}
