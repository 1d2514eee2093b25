import type { Archive, ArchiveFiles, SettingsFile } from '../corpus/archive.ts';
import { parseCorrections } from '../corpus/corrections-file.ts';
import { parseCoverage } from '../corpus/coverage-file.ts';
import { historiesOf } from '../corpus/histories.ts';
import { parseHolidays } from '../corpus/holidays.ts';
import { EMPTY_LEDGER_FILE, parseLedger } from '../corpus/ledger.ts';
import { linksAmong } from '../corpus/links.ts';
import { parseLinks } from '../corpus/links-file.ts';
import { parseRedirects } from '../corpus/redirects.ts';
import { formatCollected, parseCollected } from '../corpus/collected.ts';
import { parseMembers } from '../corpus/members-file.ts';
import { parseTopics } from '../corpus/topics-file.ts';
import { parseTombstones } from '../corpus/tombstones.ts';
import { parseThreads } from '../corpus/threads-file.ts';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import type { Minutes } from '../minutes/model.ts';
import { sourcesOf, type Sources } from '../minutes/sources.ts';
import { checkAddresses } from './addresses.ts';
import { placeFindings, type FindPlace } from './collection-rule.ts';
import { checkDeadlines } from './deadlines.ts';
import { checkHistory } from './history.ts';
import { checkLinks } from './links.ts';

/** What the archive is checked against. */
export interface ArchiveSubject {
  /** The minutes that are published. */
  readonly minutes: readonly Minutes[];
  /** Ids of the minutes whose time hasn't come. */
  readonly waiting: ReadonlySet<string>;
  /** In publish mode a missing history or statement is an error, else a notice. */
  readonly mode: 'demo' | 'publish';
  /** The minute of the check in Beijing time, `YYYY-MM-DD HH:MM`. */
  readonly now: string;
  /** Path to source of the minutes. */
  readonly sources: Sources;
  /** What finds a place in a file, where it is known already what that would give. */
  readonly find?: FindPlace;
}

export interface CheckedArchive {
  readonly archive: Archive;
  readonly diagnostics: readonly Diagnostic[];
  /** Path to source of the settings files, for reports. */
  readonly sources: Sources;
}

/** Reads and checks the archive of a content folder. Never throws on bad input. */
export function checkArchive(files: ArchiveFiles, subject: ArchiveSubject): CheckedArchive {
  const { folder, history: recorded } = files;
  const ledger = read(files.ledger, parseLedger, EMPTY_LEDGER_FILE);
  const tombstones = read(files.tombstones, parseTombstones);
  const redirects = read(files.redirects, parseRedirects);
  const corrections = read(files.corrections, parseCorrections);
  const holidays = read(files.holidays, parseHolidays, 'years: {}\n');
  const coverage = read(files.coverage, parseCoverage);
  const threads = read(files.threads, parseThreads);
  const links = read(files.links, parseLinks);
  const topics = read(files.topics, parseTopics);
  const members = read(files.members, parseMembers);
  const collected = read(files.collected, parseCollected, NOTHING_COLLECTED);
  const all = historiesOf(recorded, redirects.redirects, corrections.corrections);
  const published = new Set(subject.minutes.map(({ id }) => id));
  const histories = all === null ? null : new Map([...all].filter(([id]) => published.has(id)));
  const archive: Archive = {
    histories,
    changed: [...(histories?.values() ?? [])].filter(({ events }) => events.length > 0),
    withdrawn: new Map(tombstones.tombstones.map(({ id }) => [id, all?.get(id)?.events ?? []])),
    tombstones: tombstones.tombstones,
    redirects: redirects.redirects,
    ledger: ledger.ledger,
    lists: ledger.lists,
    calendar: holidays.calendar,
    coverage: coverage.statements,
    threads: threads.threads,
    links: linksAmong(links.links, published),
    papers: new Map([...files.papers].filter(([id]) => published.has(id))),
    topics: topics.topics,
    portal: { members: members.members, collected: collected.collected },
  };
  const settings = [
    files.ledger,
    files.tombstones,
    files.redirects,
    files.corrections,
    files.holidays,
    files.coverage,
    files.threads,
    files.links,
    files.topics,
    files.members,
    files.collected,
  ];
  return {
    archive,
    diagnostics: [
      ...[
        ledger,
        tombstones,
        redirects,
        corrections,
        holidays,
        coverage,
        threads,
        links,
        topics,
        members,
        collected,
      ].flatMap(({ diagnostics }) => diagnostics),
      ...checkAddresses({
        ...subject,
        archive,
        ledger:
          files.ledger === null
            ? null
            : { path: files.ledger.path, placeOf: ledger.placeOf, broken: ledger.diagnostics.length > 0 },
        folder,
        past: all,
        reportTombstone: tombstones.report,
        reportRedirect: redirects.report,
      }),
      ...checkLinks({ ...subject, file: links, today: subject.now.slice(0, 10) }),
      ...checkHistory({ ...subject, folder, recorded, archive }),
      ...placeFindings(checkDeadlines(subject.minutes, archive.calendar), subject.sources, subject.find),
    ],
    sources: sourcesOf(settings.flatMap((file) => file ?? [])),
  };
}

const NOTHING_COLLECTED = formatCollected([], []);

function read<T>(file: SettingsFile | null, parse: (source: string, path: string) => T, otherwise = ''): T {
  return parse(file?.source ?? otherwise, file?.path ?? '');
}
