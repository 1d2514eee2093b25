import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readReleases } from '../files/releases.ts';
import { proofFiles } from '../proof/proof-files.ts';
import type { Hashes } from '../proof/sums.ts';
import type { Site } from '../site.ts';
import { absoluteUrl, homeUrl } from '../urls.ts';
import { hashFolder } from './hash-folder.ts';

/**
 * Writes `SHA256SUMS`, `manifest.json` and `releases.json` into a built site, as its last files: every
 * other file must be there already. Rejects with a `UserError` when the content folder's record of
 * releases is damaged.
 *
 * @param known hashes that needn't be computed again
 */
export async function writeProof(
  folder: string,
  contentDir: string,
  site: Site,
  known?: Hashes,
): Promise<void> {
  const releases = await readReleases(contentDir);
  const home = absoluteUrl(homeUrl(), site.domain);
  for (const [path, text] of proofFiles(await hashFolder(folder, known), releases, home))
    await writeFile(join(folder, path), text);
}
