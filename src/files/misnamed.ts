import { join } from 'node:path';
import { EMBLEM_NAMES } from '../corpus/emblem.ts';
import type { ContentReader } from './content-reader.ts';

/** What a content folder may hold that the program reads, at its top. */
const NAMES: ReadonlySet<string> = new Set([
  'minutes',
  'drafts',
  'reviews',
  'lists',
  'site.yaml',
  'bureaus.yaml',
  'leak-exceptions.yaml',
  'ledger.json',
  'releases.json',
  'tombstones.yaml',
  'redirects.yaml',
  'corrections.yaml',
  'holidays.yaml',
  'coverage.yaml',
  'threads.yaml',
  'links.yaml',
  'topics.yaml',
  'members.yaml',
  'collected.json',
  ...EMBLEM_NAMES,
]);

/**
 * Reports entries that mean one of these and are called otherwise: `Minutes`, `site.yml`. Disks that don't tell
 * upper from lower case would find some of them, others would build a site without them and say nothing.
 */
export function reportMisnamed(reader: ContentReader, dir: string): void {
  for (const name of reader.list(dir)) {
    const meant = name
      .normalize('NFKC')
      .trim()
      .toLowerCase()
      .replace(/\.yml$/u, '.yaml');
    if (name === meant || !NAMES.has(meant)) continue;
    const kind = meant.includes('.') ? 'file' : 'folder';
    reader.accepts(join(dir, name), { kind, named: false, hint: `改名为 ${meant}` });
  }
}
