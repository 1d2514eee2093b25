import type { Lists } from '../corpus/lists.ts';
import type { Registry } from '../corpus/model.ts';
import type { DiagnosticCode } from '../minutes/diagnostics.ts';
import type { Fact, Minutes } from '../minutes/model.ts';
import type { Span } from '../minutes/places.ts';
import type { CompactText } from './compact-text.ts';
import type { Policy } from './policy.ts';

/** What a rule may know. There is no clock, file or configuration beside it. */
export interface Subject {
  readonly minutes: Minutes;
  /** Without bureaus when the place has no registry; then no name is unknown. */
  readonly registry: Registry;
  /** The words that the operator keeps; where a list is empty its rule is silent. */
  readonly lists: Lists;
  /** The text without white space, for rules that white space must not hide anything from. */
  readonly reading: CompactText;
  /** What the site asks of its minutes. */
  readonly policy: Policy;
  /** The minute of the check in Beijing time, `YYYY-MM-DD HH:MM`. */
  readonly now: string;
}

/** One finding of a rule: the fact and its mending as in `Diagnostic`, and where. */
export interface Finding {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
  readonly at: Where;
  /** What could stand in the place, white space or a mark or a word; a person decides. */
  readonly replacement?: string;
}

/** A span of the official text, or a field of the front matter. */
export type Where =
  { readonly kind: 'text'; readonly span: Span } | { readonly kind: 'staff'; readonly field: string };

/** A rule reads one set of minutes and never throws; its findings stand in text order. */
export type Rule = (subject: Subject) => readonly Finding[];

/** Where the ground of a fact stands. */
export function whereOf(fact: Fact<unknown>): Where {
  return fact.origin;
}

/** A place in the official text. */
export function inText(start: number, end: number): Where {
  return { kind: 'text', span: { start, end } };
}

/** The place in the official text of a range of the text without white space. */
export function inReading(reading: CompactText, start: number, end: number): Where {
  return { kind: 'text', span: reading.original({ start, end }) };
}
