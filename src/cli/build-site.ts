import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { build as buildPages } from 'astro';
import { checkPublication } from '../checks/publication.ts';
import type { Corpus } from '../corpus/model.ts';
import { EXPORTS } from '../exporters/registry.ts';
import { readContent } from '../files/content.ts';
import { formatReport } from '../report/text.ts';
import { buildSearchIndex, type SearchIndexReport } from '../search/index-builder.ts';

export interface BuildRun {
  readonly contentDir: string;
  readonly outDir: string;
  /** The minute of the build in Beijing time, `YYYY-MM-DD HH:MM`. */
  readonly now: string;
}

/** What a build says when it is done; `written` is false when a finding forbade it. */
export interface BuildReport {
  readonly written: boolean;
  /** The findings as staff read them; '' when there are none. */
  readonly findings: string;
  readonly meetings: number;
  readonly items: number;
  readonly search: SearchIndexReport | null;
}

/**
 * Checks the content folder and builds the site beside `outDir`, then swaps the two: a reader never
 * meets half a site, and a build that fails leaves the old one as it was. When any finding is an
 * error, nothing is built. Rejects with a `UserError` when there is no content folder.
 */
export async function buildSite({ contentDir, outDir, now }: BuildRun): Promise<BuildReport> {
  const { publication, diagnostics, sources } = checkPublication(await readContent(contentDir), now);
  const findings = diagnostics.length === 0 ? '' : formatReport(diagnostics, sources);
  if (publication === null) return { written: false, findings, meetings: 0, items: 0, search: null };
  const { corpus } = publication;
  const target = resolve(outDir);
  const aside = `${target}.building-${String(process.pid)}`;
  await rm(aside, { recursive: true, force: true });
  try {
    await buildPages({ outDir: aside, logLevel: 'error' });
    await writeExports(corpus, join(aside, 'data'));
    const search = await buildSearchIndex(corpus, aside);
    await swapFolders(aside, target);
    const items = corpus.minutes.reduce((sum, minutes) => sum + minutes.items.length, 0);
    return { written: true, findings, meetings: corpus.minutes.length, items, search };
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function writeExports(corpus: Corpus, folder: string): Promise<void> {
  for (const { path, write } of EXPORTS) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, write(corpus));
  }
}

/** Puts the new folder in the place of the old one: two renames, so that nothing is ever half there. */
async function swapFolders(fresh: string, target: string): Promise<void> {
  const old = `${target}.old-${String(process.pid)}`;
  await mkdir(dirname(target), { recursive: true });
  const had = await rename(target, old).then(
    () => true,
    () => false,
  );
  await rename(fresh, target);
  if (had) await rm(old, { recursive: true, force: true });
}
