import type { CheckedPublication } from '../checks/publication.ts';
import { severityOf } from '../minutes/diagnostics.ts';
import type { DocumentCache } from '../publisher/document-cache.ts';
import { isYear } from '../publisher/parcel.ts';
import type { MadeSite, Publishing } from '../publisher/publish.ts';
import type { StoredReport } from '../publisher/site-state.ts';
import { formatReport } from '../report/text.ts';

/** What a build says when it is done; `written` is false when a finding forbade it. */
export interface BuildReport extends StoredReport {
  readonly written: boolean;
  /** Whether nothing had to be looked at, since nothing had changed that decides the site. */
  readonly unchanged: boolean;
  /** Why everything was built anew, as staff read it; null when the last build was built on. */
  readonly anew: string | null;
  readonly changes: BuildChanges;
  /** Milliseconds by phase, in order. */
  readonly phases: readonly (readonly [name: string, milliseconds: number])[];
}

/** What a build did to the files of the site. */
export interface BuildChanges {
  readonly parsed: number;
  /** Pages: those that were printed, those that stayed, those that are no more. */
  readonly printed: number;
  readonly pagesKept: number;
  readonly pagesDeleted: number;
  /** Years of addresses in which nothing had to be looked at. */
  readonly yearsKept: number;
  /** Files, pages among them. */
  readonly written: number;
  readonly kept: number;
  readonly deleted: number;
  readonly bytes: number;
  readonly generationsMade: number;
}

/** The findings and the notices as staff read them. */
export function tellFindings({ diagnostics, sources }: CheckedPublication): {
  readonly findings: string;
  readonly notices: readonly string[];
} {
  const toSee = diagnostics.some(({ code }) => severityOf(code) !== 'info');
  return {
    findings: toSee ? formatReport(diagnostics, sources, { info: false, all: false }) : '',
    // Of most findings nobody reads the words, which lie in the cache.
    notices: diagnostics.flatMap((each) => (each.code === 'history/notice' ? [each.message] : [])),
  };
}

/** What a build says of the site, whatever it had to write. */
export function reportOf(
  { findings, notices }: ReturnType<typeof tellFindings>,
  { waiting }: CheckedPublication,
  { entries }: Publishing,
  { search }: MadeSite,
): StoredReport {
  const items = [...entries.values()].reduce((sum, { pointCounts }) => sum + pointCounts.length, 0);
  const { records, generations } = search;
  return { findings, meetings: entries.size, items, records, generations, notices, waiting };
}

/** What it did to the files. */
export function changesOf(cache: DocumentCache, made: MadeSite, deleted: readonly string[]): BuildChanges {
  const { files, pages, generationsMade } = made;
  const { written } = files;
  return {
    parsed: cache.made,
    printed: pages.printed,
    pagesKept: pages.kept,
    yearsKept: [...files.kept.keys()].filter(isYear).length,
    pagesDeleted: deleted.filter((path) => path.endsWith('.html')).length,
    written: written.length,
    kept: files.count - written.length,
    deleted: deleted.length,
    bytes: written.reduce((sum, path) => sum + (files.factsOf(path)?.bytes ?? 0), 0),
    generationsMade,
  };
}
