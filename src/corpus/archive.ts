import { NO_STATEMENTS, type CoverageStatements } from './coverage-file.ts';
import type { DocumentHistory, HistoryEvent } from './history.ts';
import type { Ledger, LedgerLists } from './ledger.ts';
import { NO_LINKS, type Links } from './links.ts';
import type { PaperFile } from './papers.ts';
import { NO_PORTAL, type Portal } from './portal.ts';
import type { Redirect } from './redirects.ts';
import type { RecordedHistory } from './revisions.ts';
import type { Topic } from './topics-file.ts';
import { NO_THREADS, type ThreadStatements } from './threads-file.ts';
import type { Tombstone } from './tombstones.ts';
import { NO_CALENDAR, type Calendar } from './workdays.ts';

/** A settings file before parsing. */
export interface SettingsFile {
  /** As people know it. */
  readonly path: string;
  readonly source: string;
}

/** The files that the archive is read from, each null where there is none, and what git tells. */
export interface ArchiveFiles {
  /** The content folder as people know it. */
  readonly folder: string;
  readonly ledger: SettingsFile | null;
  readonly tombstones: SettingsFile | null;
  readonly redirects: SettingsFile | null;
  readonly corrections: SettingsFile | null;
  readonly holidays: SettingsFile | null;
  readonly coverage: SettingsFile | null;
  readonly threads: SettingsFile | null;
  readonly links: SettingsFile | null;
  readonly topics: SettingsFile | null;
  readonly members: SettingsFile | null;
  readonly collected: SettingsFile | null;
  readonly history: RecordedHistory;
  /** By id, the paper documents that were made of the minutes as they are. */
  readonly papers: ReadonlyMap<string, PaperFile>;
}

/** What is known of the minutes beside their text: their past, their addresses, what isn't public and why. */
export interface Archive {
  /** By id, of the minutes that are public; null where git can't tell, so that nothing is shown of versions. */
  readonly histories: ReadonlyMap<string, DocumentHistory> | null;
  /** Those of them that changed after their publication. */
  readonly changed: readonly DocumentHistory[];
  /** By id, what was once announced about minutes that have a tombstone; no text of theirs is held. */
  readonly withdrawn: ReadonlyMap<string, readonly HistoryEvent[]>;
  readonly tombstones: readonly Tombstone[];
  readonly redirects: readonly Redirect[];
  readonly ledger: Ledger;
  readonly lists: LedgerLists;
  readonly calendar: Calendar;
  readonly coverage: CoverageStatements;
  /** Which documents follow one another. */
  readonly threads: ThreadStatements;
  /** The issued documents and interpretations of the minutes that are public; see `links.ts`. */
  readonly links: Links;
  /** By id, the paper documents that can be downloaded. */
  readonly papers: ReadonlyMap<string, PaperFile>;
  /** In the order of the file. */
  readonly topics: readonly Topic[];
  /** The other sites that this one searches and lists. */
  readonly portal: Portal;
}

export const EMPTY_ARCHIVE: Archive = {
  histories: null,
  changed: [],
  withdrawn: new Map(),
  tombstones: [],
  redirects: [],
  ledger: new Map(),
  lists: [],
  calendar: NO_CALENDAR,
  coverage: NO_STATEMENTS,
  threads: NO_THREADS,
  links: NO_LINKS,
  papers: new Map(),
  topics: [],
  portal: NO_PORTAL,
};

/** The hours that may lie between the stated time of publication and the commit that brings it (R1.15). */
const TOLERANCE_HOURS = 72;

/** Whether a document came to this site later than it says it was published. Both are Beijing minutes. */
export function isLate(published: string, recorded: string): boolean {
  return minuteOf(recorded) - minuteOf(published) > TOLERANCE_HOURS * 60;
}

/** A minute as a number, so that two can be compared. */
function minuteOf(time: string): number {
  return Date.parse(`${time.replace(' ', 'T')}:00Z`) / 60_000;
}
