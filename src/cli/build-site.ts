import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { checkPublication, type Publication } from '../checks/publication.ts';
import { filesOf } from '../exporters/export.ts';
import { EXPORTS } from '../exporters/registry.ts';
import { readContent } from '../files/content.ts';
import { severityOf } from '../minutes/diagnostics.ts';
import { formatReport } from '../report/text.ts';
import { loadPrinter, openBundle } from '../publisher/bundle.ts';
import { writeCards } from '../publisher/cards.ts';
import { generatorVersion } from '../publisher/generator.ts';
import { buildSearchIndex, type SearchIndexReport } from '../search/index-builder.ts';
import { fileOf } from '../views/page-rows.ts';
import { sitePages } from '../views/site-pages.ts';
import { SITEMAPS } from '../views/sitemaps.ts';
import { copyPapers } from './copy-papers.ts';
import { scanSite } from './scan-site.ts';
import { writeProof } from './write-proof.ts';

export interface BuildRun {
  readonly contentDir: string;
  readonly outDir: string;
  /** Where what can be used again is kept. */
  readonly cacheDir: string;
  /** The minute of the build in Beijing time, `YYYY-MM-DD HH:MM`. */
  readonly now: string;
  /** Whether to show what isn't published yet, each page marked so. */
  readonly preview: boolean;
}

/** What a build says when it is done; `written` is false when a finding forbade it. */
export interface BuildReport {
  readonly written: boolean;
  /** The findings as staff read them; '' when there are none. */
  readonly findings: string;
  readonly meetings: number;
  readonly items: number;
  readonly search: SearchIndexReport | null;
  /** When the documents that wait will be published, in order of time. */
  readonly waiting: readonly string[];
  /** What was left out because git can't tell the past; in publish mode that is an error instead. */
  readonly notices: readonly string[];
}

/**
 * Checks the content folder and builds the site beside `outDir`, then swaps the two: a reader never
 * meets half a site, and a build that fails leaves the old one as it was. When any finding is an
 * error, nothing is built; when the built site holds what must not go out, it is thrown away (R5.5).
 * Rejects with a `UserError` when there is no content folder.
 */
export async function buildSite({
  contentDir,
  outDir,
  cacheDir,
  now,
  preview,
}: BuildRun): Promise<BuildReport> {
  const files = await readContent(contentDir, { drafts: preview });
  const { publication, diagnostics, sources, waiting, gate } = checkPublication(files, now, { preview });
  const toSee = diagnostics.some(({ code }) => severityOf(code) !== 'info');
  const findings = toSee ? formatReport(diagnostics, sources, { info: false }) : '';
  if (publication === null) return notWritten(findings);
  const { corpus, site } = publication;
  const target = resolve(outDir);
  const aside = `${target}.building-${String(process.pid)}`;
  await rm(aside, { recursive: true, force: true });
  try {
    await writePages(publication, aside, cacheDir);
    await writeExports(publication, aside);
    await copyPapers(corpus, aside);
    writeCards(corpus, site, aside, cacheDir);
    const search = await buildSearchIndex(corpus, aside);
    const leaks = await scanSite(aside, { ...gate, ownNames: [site.name, site.sponsor, site.source] });
    if (leaks.length > 0)
      return notWritten(formatReport([...diagnostics, ...leaks], sources, { info: false }));
    if (!preview) await writeProof(aside, contentDir, site);
    await swapFolders(aside, target);
    const items = corpus.minutes.reduce((sum, minutes) => sum + minutes.items.length, 0);
    const notices = diagnostics.flatMap(({ code, message }) => (code === 'history/notice' ? [message] : []));
    return { written: true, findings, meetings: corpus.minutes.length, items, search, waiting, notices };
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

function notWritten(findings: string): BuildReport {
  return { written: false, findings, meetings: 0, items: 0, search: null, waiting: [], notices: [] };
}

async function writePages({ corpus, site }: Publication, folder: string, cacheDir: string): Promise<void> {
  const bundle = await openBundle(cacheDir, generatorVersion());
  await cp(join(bundle.folder, 'client'), folder, { recursive: true });
  const { renderPage } = await loadPrinter(bundle);
  for (const { kind, file, path, view } of sitePages(corpus, site)) {
    const target = join(folder, fileOf(path));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, await renderPage({ kind, file, path, view: view() }));
  }
}

async function writeExports({ corpus, site }: Publication, folder: string): Promise<void> {
  for (const row of [...EXPORTS, SITEMAPS])
    for (const { path, content } of filesOf(row, corpus, site)) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
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
