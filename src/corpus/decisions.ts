import { derived, keptForKey } from './derived.ts';
import type { AgendaItem, BureauId, IsoDate, Minutes } from '../minutes/model.ts';
import {
  registerItem,
  registerOf,
  type MeetingRegister,
  type RegisterDecision,
  type RegisterItem,
} from '../minutes/register.ts';
import { issuedDocumentsOf, issuedUnder, pendingOn, type IssuedDocument } from './links.ts';
import type { Corpus } from './model.ts';

/**
 * What is known of the document that a decision asked for. The minutes alone never say that it was
 * issued: that is stated by staff, in `content/links.yaml`, or not known.
 *
 * - `issued` 已印发: staff entered the document
 * - `pending` 待印发: staff looked on a day, and it wasn't issued yet
 * - `unrecorded` 未收录: the decision names in whose name a document is to be issued, and nothing was
 *   entered. It may have been issued: this is no word about what was done
 * - `none`: the decision asks for no document in anybody's name
 */
export type IssueState =
  | {
      readonly kind: 'issued';
      /** At least one, in order of issue. */
      readonly documents: readonly IssuedDocument[];
      /** Whether they belong to the item, and to none of its decisions in particular. */
      readonly ofItem: boolean;
    }
  | { readonly kind: 'pending'; readonly seen: IsoDate }
  | { readonly kind: 'unrecorded' }
  | { readonly kind: 'none' };

/** A decision in the register. */
export interface DecisionEntry {
  readonly meeting: MeetingRegister;
  readonly item: RegisterItem;
  readonly decision: RegisterDecision;
  /** From 0 within the item. */
  readonly index: number;
  readonly state: IssueState;
  /** The bureaus that lead or in whose name it is issued, each once, in text order. */
  readonly bureaus: readonly BureauId[];
}

/** The years of addresses in which anything was decided, newest first. */
export const decisionYears = derived('decisionYears', ({ byYear }) =>
  [...byYear].flatMap(([year, minutes]) => (minutes.some(decides) ? [year] : [])),
);

/** The decisions of one year, newest meeting first, then in text order. */
export function decisionsOfYear(year: string, corpus: Corpus): readonly DecisionEntry[] {
  return entriesOfYear(corpus, year);
}

const entriesOfYear = keptForKey((corpus, year) =>
  (corpus.byYear.get(year) ?? []).flatMap((minutes) => decisionsOf(minutes, corpus)),
);

/** The decisions of one meeting in text order. */
export function decisionsOf(minutes: Minutes, corpus: Corpus): readonly DecisionEntry[] {
  const meeting = registerOf(minutes);
  return meeting.items.flatMap((item) =>
    item.decisions.map((decision, index) => ({
      meeting,
      item,
      decision,
      index,
      state: stateOf({ id: meeting.id, item, decision }, corpus),
      bureaus: bureausOf(decision),
    })),
  );
}

/** What is known of the documents of an item, one for each of its decisions. */
export function issuesOf(item: AgendaItem, minutes: Minutes, corpus: Corpus): readonly IssueState[] {
  const registered = registerItem(item);
  return registered.decisions.map((decision) =>
    stateOf({ id: minutes.id, item: registered, decision }, corpus),
  );
}

/** Whether there is anything to register: without decisions there is no such column (R1.17). */
export const hasDecisions = derived('hasDecisions', ({ minutes }) => minutes.some(decides));

function decides(minutes: Minutes): boolean {
  return registerOf(minutes).items.some(({ decisions }) => decisions.length > 0);
}

function stateOf(
  { id, item, decision }: Pick<DecisionEntry, 'item' | 'decision'> & { readonly id: string },
  corpus: Corpus,
): IssueState {
  const own = issuedUnder(corpus, id, item, decision);
  if (own.length > 0) return { kind: 'issued', documents: own, ofItem: false };
  if (decision.issuedInNameOf === null) return { kind: 'none' };
  // Documents of the item that no decision of it has may well be this one's.
  const claimed = new Set(item.decisions.flatMap((other) => issuedUnder(corpus, id, item, other)));
  const shared = issuedDocumentsOf(corpus, id, item.anchor).filter((each) => !claimed.has(each));
  if (shared.length > 0) return { kind: 'issued', documents: shared, ofItem: true };
  const seen = pendingOn(corpus, id, item.anchor);
  return seen === null ? { kind: 'unrecorded' } : { kind: 'pending', seen };
}

function bureausOf({ leads, issuedInNameOf }: RegisterDecision): readonly BureauId[] {
  const mentions = issuedInNameOf === null ? leads : [...leads, issuedInNameOf];
  return [...new Set(mentions.flatMap(({ bureaus }) => bureaus))];
}
