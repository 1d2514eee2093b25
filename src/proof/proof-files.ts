import { sha256 } from '../minutes/sha256.ts';
import { formatManifest, formatReleases, manifestOf, releasesBefore, type Release } from './releases.ts';
import { formatSums, joinSums, SIGNATURE_FILE, SUMS_FILE, type Hashes } from './sums.ts';

export const MANIFEST_FILE = 'manifest.json';
export const RELEASES_FILE = 'releases.json';

/** The files that speak of releases, so that no release speaks of itself. */
const OUTSIDE: ReadonlySet<string> = new Set([MANIFEST_FILE, RELEASES_FILE, SUMS_FILE, SIGNATURE_FILE]);

/** The list of everything of a site that isn't about releases. */
export function ownSums(hashes: Hashes): string {
  return formatSums(new Map([...hashes].filter(([path]) => !OUTSIDE.has(path))));
}

/** The SHA-256 over everything of a site that isn't about releases, and how many files that is. */
export function treeOf(hashes: Hashes): { readonly tree: string; readonly files: number } {
  return treeOfList(ownSums(hashes), sha256);
}

function treeOfList(own: string, hash: (text: string) => string): ReturnType<typeof treeOf> {
  return { tree: hash(own), files: own.split('\n').length - 1 };
}

/**
 * The texts of `releases.json`, `manifest.json` and `SHA256SUMS`, by path, for a site of these files; the
 * same files and releases give the same texts.
 *
 * @param own the list of every other file of the site, see `ownSums`
 * @param site the address of its home page
 */
export function proofFiles(
  own: string,
  releases: readonly Release[],
  site: string,
): ReadonlyMap<string, string> {
  const spoken = releaseFiles(treeOfList(own, sha256), releases, site);
  const hashes = new Map([...spoken].map(([path, text]) => [path, sha256(text)]));
  const lists = [own, formatSums(hashes)].map((list) => new TextEncoder().encode(list));
  const text = new TextDecoder();
  return spoken.set(
    SUMS_FILE,
    joinSums(lists)
      .map((stretch) => text.decode(stretch))
      .join(''),
  );
}

/** The texts of `releases.json` and `manifest.json`, by path, for a site that has this tree. */
export function releaseFiles(
  tree: ReturnType<typeof treeOf>,
  releases: readonly Release[],
  site: string,
): Map<string, string> {
  const built = { site, ...tree };
  const before = releasesBefore(built, releases);
  return new Map([
    [RELEASES_FILE, formatReleases(before)],
    [MANIFEST_FILE, formatManifest(manifestOf(built, before))],
  ]);
}
