import type { Corpus } from '../corpus/model.ts';
import { dayOf } from '../minutes/meeting-day.ts';
import type {
  Action,
  AgendaItem,
  BureauId,
  BureauMention,
  IsoDate,
  Minutes,
  Outcome,
} from '../minutes/model.ts';
import type { Span } from '../minutes/places.ts';
import { headingOf, meetingName, outcomeOf, plainTextOf } from '../minutes/plain-text.ts';

/** What a bureau does in a record: the roles of the bureau pages (R7.4). */
export const ROLES = ['reports', 'responsible', 'issues', 'observes'] as const;
export type Role = (typeof ROLES)[number];

export function isRole(value: string | null): value is Role {
  return ROLES.some((role) => role === value);
}

export type RecordKind = 'head' | 'item' | 'attendance';

/** The unit of search: an agenda item, the head of a set of minutes, or its attendance and foot. */
export interface SearchRecord {
  readonly kind: RecordKind;
  /** Id of the minutes: `2022/013`. */
  readonly meeting: string;
  /** What the meeting is called, which results are grouped under; never empty. */
  readonly title: string;
  /** `item-3`, `attendance`, or '' for the head, which is the page itself. */
  readonly anchor: string;
  /** As printed; a name of ours where the text has none. Never empty. */
  readonly heading: string;
  /** Part of `Minutes.text`, blocks apart by `\n`. An item's is the whole item, its heading included. */
  readonly text: string;
  readonly held: IsoDate | null;
  /** The day it is sorted and filtered by: `dayOf`; null when the minutes give none. */
  readonly day: IsoDate | null;
  /**
   * By id; bodies that aren't registered by their name as printed. Those that observe do so at the
   * meeting, and so in all its records.
   */
  readonly bureaus: Readonly<Record<Role, readonly BureauId[]>>;
  readonly action: Action | null;
  /** The one the item is listed under. */
  readonly outcome: Outcome | null;
  /** Whether its page says that it is kept as an archive (R1.13). */
  readonly archived: boolean;
}

/**
 * The records of all minutes, in the order of results: newest meeting first, within it the order of
 * the text. Every character of every text that isn't white space is in exactly one record, but for
 * items that overlap.
 */
export function searchRecords(corpus: Pick<Corpus, 'minutes'>): readonly SearchRecord[] {
  return corpus.minutes.flatMap(recordsOf);
}

/** The address of a record below the site's base path, without leading slash. */
export function recordPath({ meeting, anchor }: Pick<SearchRecord, 'meeting' | 'anchor'>): string {
  return `minutes/${meeting}/${anchor === '' ? '' : `#${anchor}`}`;
}

/** The records of one set of minutes, in the order of the text. */
export function recordsOf(minutes: Minutes): readonly SearchRecord[] {
  const { head, items, attendance } = minutes;
  const observers = attendance.observers.flatMap(({ unit }) => (unit === null ? [] : [unit]));
  const nobody = { reports: [], responsible: [], issues: [], observes: bureausOf(observers) };
  const common = {
    meeting: minutes.id,
    title: meetingName(minutes),
    held: head.held?.value ?? null,
    day: dayOf(minutes),
    bureaus: nobody,
    action: null,
    outcome: null,
    archived: head.archived !== null,
  };
  const headText = plainTextOf(minutes, [head.span]);
  const restText = plainTextOf(minutes, restOf(minutes));
  return [
    ...(headText === ''
      ? []
      : [
          {
            ...common,
            kind: 'head' as const,
            anchor: '',
            heading: oneLine(head.title?.value ?? common.title),
            text: headText,
          },
        ]),
    ...items.map((item) => ({ ...common, ...itemPart(minutes, item, nobody.observes) })),
    ...(restText === ''
      ? []
      : [
          {
            ...common,
            kind: 'attendance' as const,
            anchor: 'attendance',
            heading: '出席、列席与文末',
            text: restText,
          },
        ]),
  ];
}

function itemPart(minutes: Minutes, item: AgendaItem, observes: readonly BureauId[]) {
  const issuers = item.decisions.flatMap(({ issuedInNameOf }) =>
    issuedInNameOf === null ? [] : [issuedInNameOf],
  );
  return {
    kind: 'item' as const,
    anchor: item.anchor,
    heading: headingOf(item),
    text: plainTextOf(minutes, [item.span]),
    bureaus: {
      reports: bureausOf(item.reporters),
      responsible: bureausOf(item.responsible),
      issues: bureausOf(issuers),
      observes,
    },
    action: item.action?.value ?? null,
    outcome: outcomeOf(item),
  };
}

/** A body that isn't registered stands for itself, as printed. */
function bureausOf(mentions: readonly BureauMention[]): readonly BureauId[] {
  return [...new Set(mentions.flatMap(({ bureaus, text }) => (bureaus.length === 0 ? [text] : bureaus)))];
}

/** What is neither head nor item: attendance, distribution, foot, and whatever the parser left over. */
function restOf({ text, head, items }: Minutes): readonly Span[] {
  const taken = [head.span, ...items.map(({ span }) => span)].toSorted((a, b) => a.start - b.start);
  const rest: Span[] = [];
  let at = 0;
  for (const { start, end } of taken) {
    if (start > at) rest.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  return at < text.length ? [...rest, { start: at, end: text.length }] : rest;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, ' ').trim();
}
