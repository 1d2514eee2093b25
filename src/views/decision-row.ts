import type { DecisionEntry, IssueState } from '../corpus/decisions.ts';
import type { IssuedDocument } from '../corpus/links.ts';
import type { Corpus } from '../corpus/model.ts';
import { daysBetween } from '../corpus/workdays.ts';
import type { IsoDate } from '../minutes/model.ts';
import { itemUrl, meetingUrl } from '../urls.ts';
import { bureauNames, type BureauNameView } from './bureau-names.ts';
import { filterIdsOf, stateName } from './decision-filters.ts';
import { longDate, type DateView } from './format.ts';
import { decisionAnchor } from './grounds.ts';
import { leadNames } from './item.ts';
import { monthId } from './months.ts';

/** The decisions of one meeting in the register. */
export interface MeetingDecisionsView {
  readonly href: string;
  readonly name: string;
  readonly day: DateView | null;
  /** Anchor of the month, at its newest meeting: `m7`; null at others. */
  readonly month: string | null;
  readonly rows: readonly DecisionRowView[];
}

export interface DecisionRowView {
  /** The item, as people call it. */
  readonly number: string;
  readonly heading: string;
  /** The sentence that decides. */
  readonly href: string;
  readonly outcome: string;
  readonly leads: readonly BureauNameView[];
  readonly issuer: BureauNameView | null;
  readonly state: StateView;
  /** Under which values of each filter the row stands, for the script. */
  readonly ids: Readonly<Record<'outcome' | 'state' | 'bureau', string>>;
}

/** What is known of the document of a decision. */
export interface StateView {
  readonly id: string;
  readonly name: string;
  readonly documents: readonly IssuedView[];
  /** What is to be known beside: the day on which staff looked, or that the document belongs to the item as a whole. */
  readonly note: string | null;
}

export interface IssuedView {
  readonly number: string | null;
  readonly title: string;
  /** Null where the document is not on the web. */
  readonly href: string | null;
  /** Whether it leads to a site that is no government's (R1.10). */
  readonly outside: boolean;
  readonly day: DateView;
  /** 会后12天; null where the day of the meeting isn't known. */
  readonly after: string | null;
}

/** The rows under their meetings, in the order of the entries. */
export function meetingsOf(
  entries: readonly DecisionEntry[],
  rowOfEntry: (entry: DecisionEntry) => DecisionRowView,
): readonly MeetingDecisionsView[] {
  const months = new Set<string>();
  return [...Map.groupBy(entries, ({ meeting }) => meeting)].map(([{ id, name, day }, ofMeeting]) => {
    const month = day === null ? '' : monthAnchor(day);
    const first = month !== '' && !months.has(month);
    months.add(month);
    return {
      href: meetingUrl(id),
      name,
      day: day === null ? null : longDate(day),
      month: first ? month : null,
      rows: ofMeeting.map(rowOfEntry),
    };
  });
}

/** `m7` of a day in July: the anchor of a month in the lists of a year. */
export function monthAnchor(day: IsoDate): string {
  return monthId(day.slice(5, 7));
}

/** What the register shows of a decision. */
export function rowOf(entry: DecisionEntry, corpus: Corpus): DecisionRowView {
  const { meeting, item, decision, index } = entry;
  const { leads, leadPersons, issuedInNameOf } = decision;
  return {
    number: item.number,
    heading: item.label,
    href: itemUrl(meeting.id, decisionAnchor(item, index)),
    outcome: decision.outcome,
    leads: leadNames(leads, leadPersons, corpus),
    issuer: issuedInNameOf === null ? null : (bureauNames([issuedInNameOf], corpus)[0] ?? null),
    state: stateView(entry),
    ids: {
      outcome: filterIdsOf(entry, 'outcome').join(' '),
      state: filterIdsOf(entry, 'state').join(' '),
      bureau: filterIdsOf(entry, 'bureau').join(' '),
    },
  };
}

/** What the register says of the document of a decision. */
export function stateView({ state, meeting: { day } }: Pick<DecisionEntry, 'state' | 'meeting'>): StateView {
  return {
    id: state.kind,
    name: stateName(state.kind),
    documents: state.kind === 'issued' ? state.documents.map((each) => issuedView(each, day)) : [],
    note: noteOf(state),
  };
}

function noteOf(state: IssueState): string | null {
  if (state.kind === 'pending') return `${longDate(state.seen).text}核实`;
  return state.kind === 'issued' && state.ofItem ? '按本项议题登记' : null;
}

/** An issued document, with how long after the meeting it was issued. */
export function issuedView({ number, title, date, link }: IssuedDocument, day: IsoDate | null): IssuedView {
  return {
    number,
    title,
    href: link?.url ?? null,
    outside: link !== null && !link.government,
    day: longDate(date),
    after: day === null ? null : afterMeeting(daysBetween(day, date)),
  };
}

function afterMeeting(days: number): string {
  if (days === 0) return '会议当天';
  return days > 0 ? `会后${String(days)}天` : `会前${String(-days)}天`;
}
