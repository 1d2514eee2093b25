import type { CheckedFile } from '../checks/minutes-file.ts';
import { pointsOf } from '../corpus/ledger.ts';
import type { LeakException } from '../corpus/leak-exceptions.ts';
import { severityOf, type Diagnostic, type DiagnosticCode } from '../minutes/diagnostics.ts';
import { makeBrief } from '../minutes/brief.ts';
import type { BureauId, Head } from '../minutes/model.ts';
import { UNKNOWN_PLACE } from '../minutes/places.ts';
import { makeRegister, type MeetingRegister } from '../minutes/register.ts';
import { makeStated, type StatedHead } from '../minutes/stated.ts';
import { recordsOf } from '../search/record.ts';
import { versionOf } from '../search/search-source.ts';
import type { SourceMeeting } from '../search/search-source.ts';
import { digestOf, digestOfAll } from './digest.ts';
import type { PartRef, PartStore } from './part-store.ts';
import { rolesOf } from './role-line.ts';
import { StoredFinding } from './stored-finding.ts';

/**
 * A document as checked: what every build needs of every document, and where the rest lies. All entries are in
 * memory at once, so that they hold nothing that only some documents are asked for.
 */
export interface DocumentEntry {
  readonly id: string;
  readonly path: string;
  /** What its head states. */
  readonly stated: StatedHead;
  /** Digests of that and of the head. */
  readonly statedDigest: string;
  readonly headDigest: string;
  /** Digest of what lists say of it, see `briefOf`. */
  readonly briefDigest: string;
  /** Digest of what registers say of it, see `registerOf`. */
  readonly registerDigest: string;
  readonly pointCounts: readonly number[];
  /** Digest of what bureaus do in it, and of the anchors that lead there. */
  readonly rolesDigest: string;
  /** Items, attendance, distribution, foot. */
  readonly values: PartRef;
  /** Text and blocks. */
  readonly text: PartRef;
  /** See `DocumentDetails`. */
  readonly details: PartRef;
  /** Null where there is nothing to find. */
  readonly search: SourceMeeting | null;
  /** The codes of its errors and warnings, in their order. */
  readonly findings: readonly DiagnosticCode[];
  /** Reminders, which a build counts and doesn't print. */
  readonly reminders: readonly (readonly [code: DiagnosticCode, count: number])[];
  /** Spans of the source that no report may print. */
  readonly hidden: readonly (readonly [start: number, end: number])[];
  /** The exceptions that something fell under, by their place in the list. */
  readonly used: readonly number[];
  readonly released: readonly string[];
  /** Whether its time of publication hadn't come. */
  readonly waits: boolean;
}

/** What of a document is asked for when its year is made anew, or when its findings are printed. */
export interface DocumentDetails {
  readonly head: Head;
  /** What each bureau does in it, see `rolesOf`. */
  readonly roles: Readonly<Record<BureauId, string>>;
  /** Those of the items. */
  readonly anchors: readonly string[];
  readonly register: MeetingRegister;
  /** Errors and warnings. */
  readonly findings: readonly Diagnostic[];
}

/** The entry of a checked document; its parts go into the store. */
export function entryOf(
  { minutes, diagnostics, leaks }: CheckedFile,
  source: string,
  exceptions: readonly LeakException[],
  now: string,
  store: PartStore,
): DocumentEntry {
  const { id, path, head, items, attendance, distribution, foot, text, blocks } = minutes;
  const records = recordsOf(minutes);
  const register = makeRegister(minutes);
  const stated = makeStated(minutes);
  const details: DocumentDetails = {
    head,
    register,
    roles: rolesOf(minutes),
    anchors: items.map(({ anchor }) => anchor),
    findings: diagnostics.filter(({ code }) => severityOf(code) !== 'info'),
  };
  const reminders = Map.groupBy(
    diagnostics.filter(({ code }) => severityOf(code) === 'info'),
    ({ code }) => code,
  );
  return {
    id,
    path,
    stated,
    statedDigest: digestOf(JSON.stringify(stated)),
    headDigest: digestOf(JSON.stringify(head)),
    briefDigest: digestOf(JSON.stringify(makeBrief(register))),
    registerDigest: digestOf(JSON.stringify(register)),
    pointCounts: pointsOf(minutes),
    rolesDigest: digestOfAll([JSON.stringify(details.roles), ...details.anchors]),
    values: store.add(JSON.stringify({ items, attendance, distribution, foot })),
    text: store.add(JSON.stringify({ text, blocks })),
    details: store.add(JSON.stringify(details)),
    search: records.length === 0 ? null : { ...versionOf(minutes, records), length: text.length },
    findings: details.findings.map(({ code }) => code),
    reminders: [...reminders].map(([code, all]) => [code, all.length]),
    hidden: hiddenIn(source, leaks.shown),
    used: leaks.used.map((exception) => exceptions.indexOf(exception)),
    released: leaks.released,
    waits: isWaiting(stated, now),
  };
}

/** An entry without what only those need who tell findings. */
export function withoutFindings(entry: DocumentEntry): DocumentEntry {
  return { ...entry, findings: [], reminders: [], hidden: [], used: [], released: [] };
}

/** Whether the time of publication hasn't come at a minute: then the findings say so. */
export function isWaiting({ published }: Pick<StatedHead, 'published'>, now: string): boolean {
  return published !== null && published > now;
}

/**
 * The findings of an entry. Those that are only counted have no words.
 *
 * @param detailsOf is called when somebody asks for the words of the others
 */
export function diagnosticsOf(
  { path, findings, reminders }: Pick<DocumentEntry, 'path' | 'findings' | 'reminders'>,
  detailsOf: () => DocumentDetails,
): readonly Diagnostic[] {
  const findingsOf = (): readonly Diagnostic[] => detailsOf().findings;
  return [
    ...findings.map((code, at) => new StoredFinding({ code, path }, at, findingsOf)),
    ...reminders.flatMap(([code, count]) => {
      const reminder = { code, message: '', hint: '', path, place: UNKNOWN_PLACE };
      return Array.from({ length: count }, () => reminder);
    }),
  ];
}

/** A source as reports may print it. */
export function shownSource(source: string, { hidden }: DocumentEntry): string {
  let shown = source;
  for (const [start, end] of hidden)
    shown = shown.slice(0, start) + shown.slice(start, end).replaceAll(/\S/g, '*') + shown.slice(end);
  return shown;
}

function hiddenIn(source: string, shown: string): readonly (readonly [number, number])[] {
  if (source === shown) return [];
  const spans: [number, number][] = [];
  for (let at = 0; at < source.length; at++) {
    if (source[at] === shown[at]) continue;
    const last = spans.at(-1);
    if (last?.[1] === at) last[1] = at + 1;
    else spans.push([at, at + 1]);
  }
  return spans;
}
