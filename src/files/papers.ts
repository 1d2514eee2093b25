import { manifestPath } from './paper-folder.ts';
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PaperFile } from '../corpus/papers.ts';

const DIGEST = z.string().regex(/^[0-9a-f]{64}$/u);

const SCHEMA = z.strictObject({
  about: z.string(),
  papers: z.record(
    z.string().regex(/^\d{4}\/[a-z0-9-]+$/u),
    z.strictObject({
      source: DIGEST,
      key: DIGEST,
      sha256: DIGEST,
      size: z.number().int().positive(),
      pages: z.number().int().positive(),
    }),
  ),
});

/** What is known of one paper document that was made. */
export type PaperEntry = z.infer<typeof SCHEMA>['papers'][string];

/** The file of one paper document: `2022/013.pdf` in the folder. */
export function paperPath(dir: string, id: string): string {
  return join(dir, `${id}.pdf`);
}

/** What a paper document rests on of the content: the file of its minutes, and the identity of the site. */
export function sourceDigest(minutes: string, site: string): string {
  return sha256Of(`${String(minutes.length)}\n${minutes}\n${site}`);
}

export function sha256Of(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The entries of the list of what was made, by id; none where the list is missing or damaged. */
export async function readManifest(dir: string): Promise<ReadonlyMap<string, PaperEntry>> {
  try {
    const json: unknown = JSON.parse(await readFile(manifestPath(dir), 'utf8'));
    const parsed = SCHEMA.safeParse(json);
    return new Map(parsed.success ? Object.entries(parsed.data.papers) : []);
  } catch {
    return new Map();
  }
}

/** The list of what was made, as a file. */
export function formatManifest(entries: ReadonlyMap<string, PaperEntry>): string {
  const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
  const about = '由 npm run pdf 写入，不要手改';
  return `${JSON.stringify({ about, papers: Object.fromEntries(sorted) }, null, 2)}\n`;
}

/**
 * The paper documents that fit the minutes as they are now, by id. One whose minutes or site changed
 * since, or whose file is gone, isn't there: a page offers it again when `npm run pdf` has run.
 */
export async function readPapers(
  dir: string,
  minutes: readonly { readonly id: string; readonly source: string }[],
  site: string,
): Promise<ReadonlyMap<string, PaperFile>> {
  const entries = await readManifest(dir);
  const papers = new Map<string, PaperFile>();
  if (entries.size === 0) return papers;
  for (const file of minutes) {
    const { id } = file;
    const entry = entries.get(id);
    if (entry === undefined || entry.source !== sourceDigest(file.source, site)) continue;
    const path = paperPath(dir, id);
    const size = await sizeOf(path);
    if (size === entry.size) papers.set(id, { path, size, sha256: entry.sha256 });
  }
  return papers;
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch {
    return null;
  }
}
