import type { Corpus } from '../corpus/model.ts';
import type { RegisterDecision, RegisterItem } from '../minutes/register.ts';
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
export function itemView(item: RegisterItem, corpus: Corpus): ItemView {
  const decisions = item.decisions.map((decision, index) => decisionView(item, decision, index, corpus));
  const leads = new Set(item.decisions.flatMap((decision) => decision.leads.map(({ text }) => text)));
  return {
    anchor: item.anchor,
    number: item.number,
    heading: item.label,
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

function decisionView(
  item: RegisterItem,
  { outcome, stated, leads, leadPersons, issuedInNameOf }: RegisterDecision,
  index: number,
  corpus: Corpus,
): DecisionView {
  return {
    outcome,
    stated,
    href: `#${decisionAnchor(item, index)}`,
    leads: leadNames(leads, leadPersons, corpus),
    issuedInNameOf: issuedInNameOf === null ? null : (bureauNames([issuedInNameOf], corpus)[0] ?? null),
  };
}

/** The bodies that lead, then the people told to take charge. */
export function leadNames(
  leads: RegisterDecision['leads'],
  persons: RegisterDecision['leadPersons'],
  corpus: Corpus,
): readonly BureauNameView[] {
  const people = persons.map(({ name, stated }) => ({ text: name, href: null, members: [], stated }));
  return [...bureauNames(leads, corpus), ...people];
}
