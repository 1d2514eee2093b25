import type { IssueState } from '../corpus/decisions.ts';
import { interpretationsOf, issuedDocumentsOf } from '../corpus/links.ts';
import type { Corpus } from '../corpus/model.ts';
import type { AgendaItem, Minutes } from '../minutes/model.ts';
import { longDate, type DateView } from './format.ts';
import { interpretationView, issuedView, type OutsideView } from './outside.ts';

/** What came of a decision: 正式文件. */
export interface IssuedState {
  readonly documents: readonly OutsideView[];
  /** The day on which staff looked and it wasn't issued yet; null when nobody looked, or it was. */
  readonly pending: DateView | null;
  /** Whether the decision has one issued in somebody's name, and none is known here: 未收录, never “not issued”. */
  readonly unknown: boolean;
}

/** 相关文件与解读 of a whole meeting (R1.18). */
export interface RelatedView {
  readonly issued: readonly RelatedItemView[];
  readonly interpretations: readonly RelatedItemView[];
}

export interface RelatedItemView extends OutsideView {
  /** The item it belongs to; null for the meeting as a whole. */
  readonly item: { readonly href: string; readonly text: string } | null;
}

/** What the page of a meeting says of the document of a decision, as the register has it. */
export function issuedState(state: IssueState): IssuedState {
  return {
    documents: state.kind === 'issued' ? state.documents.map(issuedView) : [],
    pending: state.kind === 'pending' ? longDate(state.seen) : null,
    unknown: state.kind === 'unrecorded',
  };
}

/** Everything that is known to have come of a meeting; null when nothing is. */
export function relatedOf({ id, items }: Minutes, corpus: Corpus): RelatedView | null {
  const issued = items.flatMap((item) =>
    issuedDocumentsOf(corpus, id, item.anchor).map((each) => ({ ...issuedView(each), item: placeOf(item) })),
  );
  const interpretations = [
    ...interpretationsOf(corpus, id, null).map((each) => ({ ...interpretationView(each), item: null })),
    ...items.flatMap((item) =>
      interpretationsOf(corpus, id, item.anchor).map((each) => ({
        ...interpretationView(each),
        item: placeOf(item),
      })),
    ),
  ];
  return issued.length + interpretations.length === 0 ? null : { issued, interpretations };
}

function placeOf(item: AgendaItem): NonNullable<RelatedItemView['item']> {
  return { href: `#${item.anchor}`, text: `议题${item.number?.value ?? String(item.order)}` };
}
