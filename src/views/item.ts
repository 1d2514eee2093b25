import type { Corpus } from '../corpus/model.ts';
import type { AgendaItem, Decision } from '../minutes/model.ts';
import { labelOf } from '../minutes/item-label.ts';
import { bureauNames, type BureauNameView } from './bureau-names.ts';
import { decisionAnchor } from './grounds.ts';

/** What was read from one item: a row of the table and the line above its text. */
export interface ItemView {
  readonly anchor: string;
  /** As printed (三), else the order: what people call the item. */
  readonly number: string;
  readonly heading: string;
  readonly reporters: readonly BureauNameView[];
  readonly decisions: readonly DecisionView[];
  /** The outcomes of all decisions, each once. */
  readonly outcomes: readonly string[];
  /** Every body told to act. */
  readonly responsible: readonly BureauNameView[];
  readonly issuers: readonly BureauNameView[];
  /** Bodies told to act that no decision names as lead. */
  readonly others: readonly BureauNameView[];
}

export interface DecisionView {
  readonly outcome: string;
  /** Whether staff stated the outcome. */
  readonly stated: boolean;
  /** The sentence in the text. */
  readonly href: string;
  /** The bodies, then the people told to take charge. */
  readonly leads: readonly BureauNameView[];
  readonly issuedInNameOf: BureauNameView | null;
}

/** The facts of an item, with the place in the text of each (promise 1). */
export function itemView(item: AgendaItem, corpus: Corpus): ItemView {
  const decisions = item.decisions.map((decision, index) => decisionView(item, decision, index, corpus));
  const leads = new Set(item.decisions.flatMap((decision) => decision.leads.map(({ text }) => text)));
  return {
    anchor: item.anchor,
    number: item.number?.value ?? String(item.order),
    heading: labelOf(item),
    reporters: bureauNames(item.reporters, corpus),
    decisions,
    outcomes: [...new Set(decisions.map(({ outcome }) => outcome))],
    responsible: bureauNames(item.responsible, corpus),
    issuers: bureauNames(
      item.decisions.flatMap(({ issuedInNameOf }) => issuedInNameOf ?? []),
      corpus,
    ),
    others: bureauNames(
      item.responsible.filter(({ text }) => !leads.has(text)),
      corpus,
    ),
  };
}

function decisionView(item: AgendaItem, decision: Decision, index: number, corpus: Corpus): DecisionView {
  const { outcome, outcomeSpan, leads, leadPersons, issuedInNameOf } = decision;
  return {
    outcome,
    stated: outcomeSpan === null,
    href: `#${decisionAnchor(item, index)}`,
    leads: [
      ...bureauNames(leads, corpus),
      ...leadPersons.map(({ value, origin }) => ({
        text: value,
        href: null,
        members: [],
        stated: origin.kind === 'staff',
      })),
    ],
    issuedInNameOf: issuedInNameOf === null ? null : (bureauNames([issuedInNameOf], corpus)[0] ?? null),
  };
}
