import { sha256 } from '../minutes/sha256.ts';
import { formatManifest, formatReleases, manifestOf, releasesBefore, type Release } from './releases.ts';
import { formatSums, SIGNATURE_FILE, SUMS_FILE, type Hashes } from './sums.ts';

export const MANIFEST_FILE = 'manifest.json';
export const RELEASES_FILE = 'releases.json';

/** The files that speak of releases, so that no release speaks of itself. */
const OUTSIDE: ReadonlySet<string> = new Set([MANIFEST_FILE, RELEASES_FILE, SUMS_FILE, SIGNATURE_FILE]);

/** The SHA-256 over everything of a site that isn't about releases, and how many files that is. */
export function treeOf(hashes: Hashes): { readonly tree: string; readonly files: number } {
  const own = new Map([...hashes].filter(([path]) => !OUTSIDE.has(path)));
  return { tree: sha256(formatSums(own)), files: own.size };
}

/**
 * The texts of `releases.json`, `manifest.json` and `SHA256SUMS`, by path, for a site of these files; the
 * same files and releases give the same texts.
 *
 * @param hashes of every other file of the site
 * @param site the address of its home page
 */
export function proofFiles(
  hashes: Hashes,
  releases: readonly Release[],
  site: string,
): ReadonlyMap<string, string> {
  const built = { site, ...treeOf(hashes) };
  const before = releasesBefore(built, releases);
  const spoken = new Map([
    [RELEASES_FILE, formatReleases(before)],
    [MANIFEST_FILE, formatManifest(manifestOf(built, before))],
  ]);
  const listed = new Map([...hashes].filter(([path]) => !OUTSIDE.has(path)));
  for (const [path, text] of spoken) listed.set(path, sha256(text));
  return spoken.set(SUMS_FILE, formatSums(listed));
}
