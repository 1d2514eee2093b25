import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkPublication, type CheckedPublication } from '../checks/publication.ts';
import { readContent, type ContentFiles } from '../files/content.ts';
import { readReleases } from '../files/releases.ts';
import { QUIET, type Progress } from '../progress/progress.ts';
import { proofFiles } from '../proof/proof-files.ts';
import { finishChange } from '../publisher/commit.ts';
import { DamagedCache } from '../publisher/damaged.ts';
import { digestOf, digestOfAll } from '../publisher/digest.ts';
import { DocumentCache } from '../publisher/document-cache.ts';
import { isWaiting } from '../publisher/document-entry.ts';
import { Reading } from '../publisher/facets.ts';
import { bundleVersion, codeVersion } from '../publisher/generator.ts';
import { digestOfInputs, wasTouched } from '../publisher/inputs.ts';
import { findLastBuild, forgetLastBuild, writeLastBuild } from '../publisher/last-build.ts';
import { clearLeftovers } from '../publisher/leftovers.ts';
import { lightCorpus, type LightCorpus } from '../publisher/light-corpus.ts';
import { takeLock } from '../publisher/lock.ts';
import type { Portion } from '../publisher/portion.ts';
import {
  bringSite,
  makeSite,
  siteCacheOf,
  stagedFolder,
  type MadeSite,
  type Publishing,
} from '../publisher/publish.ts';
import { readState, writeState, type SiteState, type StoredReport } from '../publisher/site-state.ts';
import { checkTarget } from '../publisher/target.ts';
import { TopicCache } from '../publisher/topic-cache.ts';
import { formatReport } from '../report/text.ts';
import type { Site } from '../site.ts';
import { absoluteUrl, basePath, homeUrl } from '../urls.ts';
import {
  changesOf,
  NOTHING,
  Phases,
  reportOf,
  tellFindings,
  unchangedReport,
  type BuildReport,
} from './build-report.ts';
import { keyOfScan, scanFiles, type SiteScan } from './scan-site.ts';

export interface BuildRun {
  readonly contentDir: string;
  readonly outDir: string;
  /** Where what can be used again is kept. */
  readonly cacheDir: string;
  /** The minute of the build in Beijing time, `YYYY-MM-DD HH:MM`. */
  readonly now: string;
  /** Whether to show what isn't published yet, each page marked so. */
  readonly preview: boolean;
  /** Whether to begin anew, without anything that an earlier build left. */
  readonly clean: boolean;
  /** Who is told how far it has come; left out, nobody. */
  readonly progress?: Progress;
  /** What of the site is made; left out, all of it. */
  readonly portion?: Portion;
}

/**
 * Checks the content folder and brings the site up to date. A reader never meets half a page, and a build
 * that fails or is killed leaves the old site as it was. When any finding is an error, nothing is written;
 * nor when what would be written holds what must not go out (R5.5). What an earlier build left is used
 * where it is proven to be what this one would make. Rejects with a `UserError` when there is no content
 * folder, while another build is writing the same site, or when the output folder holds something else.
 */
export async function buildSite(run: BuildRun): Promise<BuildReport> {
  const target = resolve(run.outDir);
  if (run.portion === undefined) checkTarget(target, run);
  const lock = takeLock(target);
  try {
    return await buildOnce(run, target).catch((error: unknown) => {
      if (!(error instanceof DamagedCache)) throw error;
      return buildOnce({ ...run, clean: true }, target, '缓存损坏');
    });
  } finally {
    rmSync(stagedFolder(target), { recursive: true, force: true });
    lock.release();
  }
}

async function buildOnce(run: BuildRun, target: string, damaged?: string): Promise<BuildReport> {
  const { contentDir, cacheDir, now, preview, clean, portion = null } = run;
  const phases = new Phases(run.progress ?? QUIET);
  phases.begin('核对', null);
  const siteCache = siteCacheOf(cacheDir, target);
  const documents = join(cacheDir, 'documents');
  finishChange(siteCache);
  clearLeftovers(target);
  if (clean) for (const folder of [siteCache, documents]) rmSync(folder, { recursive: true, force: true });
  const code = codeVersion();
  const started = Date.now();
  const input = await digestOfInputs({ contentDir, preview, code });
  const last = clean || portion !== null ? null : findLastBuild(siteCache, { input, now, target });
  if (last !== null) return unchangedReport(last, phases.all);
  forgetLastBuild(siteCache);
  phases.begin('读取', null);
  const files = await readContent(contentDir, { drafts: preview });
  const version = versionOf(code, files, preview);
  const { before, reason } = existsSync(target)
    ? lastState(siteCache, version, clean)
    : { before: null, reason: clean ? null : '还没有建好的站点' };
  const reading = new Reading();
  const cache = new DocumentCache(documents, code, files, reading);
  const topics = new TopicCache(documents, code);
  try {
    const lights: LightCorpus[] = [];
    phases.begin('检查', files.minutes.length);
    const checked = checkPublication(files, now, {
      preview,
      check: (file, context) => {
        phases.step();
        return cache.check(file, context);
      },
      corpusOf: (minutes, registry, archive) => {
        const made = lightCorpus(minutes, registry, archive, { reading, topics, kept: before?.kept ?? {} });
        lights.push(made);
        return made.corpus;
      },
    });
    const { publication, diagnostics, sources } = checked;
    const [light] = lights;
    const told = tellFindings(checked);
    if (publication === null || light === undefined) return { ...NOTHING, findings: told.findings };
    const gate = gateOf(checked, publication.site);
    const entries = new Map([...cache.entries].filter(([id]) => publication.corpus.byId.has(id)));
    const publishing: Publishing = {
      light,
      site: publication.site,
      emblem: files.emblems.find(({ name }) => name === publication.site.emblem) ?? null,
      entries,
      reading,
      target,
      portion,
      before: before?.gate === keyOfScan(gate) ? before : null,
      version,
      bundleVersion: bundleVersion(code),
      cacheDir,
      siteCache,
      progress: phases,
    };
    const made = await makeSite(publishing);
    phases.begin('查泄露', made.files.written.length);
    const leaks = await scanFiles(made.files.staged, made.files.written, gate, phases.step);
    if (leaks.length > 0) {
      const findings = formatReport([...diagnostics, ...leaks], sources, { info: false, all: false });
      return { ...NOTHING, findings };
    }
    phases.begin('换上', null);
    if (!preview && portion === null) await putProof(made, contentDir, publication.site);
    const deleted = bringSite(made, publishing);
    phases.begin('记下', null);
    const report = reportOf(told, checked, publishing, made);
    cache.save();
    topics.save();
    writeState(siteCache, stateOf(publishing, keyOfScan(gate), made, report));
    if (
      input !== null &&
      portion === null &&
      isLasting(files, publication.site) &&
      !wasTouched(contentDir, started)
    )
      writeLastBuild(siteCache, made.files.files, { input, now, until: nextTime(cache, now), report });
    return {
      written: true,
      unchanged: false,
      ...report,
      anew: damaged ?? (clean || publishing.before !== null ? null : (reason ?? '检查泄露的依据变了')),
      changes: changesOf(cache, made, deleted),
      phases: phases.all,
    };
  } finally {
    cache.close();
  }
}

/**
 * Whether the same files and the same commit give the same findings for the rest of the day: not where git
 * failed, and not while what isn't committed counts as coming at this minute (R1.15).
 */
function isLasting({ archive }: ContentFiles, { mode }: Site): boolean {
  if (archive === null) return false;
  const { history } = archive;
  return history.kind === 'unavailable'
    ? history.reason !== 'failed'
    : mode === 'demo' || history.uncommitted.length === 0;
}

/** When the next document that waits is published; null where none waits. */
function nextTime(cache: DocumentCache, now: string): string | null {
  const waiting = [...cache.entries.values()].flatMap(({ head }) =>
    isWaiting(head, now) ? (head.published ?? []) : [],
  );
  return waiting.toSorted()[0] ?? null;
}

/** Of the code, the addresses and the settings that every page shows. */
function versionOf(code: string, files: ContentFiles, preview: boolean): string {
  return digestOfAll([
    code,
    basePath(),
    process.env['SITE_URL'] ?? '',
    String(preview),
    digestOf(files.site?.source ?? ''),
    files.emblems.map(({ name }) => name).join(' '),
    digestOf(files.registry?.source ?? ''),
  ]);
}

function lastState(
  folder: string,
  version: string,
  clean: boolean,
): { readonly before: SiteState | null; readonly reason: string | null } {
  if (clean) return { before: null, reason: null };
  const state = readState(folder);
  if (state === 'none') return { before: null, reason: '没有上次建站的记录' };
  if (state === 'damaged') return { before: null, reason: '上次建站的记录损坏' };
  return state.version === version
    ? { before: state, reason: null }
    : { before: null, reason: '程序、站点信息或机构名录变了' };
}

function gateOf({ gate }: CheckedPublication, { name, sponsor, source }: Site): SiteScan {
  return { ...gate, ownNames: [name, sponsor, source] };
}

/** The hashes of all files, and what they prove, as the last files of the site. */
async function putProof({ files }: MadeSite, contentDir: string, site: Site): Promise<void> {
  const hashes = new Map([...files.files].map(([path, { sha256 }]) => [path, sha256]));
  const home = absoluteUrl(homeUrl(), site.domain);
  for (const [path, text] of proofFiles(hashes, await readReleases(contentDir), home)) files.put(path, text);
}

function stateOf(
  { version, light: { kept } }: Publishing,
  gate: string,
  made: MadeSite,
  report: StoredReport,
): SiteState {
  return {
    version,
    gate,
    search: made.search.digest,
    files: Object.fromEntries(made.files.files),
    ...made.made,
    kept: kept.all,
    tables: made.tables,
    report,
  };
}
