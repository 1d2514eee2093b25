import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkPublication, type CheckedPublication } from '../checks/publication.ts';
import { readContent, type ContentFiles } from '../files/content.ts';
import { readReleases } from '../files/releases.ts';
import { releaseFiles } from '../proof/proof-files.ts';
import { formatSums, joinSums, SUMS_FILE } from '../proof/sums.ts';
import { bundleVersion } from '../publisher/bundle.ts';
import type { ContentIndex } from '../publisher/content-index.ts';
import { sha256Of, sha256OfAll } from '../publisher/digest.ts';
import { CompilingAside } from '../publisher/compile-aside.ts';
import { DocumentCache } from '../publisher/document-cache.ts';
import { isWaiting } from '../publisher/document-entry.ts';
import { checkInThreads } from '../publisher/document-threads.ts';
import { Reading } from '../publisher/facets.ts';
import { wasTouched } from '../publisher/inputs.ts';
import { writeLastBuild } from '../publisher/last-build.ts';
import { lightCorpus, type LightCorpus } from '../publisher/light-corpus.ts';
import { bringSite, makeSite, type MadeSite, type Publishing } from '../publisher/publish.ts';
import { stagedFolder } from '../publisher/site-folders.ts';
import { writeState, type SiteState, type StoredReport } from '../publisher/site-state.ts';
import { threadsOfMachine } from '../publisher/threads.ts';
import { TopicCache } from '../publisher/topic-cache.ts';
import { formatReport } from '../report/text.ts';
import type { Site } from '../site.ts';
import { absoluteUrl, homeUrl } from '../urls.ts';
import { changesOf, reportOf, tellFindings, type BuildReport } from './build-report.ts';
import type { BuildRun } from './build-site.ts';
import { lastState, versionOf } from './last-state.ts';
import type { Phases } from './phases.ts';
import { keyOfScan, type SiteScan } from './scan-site.ts';
import { SiteScanner } from './site-scanner.ts';
import { NOTHING } from './unchanged-report.ts';

/** What is known before anything is made anew. */
export interface Renewal {
  readonly target: string;
  /** The caches of this site alone, and those of documents. */
  readonly siteCache: string;
  readonly documents: string;
  /** The version of the code. */
  readonly code: string;
  /** See `digestOfInputs`. */
  readonly input: string | null;
  /** Where that was taken of. */
  readonly index: ContentIndex;
  /** When that was taken, in milliseconds. */
  readonly started: number;
  /** What stands in the folder of the site, see `readStanding`; it may still be looked at. */
  readonly standing: Promise<ReadonlyMap<string, string>>;
  readonly phases: Phases;
  /** What was damaged, so that the build begins anew; null for nothing. */
  readonly damaged: string | null;
}

/** Makes of a site what the last build hasn't left as it is to be, and brings it to its place; see `buildSite`. */
export async function renewSite(
  { contentDir, cacheDir, now, preview, clean, portion: part, threads = threadsOfMachine() }: BuildRun,
  { target, siteCache, documents, code, input, index, started, standing, phases, damaged }: Renewal,
): Promise<BuildReport> {
  const portion = part ?? null;
  phases.begin('读取', null);
  const files = await readContent(contentDir, {
    drafts: preview,
    known: (path) => index.find(path),
    historyCache: { file: join(siteCache, 'history.json'), code },
  });
  const version = versionOf(code, files, preview);
  const { before, reason } = existsSync(target)
    ? lastState(siteCache, version, clean)
    : { before: null, reason: clean ? null : '还没有建好的站点' };
  const reading = new Reading();
  const cache = new DocumentCache(documents, code, files, reading);
  const topics = new TopicCache(documents, code);
  let scanner: SiteScanner | null = null;
  const compiling = new CompilingAside({ cacheDir, version: bundleVersion(code) });
  try {
    const lights: LightCorpus[] = [];
    await checkInThreads({
      cache,
      files,
      now,
      threads,
      step: phases.step,
      begin: (count) => {
        phases.begin('检查', count);
        compiling.begin();
      },
    });
    phases.begin('检查', files.minutes.length);
    const checked = checkPublication(files, now, {
      preview,
      check: (file, context) => {
        phases.step();
        return cache.check(file, context);
      },
      find: cache.find,
      corpusOf: (minutes, registry, archive) => {
        const made = lightCorpus(minutes, registry, archive, {
          reading,
          topics,
          before: before ?? NOTHING_KEPT,
        });
        lights.push(made);
        return made.corpus;
      },
    });
    const { publication, diagnostics, sources } = checked;
    const [light] = lights;
    const told = tellFindings(checked);
    if (publication === null || light === undefined) return { ...NOTHING, findings: told.findings };
    const gate = gateOf(checked, publication.site);
    scanner = new SiteScanner({ folder: stagedFolder(target), scan: gate });
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
      standing: await standing,
      version,
      bundleVersion: bundleVersion(code),
      cacheDir,
      siteCache,
      parts: cache.partsFolder,
      pack: `${String(process.pid)}.pack`,
      registry: files.registry,
      topics,
      threads,
      progress: phases,
      scan: scanner,
    };
    phases.begin('编译页面', null);
    await compiling.finish();
    const made = await makeSite(publishing);
    phases.begin('查泄露', null);
    const leaks = await scanner.finish();
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
    const state = stateOf(publishing, keyOfScan(gate), made, report);
    writeState(siteCache, state, made.parcels.fresh, publishing.before);
    if (
      input !== null &&
      portion === null &&
      isLasting(files, publication.site) &&
      !wasTouched(contentDir, started)
    )
      writeLastBuild(siteCache, state.parcels, { input, now, until: nextTime(cache, now), report });
    return {
      written: true,
      unchanged: false,
      ...report,
      anew: damaged ?? (clean || publishing.before !== null ? null : (reason ?? '检查泄露的依据变了')),
      changes: changesOf(cache, made, deleted),
      phases: phases.all,
    };
  } finally {
    // Ended in the middle it would leave half of the pages behind; a fault of theirs was told or isn't to be.
    await compiling.finish().catch(() => undefined);
    await scanner?.close();
    cache.close();
  }
}

const NOTHING_KEPT = { kept: {}, derivations: {} };

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
  const waiting = [...cache.entries.values()].flatMap(({ stated }) =>
    isWaiting(stated, now) ? (stated.published ?? []) : [],
  );
  return waiting.toSorted()[0] ?? null;
}

function gateOf({ gate }: CheckedPublication, { name, sponsor, source }: Site): SiteScan {
  return { ...gate, ownNames: [name, sponsor, source] };
}

/** The hashes of all files, and what they prove, as the last files of the site. */
async function putProof({ files, parcels }: MadeSite, contentDir: string, site: Site): Promise<void> {
  const home = absoluteUrl(homeUrl(), site.domain);
  const lists = parcels.sums;
  const tree = { tree: sha256OfAll(joinSums(lists)), files: files.count };
  const spoken = releaseFiles(tree, await readReleases(contentDir), home);
  for (const [path, text] of spoken) files.put(path, text);
  const hashes = new Map([...spoken].map(([path, text]) => [path, sha256Of(text)]));
  files.putPieces(SUMS_FILE, joinSums([...lists, Buffer.from(formatSums(hashes))]));
}

function stateOf(
  { version, light: { kept, derivations } }: Publishing,
  gate: string,
  { search, parcels }: MadeSite,
  report: StoredReport,
): SiteState {
  return {
    version,
    gate,
    search: search.digest,
    parcels: parcels.marks,
    kept: kept.lasting,
    derivations: derivations.all,
    report,
  };
}
