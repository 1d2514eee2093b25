import { createHash } from 'node:crypto';
import type { Corpus } from '../../../src/corpus/model.ts';
import type {
  AgendaItem,
  Attendance,
  BureauMention,
  Decision,
  Distribution,
  Fact,
  Foot,
  Head,
  Minutes,
  ObserverUnit,
  Point,
} from '../../../src/minutes/model.ts';
import type { Span } from '../../../src/minutes/places.ts';

/** Every fact of the model by what it is called and whose it is, put together without any code of the exports. */

export type Value = string | number | boolean | null | readonly Value[];

/** Values by whose they are: a meeting `2022/013`, an item `2022/013#item-3`, the second decision of it `…/2`. */
export type Values = Readonly<Record<string, Value>>;

/** What a model's field is told as; a reason in brackets where it is told nowhere. */
type Told = FactName | readonly FactName[] | `(${string})`;

/** A field that a part of the model gains has no row here, and the types say so. */
export const MODEL = {
  head: {
    span: '(a place)',
    title: 'title',
    issuer: 'issuer',
    number: 'number',
    session: 'session',
    sessionOrdinal: 'sessionOrdinal',
    term: 'term',
    held: 'held',
    heldPart: 'heldPart',
    issued: 'issued',
    compiled: 'compiled',
    chair: ['chair', 'chairTitle'],
    venue: 'venue',
    disclosure: 'disclosure',
    disclosureReason: '(for staff)',
    redaction: 'redaction',
    published: 'published',
    archived: 'archived',
  } satisfies Record<keyof Head, Told>,
  item: {
    order: 'itemOrder',
    number: 'itemNumber',
    anchor: '(its key)',
    headingStyle: '(how it is set)',
    heading: 'itemHeading',
    lead: 'itemLead',
    parent: 'itemParent',
    span: 'itemText',
    action: 'action',
    documents: 'documents',
    reporters: ['reporters', 'reporterIds', 'reporterNames'],
    decisions: '(parts)',
    responsible: ['responsible', 'responsibleIds', 'responsibleNames'],
    points: '(parts)',
    inlinePoints: '(parts)',
    remarks: 'remarks',
  } satisfies Record<keyof AgendaItem, Told>,
  decision: {
    span: 'decisionText',
    stated: '(whether staff named the sentence; the sentence is told)',
    outcome: 'outcome',
    outcomeSpan: 'outcomeSource',
    issuedInNameOf: ['issuedInNameOf', 'issuerNames'],
    leads: ['leads', 'leadIds', 'leadNames'],
    leadPersons: 'leadPersons',
  } satisfies Record<keyof Decision, Told>,
  point: {
    order: '(its key)',
    mark: 'pointMark',
    anchor: 'pointAnchor',
    span: 'pointText',
  } satisfies Record<keyof Point, Told>,
  attendance: {
    span: '(a place)',
    present: 'present',
    observers: '(parts)',
    absent: 'absent',
    recorder: 'recorder',
  } satisfies Record<keyof Attendance, Told>,
  observer: {
    unit: ['observerUnit', 'observerIds'],
    names: ['observerPeople', 'observerCount'],
    represented: 'represented',
    group: 'observerGroup',
  } satisfies Record<keyof ObserverUnit, Told>,
  distribution: { to: 'to', cc: 'cc' } satisfies Record<keyof Distribution, Told>,
  foot: {
    compiledBy: 'compiledBy',
    note: 'note',
    otherMatters: 'otherMatters',
  } satisfies Record<keyof Foot, Told>,
  minutes: {
    id: '(its key)',
    path: '(for staff)',
    text: ['text', 'textHash'],
    blocks: ['blocks', 'lines'],
    head: '(parts)',
    items: ['itemCount', 'agenda'],
    attendance: '(parts)',
    distribution: '(parts)',
    foot: '(parts)',
    pointCounts: '(of the build)',
    brief: '(of the build)',
    register: '(of the build)',
    stated: '(of the build)',
  } satisfies Record<keyof Minutes, Told>,
} as const;

/** The names of all facts of the minutes. */
export type FactName =
  | 'title'
  | 'issuer'
  | 'number'
  | 'session'
  | 'sessionOrdinal'
  | 'term'
  | 'held'
  | 'heldPart'
  | 'issued'
  | 'compiled'
  | 'chair'
  | 'chairTitle'
  | 'venue'
  | 'disclosure'
  | 'redaction'
  | 'published'
  | 'archived'
  | 'present'
  | 'absent'
  | 'recorder'
  | 'to'
  | 'cc'
  | 'compiledBy'
  | 'note'
  | 'otherMatters'
  | 'text'
  | 'blocks'
  | 'itemCount'
  | 'called'
  | 'agenda'
  | 'lines'
  | 'textHash'
  | 'observerNames'
  | 'observerUnit'
  | 'observerIds'
  | 'observerPeople'
  | 'observerCount'
  | 'represented'
  | 'observerGroup'
  | 'itemOrder'
  | 'itemNumber'
  | 'itemHeading'
  | 'itemLead'
  | 'itemParent'
  | 'itemCalled'
  | 'itemText'
  | 'action'
  | 'documents'
  | 'reporters'
  | 'reporterIds'
  | 'reporterNames'
  | 'responsible'
  | 'responsibleIds'
  | 'responsibleNames'
  | 'itemOutcome'
  | 'remarks'
  | 'pointCount'
  | 'outcome'
  | 'outcomeSource'
  | 'decisionText'
  | 'issuedInNameOf'
  | 'issuerNames'
  | 'leads'
  | 'leadIds'
  | 'leadNames'
  | 'leadPersons'
  | 'inCharge'
  | 'decisionTexts'
  | 'outcomes'
  | 'decisionNotes'
  | 'entryTitle'
  | 'pointMark'
  | 'pointText'
  | 'pointAnchor';

export type Facts = Readonly<Record<FactName, Values>>;

/** All facts of all minutes of a corpus. */
export function factsOf({ minutes, registry }: Corpus): Facts {
  const facts = new Map<FactName, Record<string, Value>>();
  const put = (key: string, values: Readonly<Partial<Record<FactName, Value>>>): void => {
    for (const [name, value] of Object.entries(values)) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of this record are fact names
      const known = facts.get(name as FactName) ?? {};
      known[key] = value;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
      facts.set(name as FactName, known);
    }
  };
  const nameOf = (id: string): string => registry.byId.get(id)?.short ?? id;
  for (const each of minutes) {
    put(each.id, meetingFacts(each, nameOf));
    for (const [at, observer] of each.attendance.observers.entries())
      put(`${each.id}/${String(at + 1)}`, observerFacts(observer));
    for (const item of each.items) {
      const key = `${each.id}#${item.anchor}`;
      put(key, itemFacts(item, each, nameOf));
      for (const [at, decision] of item.decisions.entries())
        put(`${key}/${String(at + 1)}`, decisionFacts(decision, each, nameOf));
      for (const [kind, points] of [
        ['分点', item.points],
        ['段内', item.inlinePoints],
      ] as const)
        for (const point of points) put(`${key}/${kind}/${String(point.order)}`, pointFacts(point, each));
    }
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- facts that no document has are added by the reader
  return Object.fromEntries(facts) as Facts;
}

function meetingFacts(minutes: Minutes, nameOf: (id: string) => string): Partial<Record<FactName, Value>> {
  const lines = linesOf(minutes);
  const units = minutes.attendance.observers.flatMap(({ unit }) => unit ?? []);
  const { head, attendance, distribution, foot, items, blocks } = minutes;
  return {
    title: of(head.title),
    issuer: of(head.issuer),
    number: of(head.number),
    session: of(head.session),
    sessionOrdinal: head.sessionOrdinal,
    term: of(head.term),
    held: of(head.held),
    heldPart: of(head.heldPart),
    issued: of(head.issued),
    compiled: of(head.compiled),
    chair: head.chair?.value.name ?? null,
    chairTitle: head.chair?.value.title ?? null,
    venue: of(head.venue),
    disclosure: head.disclosure,
    redaction: head.redaction === null ? null : [head.redaction.reason, head.redaction.basis],
    published: head.published,
    archived: head.archived,
    present: attendance.present.map(({ name }) => name),
    absent: attendance.absent.map(({ name, reason }) => [name, reason]),
    recorder: attendance.recorder?.name ?? null,
    to: of(distribution.to),
    cc: of(distribution.cc),
    compiledBy: of(foot.compiledBy),
    note: of(foot.note),
    otherMatters: of(foot.otherMatters),
    text: minutes.text,
    blocks: blocks.map((block) =>
      block.kind === 'withheld' ? `〔${block.reason}|${block.basis}〕` : cut(minutes, block.span),
    ),
    itemCount: items.length,
    called: calledOf(minutes),
    agenda: items.map((item) => `${item.number?.value ?? String(item.order)}、${itemCalledOf(item)}`),
    lines,
    textHash: createHash('sha256')
      .update(`${lines.join('\n')}\n`)
      .digest('hex'),
    observerNames: namesOf(units, nameOf),
  };
}

function observerFacts({ unit, names, represented, group }: ObserverUnit): Partial<Record<FactName, Value>> {
  return {
    observerUnit: unit?.text ?? null,
    observerIds: [...new Set(unit?.bureaus ?? [])],
    observerPeople: names.map(({ name }) => name),
    observerCount: names.length,
    represented,
    observerGroup: group,
  };
}

function itemFacts(
  item: AgendaItem,
  minutes: Minutes,
  nameOf: (id: string) => string,
): Partial<Record<FactName, Value>> {
  const [first] = item.decisions;
  return {
    itemOrder: item.order,
    itemNumber: of(item.number),
    itemHeading: of(item.heading),
    itemLead: of(item.lead),
    itemParent: of(item.parent),
    itemCalled: itemCalledOf(item),
    itemText: cut(minutes, item.span),
    action: of(item.action),
    documents: item.documents.map(({ value }) => value),
    reporters: item.reporters.map(({ text }) => text),
    reporterIds: idsOf(item.reporters),
    reporterNames: namesOf(item.reporters, nameOf),
    responsible: item.responsible.map(({ text }) => text),
    responsibleIds: idsOf(item.responsible),
    responsibleNames: namesOf(item.responsible, nameOf),
    itemOutcome: first?.outcome ?? null,
    remarks: item.remarks.map(({ word, span }) => `${word}|${cut(minutes, span)}`),
    pointCount: item.points.length,
    decisionTexts: item.decisions.map(({ span }) => cut(minutes, span)),
    outcomes: item.decisions.map(({ outcome }) => outcome),
    decisionNotes: item.decisions.flatMap(({ outcome, span }) => [outcome, cut(minutes, span)]),
    entryTitle: itemCalledOf(item) + (first === undefined ? '' : `（${first.outcome}）`),
  };
}

function decisionFacts(
  { span, outcome, outcomeSpan, issuedInNameOf, leads, leadPersons }: Decision,
  minutes: Minutes,
  nameOf: (id: string) => string,
): Partial<Record<FactName, Value>> {
  const issuers = issuedInNameOf === null ? [] : [issuedInNameOf];
  return {
    outcome,
    outcomeSource: outcomeSpan === null ? null : cut(minutes, outcomeSpan),
    decisionText: cut(minutes, span),
    issuedInNameOf: issuedInNameOf?.text ?? null,
    issuerNames: namesOf(issuers, nameOf),
    leads: leads.map(({ text }) => text),
    leadIds: idsOf(leads),
    leadNames: namesOf(leads, nameOf),
    leadPersons: leadPersons.map(({ value }) => value),
    inCharge: [...leads.map(({ text }) => text), ...leadPersons.map(({ value }) => value)],
  };
}

function pointFacts({ mark, anchor, span }: Point, minutes: Minutes): Partial<Record<FactName, Value>> {
  return { pointMark: mark, pointText: cut(minutes, span), pointAnchor: anchor === '' ? null : anchor };
}

function itemCalledOf({ heading, lead, order }: AgendaItem): string {
  return flat(heading?.value ?? lead?.value ?? '') || `议题${String(order)}`;
}

/** The text a line for each block; what is withheld is told in its place. */
function linesOf(minutes: Minutes): readonly string[] {
  return minutes.blocks.map((block) =>
    block.kind === 'withheld'
      ? `【此处按${block.basis}不予公开：${block.reason}】`
      : cut(minutes, block.span),
  );
}

/** What a meeting is called where one line has to say it. */
function calledOf({ head: { session, title, number }, id }: Minutes): string {
  const titled = title === null || number === null ? title?.value : `${title.value}（${number.value}）`;
  return flat(session?.value ?? titled ?? '') || `会议纪要 ${id}`;
}

function of<T>(fact: Fact<T> | null): T | null {
  return fact === null ? null : fact.value;
}

function cut({ text }: Minutes, { start, end }: Span): string {
  return text.slice(start, end);
}

function flat(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, ' ').trim();
}

function idsOf(mentions: readonly BureauMention[]): readonly string[] {
  return [...new Set(mentions.flatMap(({ bureaus }) => bureaus))];
}

/** Registered bureaus by the name they are shown under, others as printed, each once. */
function namesOf(mentions: readonly BureauMention[], nameOf: (id: string) => string): readonly string[] {
  return [
    ...new Set(mentions.flatMap(({ text, bureaus }) => (bureaus.length > 0 ? bureaus.map(nameOf) : [text]))),
  ];
}
