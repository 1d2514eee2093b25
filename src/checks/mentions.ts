import { isPrinted } from '../minutes/model.ts';
import type { AgendaItem, BureauMention, Minutes } from '../minutes/model.ts';
import type { Where } from './rule.ts';

/** A body that minutes name, and where. */
export interface Mentioned {
  readonly mention: BureauMention;
  readonly at: Where;
}

/**
 * Every mention once, in text order, those that staff state last: who leads stands among the
 * responsible too.
 */
export function mentionsOf({ items, attendance }: Minutes): readonly Mentioned[] {
  const all = [
    ...items.flatMap(mentionsOfItem),
    ...attendance.observers.flatMap(({ unit }) => (unit === null ? [] : [mentioned(unit, 'observers')])),
  ];
  const once = new Map(all.map((each) => [`${startOf(each)} ${each.mention.text}`, each]));
  return [...once.values()].sort((one, other) => startOf(one) - startOf(other));
}

function startOf({ at }: Mentioned): number {
  return at.kind === 'text' ? at.span.start : Number.MAX_SAFE_INTEGER;
}

function mentionsOfItem({ order, reporters, responsible, decisions }: AgendaItem): readonly Mentioned[] {
  const of = (mentions: readonly BureauMention[], field: string): readonly Mentioned[] =>
    mentions.map((mention) => mentioned(mention, `items.${order}.${field}`));
  return [
    ...of(reporters, 'reporters'),
    ...of(responsible, 'responsible'),
    ...decisions.flatMap(({ issuedInNameOf, leads }) => [
      ...of(issuedInNameOf === null ? [] : [issuedInNameOf], 'issuedInNameOf'),
      ...of(leads, 'leads'),
    ]),
  ];
}

/** @param field where staff state it, when the text doesn't hold it */
function mentioned(mention: BureauMention, field: string): Mentioned {
  return {
    mention,
    at: isPrinted(mention) ? { kind: 'text', span: mention.span } : { kind: 'staff', field },
  };
}
