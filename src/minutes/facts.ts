import { textAt, type AgendaItem, type Minutes, type ObserverUnit } from './model.ts';

/**
 * The facts of one document in the form they are compared in: plain JSON, field names in snake
 * case, values as printed. Nothing is added that the text doesn't say.
 */
export interface Facts {
  readonly title: string | null;
  readonly issuer: string | null;
  readonly number: string | null;
  readonly meeting_name_or_ordinal: string | null;
  readonly meeting_date: string | null;
  readonly issue_date: string | null;
  readonly compiled_date: string | null;
  readonly chair: { readonly name: string; readonly title: string | null } | null;
  readonly venue: string | null;
  readonly disclosure: string | null;
  readonly compiled_by: string | null;
  readonly recorder: string | null;
  readonly distribution: { readonly to: string | null; readonly cc: string | null };
  readonly other_matters: boolean;
  readonly items: readonly ItemFacts[];
  readonly attendance: {
    readonly present: readonly string[];
    readonly observers: readonly {
      readonly org: string | null;
      readonly names: readonly string[];
      readonly group?: string;
    }[];
    readonly absent: readonly { readonly name: string; readonly reason: string | null }[];
  };
}

export interface ItemFacts {
  readonly ordinal: string | null;
  readonly heading: string | null;
  readonly heading_style: string;
  readonly lead: string | null;
  readonly parent: string | null;
  readonly action: string | null;
  readonly documents: readonly string[];
  readonly reporting_bureaus: readonly string[];
  readonly decision: readonly string[] | null;
  readonly responsible_bureaus: readonly string[];
  readonly lead_bureaus: readonly string[];
  readonly lead_persons: readonly string[];
  readonly issued_in_name_of: string | null;
  readonly point_count: number;
  readonly inline_point_count: number;
}

/** The facts form of a set of minutes. */
export function factsOf(minutes: Minutes): Facts {
  const { head, attendance, distribution, foot } = minutes;
  return {
    title: head.title?.value ?? null,
    issuer: head.issuer?.value ?? null,
    number: head.number?.value ?? null,
    meeting_name_or_ordinal: head.session?.value ?? null,
    meeting_date: head.held?.value ?? null,
    issue_date: head.issued?.value ?? null,
    compiled_date: head.compiled?.value ?? null,
    chair: head.chair?.value ?? null,
    venue: head.venue?.value ?? null,
    disclosure: foot.note?.value ?? null,
    compiled_by: foot.compiledBy?.value ?? null,
    recorder: attendance.recorder?.name ?? null,
    distribution: { to: distribution.to?.value ?? null, cc: distribution.cc?.value ?? null },
    other_matters: foot.otherMatters !== null,
    items: minutes.items.map((item) => itemFactsOf(minutes, item)),
    attendance: {
      present: attendance.present.map(({ name }) => name),
      observers: attendance.observers.map(observerFactsOf),
      absent: attendance.absent.map(({ name, reason }) => ({ name, reason })),
    },
  };
}

function itemFactsOf(minutes: Minutes, item: AgendaItem): ItemFacts {
  const decisions = item.decisions.map(({ span }) => textAt(minutes, span));
  return {
    ordinal: item.number?.value ?? null,
    heading: item.heading?.value ?? null,
    heading_style: item.headingStyle,
    lead: item.lead?.value ?? null,
    parent: item.parent?.value ?? null,
    action: item.action?.value ?? null,
    documents: item.documents.map(({ value }) => value),
    reporting_bureaus: item.reporters.map(({ text }) => text),
    decision: decisions.length > 0 ? decisions : null,
    responsible_bureaus: item.responsible.map(({ text }) => text),
    lead_bureaus: [...new Set(item.decisions.flatMap(({ leads }) => leads.map(({ text }) => text)))],
    lead_persons: [
      ...new Set(item.decisions.flatMap(({ leadPersons }) => leadPersons.map(({ value }) => value))),
    ],
    issued_in_name_of:
      item.decisions.find(({ issuedInNameOf }) => issuedInNameOf !== null)?.issuedInNameOf?.text ?? null,
    point_count: item.points.length,
    inline_point_count: item.inlinePoints.length,
  };
}

/** A group by agenda item is a group; any other label stands in the place of the body it names. */
function observerFactsOf({ unit, names, group }: ObserverUnit): Facts['attendance']['observers'][number] {
  const byItem = group !== null && /议题|固定/u.test(group);
  return {
    org: unit?.text ?? (byItem ? null : group),
    names: names.map(({ name }) => name),
    ...(byItem ? { group } : {}),
  };
}
