import { join } from 'node:path';
import type { ArchiveFiles } from '../corpus/archive.ts';
import { shownPath, type ContentReader } from './content-reader.ts';
import type { CurrentFile } from './current-file.ts';
import { readHistory } from './history.ts';
import type { HistoryCache } from './kept-history.ts';
import { reportMisnamed } from './misnamed.ts';

/** Where the addresses that were published are entered. */
export function ledgerPath(dir: string): string {
  return join(dir, 'ledger.json');
}

/** The list of the sites that a portal searches. */
export function membersPath(dir: string): string {
  return join(dir, 'members.yaml');
}

/** What was taken from them last. */
export function collectedPath(dir: string): string {
  return join(dir, 'collected.json');
}

/**
 * Reads what a content folder holds beside its minutes: `ledger.json`, `tombstones.yaml`,
 * `redirects.yaml`, `corrections.yaml`, `holidays.yaml`, `coverage.yaml`, `threads.yaml`,
 * `links.yaml`, `topics.yaml`, `members.yaml`, `collected.json`, and the history from git. Reports what means one
 * of them, or another part of the folder, and is called otherwise.
 *
 * @param historyCache see `readHistory`
 */
export async function readArchive(
  reader: ContentReader,
  dir: string,
  minutes: readonly CurrentFile[],
  papers: ArchiveFiles['papers'],
  historyCache?: HistoryCache,
): Promise<ArchiveFiles> {
  reportMisnamed(reader, dir);
  return {
    folder: shownPath(dir),
    ledger: reader.readOptional(ledgerPath(dir)),
    tombstones: reader.readOptional(join(dir, 'tombstones.yaml')),
    redirects: reader.readOptional(join(dir, 'redirects.yaml')),
    corrections: reader.readOptional(join(dir, 'corrections.yaml')),
    holidays: reader.readOptional(join(dir, 'holidays.yaml')),
    coverage: reader.readOptional(join(dir, 'coverage.yaml')),
    threads: reader.readOptional(join(dir, 'threads.yaml')),
    links: reader.readOptional(join(dir, 'links.yaml')),
    topics: reader.readOptional(join(dir, 'topics.yaml')),
    members: reader.readOptional(membersPath(dir)),
    collected: reader.readOptional(collectedPath(dir)),
    history: await readHistory(dir, minutes, historyCache),
    papers,
  };
}
