import type { CheckedPublication } from '../checks/publication.ts';
import { severityOf } from '../minutes/diagnostics.ts';
import type { DocumentCache } from '../publisher/document-cache.ts';
import type { LastBuild } from '../publisher/last-build.ts';
import type { MadeSite, Publishing } from '../publisher/publish.ts';
import type { StoredReport } from '../publisher/site-state.ts';
import type { Progress } from '../progress/progress.ts';
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
  /** Files, pages among them. */
  readonly written: number;
  readonly kept: number;
  readonly deleted: number;
  readonly bytes: number;
  readonly generationsMade: number;
}

/** Of a build that wrote nothing. */
export const NOTHING: BuildReport = {
  written: false,
  unchanged: false,
  findings: '',
  meetings: 0,
  items: 0,
  records: 0,
  generations: 0,
  notices: [],
  waiting: [],
  anew: null,
  changes: {
    parsed: 0,
    printed: 0,
    pagesKept: 0,
    pagesDeleted: 0,
    written: 0,
    kept: 0,
    deleted: 0,
    bytes: 0,
    generationsMade: 0,
  },
  phases: [],
};

/** Of a build that found everything as the last one left it. */
export function unchangedReport({ report, files }: LastBuild, phases: BuildReport['phases']): BuildReport {
  return {
    ...NOTHING,
    ...report,
    written: true,
    unchanged: true,
    changes: { ...NOTHING.changes, kept: files },
    phases,
  };
}

/** The findings and the notices as staff read them. */
export function tellFindings({ diagnostics, sources }: CheckedPublication): {
  readonly findings: string;
  readonly notices: readonly string[];
} {
  const toSee = diagnostics.some(({ code }) => severityOf(code) !== 'info');
  return {
    findings: toSee ? formatReport(diagnostics, sources, { info: false, all: false }) : '',
    notices: diagnostics.flatMap(({ code, message }) => (code === 'history/notice' ? [message] : [])),
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
  const all = files.files;
  const { written } = files;
  return {
    parsed: cache.made,
    printed: pages.printed,
    pagesKept: pages.kept,
    pagesDeleted: deleted.filter((path) => path.endsWith('.html')).length,
    written: written.length,
    kept: all.size - written.length,
    deleted: deleted.length,
    bytes: written.reduce((sum, path) => sum + (all.get(path)?.size ?? 0), 0),
    generationsMade,
  };
}

/** Tells how far a build has come, and notes the time that each part of it took. */
export class Phases implements Progress {
  readonly #progress: Progress;
  readonly #all = new Map<string, number>();
  #current: { readonly name: string; readonly since: number } | null = null;

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  readonly begin = (name: string, total: number | null): void => {
    this.#end();
    this.#current = { name, since: performance.now() };
    this.#progress.begin(name, total);
  };

  readonly step = (): void => {
    this.#progress.step();
  };

  /** Milliseconds by name, in the order of the first of each name; until now. */
  get all(): BuildReport['phases'] {
    this.#end();
    return [...this.#all];
  }

  #end(): void {
    if (this.#current === null) return;
    const { name, since } = this.#current;
    this.#all.set(name, (this.#all.get(name) ?? 0) + performance.now() - since);
    this.#current = null;
  }
}
