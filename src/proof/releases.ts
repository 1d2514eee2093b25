import { z } from 'zod';
import { sha256 } from '../minutes/sha256.ts';

/** One publication of the whole site, as a line of the chain. */
export interface Release {
  /** From 1. */
  readonly release: number;
  /** The address of the site's home page. */
  readonly site: string;
  /** How many files the tree has. */
  readonly files: number;
  /** The SHA-256 of the list of hashes of every file but those that speak of releases. */
  readonly tree: string;
  /** The SHA-256 of the release's `manifest.json`. */
  readonly manifest: string;
  /** When it was entered, in Beijing time, `YYYY-MM-DD HH:MM`. */
  readonly recorded: string;
}

/** What `manifest.json` says: the site as it is, and the release before it. */
export interface Manifest {
  readonly format: 1;
  readonly release: number;
  readonly site: string;
  readonly files: number;
  readonly tree: string;
  readonly previous: Pick<Release, 'release' | 'manifest' | 'recorded'> | null;
}

const ABOUT =
  '每次发布的校验记录：由 npm run release 写入，只增不改；后一次记着前一次 manifest.json 的校验值';
const HASH = z.string().regex(/^[0-9a-f]{64}$/u);
const RELEASE = z.strictObject({
  release: z.number().int().min(1),
  site: z.string(),
  files: z.number().int().min(0),
  tree: HASH,
  manifest: HASH,
  recorded: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/u),
});
const RELEASES = z.strictObject({ about: z.string(), releases: z.array(RELEASE) });
const MANIFEST = z.strictObject({
  format: z.literal(1),
  release: z.number().int().min(1),
  site: z.string(),
  files: z.number().int().min(0),
  tree: HASH,
  previous: RELEASE.pick({ release: true, manifest: true, recorded: true }).nullable(),
});

/** The file of the chain, oldest first, a line a release. */
export function formatReleases(releases: readonly Release[]): string {
  const rows = releases.map((each) => `    ${JSON.stringify(each)}`);
  const list = rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n  ]`;
  return `{\n  "about": ${JSON.stringify(ABOUT)},\n  "releases": ${list}\n}\n`;
}

/**
 * The releases of a file, null when it has another form. Whether they are a chain is another question:
 * `brokenLink`.
 */
export function parseReleases(json: string): readonly Release[] | null {
  const parsed = RELEASES.safeParse(maybeJson(json));
  return parsed.success ? parsed.data.releases : null;
}

/**
 * The number of the first release whose manifest doesn't follow from what the chain says of it and of the
 * one before; null when all do. Nobody can change an entry without changing every manifest behind it.
 */
export function brokenLink(releases: readonly Release[]): number | null {
  const at = releases.findIndex(
    (each, index) =>
      each.release !== index + 1 ||
      sha256(formatManifest(manifestAfter(each, releases[index - 1]))) !== each.manifest,
  );
  return at === -1 ? null : at + 1;
}

/** The text of `manifest.json`. */
export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** What a `manifest.json` says; null when it has another form. */
export function parseManifest(json: string): Manifest | null {
  const parsed = MANIFEST.safeParse(maybeJson(json));
  return parsed.success ? parsed.data : null;
}

/** What a site consists of: where it is, how many files, and the hash over them. */
export type Built = Pick<Release, 'site' | 'files' | 'tree'>;

/**
 * The releases that come before a built site: all of them, but for the last when it was of this very
 * site. So a site that is built once more is the same release with the same bytes, not another.
 */
export function releasesBefore(built: Built, releases: readonly Release[]): readonly Release[] {
  const last = releases.at(-1);
  return last !== undefined && last.tree === built.tree && last.site === built.site
    ? releases.slice(0, -1)
    : releases;
}

/** The manifest of a built site that follows the given releases. */
export function manifestOf(built: Built, before: readonly Release[]): Manifest {
  return manifestAfter({ ...built, release: before.length + 1 }, before.at(-1));
}

function manifestAfter(
  { release, site, files, tree }: Built & Pick<Release, 'release'>,
  previous: Release | undefined,
): Manifest {
  return {
    format: 1,
    release,
    site,
    files,
    tree,
    previous:
      previous === undefined
        ? null
        : { release: previous.release, manifest: previous.manifest, recorded: previous.recorded },
  };
}

function maybeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
