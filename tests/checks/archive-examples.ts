import { readFileSync } from 'node:fs';
import { checkArchive } from '../../src/checks/archive.ts';
import { checkCollection } from '../../src/checks/collection.ts';
import type { ArchiveFiles } from '../../src/corpus/archive.ts';
import type { RecordedHistory, Revision } from '../../src/corpus/revisions.ts';
import type { Diagnostic } from '../../src/minutes/diagnostics.ts';
import { joinSources } from '../../src/minutes/sources.ts';
import { formatReport } from '../../src/report/text.ts';
import { FAULTLESS, NOW } from './examples.ts';

/** One commit of a made-up history. */
export interface Told {
  readonly time: string;
  readonly source: string | null;
  readonly reason?: string;
  readonly kind?: string;
}

/** A history of one document as git would tell it; commits are numbered from `1111…`. */
export function toldHistory(
  commits: readonly Told[],
  uncommitted: readonly string[] = [],
  id = '2024/001',
): RecordedHistory {
  const revisions = commits.map(({ time, source, reason, kind }, order): Revision => ({
    order,
    commits: [String(order + 1).repeat(40)],
    time,
    statement: { reason: reason ?? null, kind: kind ?? null },
    movedFrom: null,
    state:
      source === null
        ? { kind: 'gone' }
        : {
            kind: 'public',
            source,
            published: /published: (.*)/u.exec(source)?.[1] ?? '',
            republished: false,
          },
  }));
  return { kind: 'recorded', revisions: new Map([[id, revisions]]), uncommitted };
}

/** Files of an archive in which nothing is at fault: one document, published once. */
export const FAULTLESS_ARCHIVE: ArchiveFiles = {
  folder: 'content',
  ledger: null,
  tombstones: null,
  redirects: null,
  corrections: null,
  holidays: { path: 'content/holidays.yaml', source: readFileSync('content/holidays.yaml', 'utf8') },
  coverage: null,
  threads: null,
  links: null,
  papers: new Map(),
  topics: null,
  members: null,
  collected: null,
  history: toldHistory([{ time: '2024-03-20 10:00', source: FAULTLESS }]),
};

/** The findings about an archive of `content/minutes/2024/001.md`, and their report. */
export function archiveFindings(
  files: Partial<ArchiveFiles>,
  {
    source = FAULTLESS,
    mode = 'publish',
  }: { readonly source?: string; readonly mode?: 'demo' | 'publish' } = {},
): { readonly diagnostics: readonly Diagnostic[]; readonly report: string } {
  const path = 'content/minutes/2024/001.md';
  const { minutes, sources } = checkCollection(
    { minutes: [{ path, id: '2024/001', source }], registry: null, diagnostics: [] },
    NOW,
  );
  const checked = checkArchive(
    { ...FAULTLESS_ARCHIVE, ...files },
    { minutes, waiting: new Set(), mode, now: NOW, sources },
  );
  // The ledger is another matter where no ledger is given.
  const diagnostics = checked.diagnostics.filter(
    ({ code }) => files.ledger !== undefined || code !== 'ledger/not-recorded',
  );
  const report = formatReport(diagnostics, joinSources(sources, checked.sources));
  return { diagnostics, report: report.split('\n\n').slice(0, -1).join('\n\n') };
}

const FILES: Readonly<Record<string, keyof ArchiveFiles>> = {
  'corrections/invalid': 'corrections',
  'tombstones/invalid': 'tombstones',
  'redirects/invalid': 'redirects',
  'topics/invalid': 'topics',
  'members/invalid': 'members',
  'holidays/invalid': 'holidays',
  'coverage/invalid': 'coverage',
  'threads/invalid': 'threads',
  'links/invalid': 'links',
  'links/unknown-target': 'links',
  'links/one-way': 'links',
  'links/date-order': 'links',
  'links/outside': 'links',
  'ledger/invalid': 'ledger',
  'ledger/address-gone': 'ledger',
  'ledger/anchor-gone': 'ledger',
  'ledger/version-gone': 'ledger',
  'ledger/not-recorded': 'ledger',
};

const LATER = FAULTLESS.replace('会议原则同意', '会议同意');

/** Histories that give a finding by themselves: a repository can't stand in a page. */
const HISTORIES: Readonly<Record<string, Parameters<typeof archiveFindings>>> = {
  'history/unavailable': [{ history: { kind: 'unavailable', reason: 'shallow' } }],
  'history/notice': [{ history: { kind: 'unavailable', reason: 'shallow' } }, { mode: 'demo' }],
  'history/unexplained': [
    {
      history: toldHistory([
        { time: '2024-03-20 10:00', source: FAULTLESS },
        { time: '2024-03-25 15:30', source: LATER },
      ]),
    },
    { source: LATER },
  ],
  'history/uncommitted': [
    { history: toldHistory([{ time: '2024-03-20 10:00', source: FAULTLESS }], ['2024/001']) },
  ],
};

/** What the example of a page of these codes is: a settings file, minutes, or what was typed in git. */
export function archiveLanguageOf(code: string): 'json' | 'yaml' | 'markdown' | 'console' | null {
  if (code in HISTORIES) return 'console';
  if (FILES[code] !== undefined) return FILES[code] === 'ledger' ? 'json' : 'yaml';
  return code === 'history/backdated' || code === 'deadline/overdue' ? 'markdown' : null;
}

/** The findings of the example of a page; null for codes that aren't about the archive. */
export function findingsInArchive(code: string, example: string): ReturnType<typeof archiveFindings> | null {
  const told = HISTORIES[code];
  if (told !== undefined) return archiveFindings(...told);
  const file = FILES[code];
  if (file !== undefined) {
    const path = `content/${file}.${file === 'ledger' ? 'json' : 'yaml'}`;
    return archiveFindings({ [file]: { path, source: example } });
  }
  if (code === 'deadline/overdue')
    return archiveFindings(
      { history: toldHistory([{ time: '2024-12-31 10:00', source: example }]) },
      { source: example },
    );
  if (code === 'history/backdated')
    return archiveFindings(
      { history: toldHistory([{ time: '2024-12-20 10:00', source: example }]) },
      { source: example },
    );
  return null;
}
