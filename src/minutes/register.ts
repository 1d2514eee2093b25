import { labelOf } from './item-label.ts';
import { dayOf } from './meeting-day.ts';
import type {
  Action,
  AgendaItem,
  BureauId,
  BureauMention,
  Decision,
  IsoDate,
  Minutes,
  Outcome,
} from './model.ts';
import { headingOf, meetingName } from './plain-text.ts';

/**
 * What registers over many meetings say of one, each item with all that was decided: plain data without a place
 * in the text, so that a correction which moves sentences alone changes no list.
 */
export interface MeetingRegister {
  readonly id: string;
  readonly name: string;
  /** 第13号: what else it is called; null when the text prints none. */
  readonly number: string | null;
  /** See `dayOf`. */
  readonly day: IsoDate | null;
  /** The day of publication; null where it isn't stated. */
  readonly published: IsoDate | null;
  readonly items: readonly RegisterItem[];
}

export interface RegisterItem {
  readonly anchor: string;
  /** As printed (三), else the order: what people call the item. */
  readonly number: string;
  /** See `labelOf`. */
  readonly label: string;
  /** See `headingOf`. */
  readonly heading: string;
  readonly action: Action | null;
  /** The titles of the documents it is about. */
  readonly documents: readonly string[];
  readonly reporters: readonly RegisterBody[];
  /** Every body told to act. */
  readonly responsible: readonly RegisterBody[];
  readonly decisions: readonly RegisterDecision[];
}

export interface RegisterDecision {
  readonly outcome: Outcome;
  /** Whether staff stated the outcome. */
  readonly stated: boolean;
  readonly issuedInNameOf: RegisterBody | null;
  readonly leads: readonly RegisterBody[];
  readonly leadPersons: readonly { readonly name: string; readonly stated: boolean }[];
}

/** A body as it is printed. */
export interface RegisterBody {
  readonly text: string;
  readonly bureaus: readonly BureauId[];
  /** Whether staff stated it, so that no place of the text says it. */
  readonly stated: boolean;
}

/** The register of minutes; where a build notes what each page reads, that counts alone as read. */
export function registerOf(minutes: Minutes): MeetingRegister {
  return minutes.register ?? makeRegister(minutes);
}

/** Makes the register of what the minutes say. */
export function makeRegister(minutes: Pick<Minutes, 'id' | 'head' | 'items'>): MeetingRegister {
  const { id, head, items } = minutes;
  return {
    id,
    name: meetingName(minutes),
    number: head.number?.value ?? null,
    day: dayOf(minutes),
    published: head.published?.slice(0, 10) ?? null,
    items: items.map(registerItem),
  };
}

/** What registers say of an item. */
export function registerItem(item: AgendaItem): RegisterItem {
  return {
    anchor: item.anchor,
    number: item.number?.value ?? String(item.order),
    label: labelOf(item),
    heading: headingOf(item),
    action: item.action?.value ?? null,
    documents: item.documents.map(({ value }) => value),
    reporters: item.reporters.map(registerBody),
    responsible: item.responsible.map(registerBody),
    decisions: item.decisions.map(registerDecision),
  };
}

function registerDecision({
  outcome,
  outcomeSpan,
  issuedInNameOf,
  leads,
  leadPersons,
}: Decision): RegisterDecision {
  return {
    outcome,
    stated: outcomeSpan === null,
    issuedInNameOf: issuedInNameOf === null ? null : registerBody(issuedInNameOf),
    leads: leads.map(registerBody),
    leadPersons: leadPersons.map(({ value, origin }) => ({ name: value, stated: origin.kind === 'staff' })),
  };
}

function registerBody({ text, bureaus, span }: BureauMention): RegisterBody {
  return { text, bureaus, stated: span === null };
}
