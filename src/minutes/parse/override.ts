import type { Diagnostic, DiagnosticCode } from '../diagnostics.ts';
import type { FrontMatter } from '../front-matter.ts';
import type { ItemOverrides } from '../item-overrides.ts';
import type { BureauLexicon } from '../lexicon.ts';
import type { AgendaItem, BureauMention, Decision, Fact } from '../model.ts';
import type { HeadReading } from './head.ts';
import { bodyAt } from './organisations.ts';
import { type Reading } from './reading.ts';

/** Items as staff correct them, and what is wrong with the corrections. */
export interface Overridden {
  readonly items: readonly AgendaItem[];
  readonly diagnostics: readonly Diagnostic[];
}

type Finding = readonly [code: DiagnosticCode, field: string, message: string, hint: string];

/**
 * Puts what staff state of single items in the place of what was read. The official text stays as it
 * is: a decision is named by its sentence, which must stand in the item; other facts are stated
 * values. A correction that repeats what was read, or names no item, is a finding.
 */
export function overrideItems(
  reading: Reading,
  items: readonly AgendaItem[],
  frontMatter: FrontMatter,
  path: string,
  lexicon: BureauLexicon,
): Overridden {
  const findings: Finding[] = [];
  const corrected = items.map((item) => {
    const overrides = frontMatter.items.get(item.order);
    return overrides === undefined ? item : overrideItem(reading, item, overrides, lexicon, findings);
  });
  for (const order of frontMatter.items.keys())
    if (order > items.length)
      findings.push([
        'override/no-such-item',
        `items.${String(order)}`,
        `没有第 ${String(order)} 项议题，这份纪要读到 ${String(items.length)} 项`,
        '改成议题在文件里的次序，从 1 数起',
      ]);
  return { items: corrected, diagnostics: findings.map(toDiagnostic(frontMatter, path)) };
}

/** Findings for head fields that repeat what was read. */
export function findRepeatedHead(
  read: HeadReading,
  frontMatter: FrontMatter,
  path: string,
): readonly Diagnostic[] {
  const readValues: Readonly<Record<string, string | null | undefined>> = {
    title: read.title?.value,
    issuer: read.issuer?.value,
    number: read.number?.value,
    term: read.term?.value,
    session: read.session?.value,
    held: read.held?.value,
    issued: read.issued?.value,
    compiled: read.compiled?.value,
    chair: read.chair?.value.name,
  };
  return Object.entries(frontMatter.overrides)
    .filter(([field, value]) => readValues[field] === value)
    .map(([field, value]) => repeated(field, String(value)))
    .map(toDiagnostic(frontMatter, path));
}

function toDiagnostic(frontMatter: FrontMatter, path: string): (finding: Finding) => Diagnostic {
  return ([code, field, message, hint]) => ({ code, message, hint, path, place: frontMatter.placeOf(field) });
}

function repeated(field: string, value: string): Finding {
  return [
    'override/same-as-text',
    field,
    `“${field}”写的“${value}”与从原文读到的一样`,
    '删去这一行；原文已经说明的不必再写',
  ];
}

function overrideItem(
  reading: Reading,
  item: AgendaItem,
  overrides: ItemOverrides,
  lexicon: BureauLexicon,
  findings: Finding[],
): AgendaItem {
  const field = (name: string): string => `items.${String(item.order)}.${name}`;
  const mentions = (
    name: 'reporters' | 'responsible' | 'leads',
    read: readonly BureauMention[],
  ): readonly BureauMention[] => {
    const stated = overrides[name];
    if (stated === undefined) return read;
    if (stated.join('\n') === read.map(({ text }) => text).join('\n'))
      findings.push(repeated(field(name), stated.join('、')));
    return stated.map((text) => stateMention(text, lexicon));
  };
  if (overrides.action !== undefined && overrides.action === item.action?.value)
    findings.push(repeated(field('action'), overrides.action));
  return {
    ...item,
    action: overrides.action === undefined ? item.action : stateFact(overrides.action, field('action')),
    documents: overrides.documents?.map((title) => stateFact(title, field('documents'))) ?? item.documents,
    reporters: mentions('reporters', item.reporters),
    responsible: mentions('responsible', item.responsible),
    decisions: overrideDecisions(reading, item, overrides, lexicon, findings),
  };
}

function stateFact<T>(value: T, field: string): Fact<T> {
  return { value, origin: { kind: 'staff', field } };
}

function stateMention(text: string, lexicon: BureauLexicon): BureauMention {
  const body = bodyAt(text, 0, text.length, lexicon, true);
  return { text, span: null, bureaus: body?.span.end === text.length ? body.bureaus : [] };
}

function overrideDecisions(
  reading: Reading,
  item: AgendaItem,
  overrides: ItemOverrides,
  lexicon: BureauLexicon,
  findings: Finding[],
): readonly Decision[] {
  const field = `items.${String(item.order)}.decisions`;
  const decisions = overrides.decisions?.flatMap((sentence): Decision[] => {
    const found = findSentence(reading, item, sentence);
    if (found !== null) return [found];
    findings.push([
      'override/not-in-text',
      field,
      `第 ${String(item.order)} 项议题里没有这一句：“${sentence}”`,
      '照抄原文里的一整句，标点也要一样',
    ]);
    return [];
  });
  const [first, ...rest] = decisions ?? item.decisions;
  if (first === undefined) return [];
  return [
    {
      ...first,
      ...(overrides.outcome === undefined ? {} : { outcome: overrides.outcome, outcomeSpan: null }),
      ...(overrides.issuedInNameOf === undefined
        ? {}
        : { issuedInNameOf: stateMention(overrides.issuedInNameOf, lexicon) }),
      ...(overrides.leads === undefined
        ? {}
        : { leads: overrides.leads.map((name) => stateMention(name, lexicon)) }),
    },
    ...rest,
  ];
}

/** The decision that staff quote; white space doesn't count. What was read of the same sentence is kept. */
function findSentence(reading: Reading, item: AgendaItem, sentence: string): Decision | null {
  const bare = sentence.replaceAll(/\s/gu, '');
  const within = reading.compact(item.span);
  const at = reading.text.slice(within.start, within.end).indexOf(bare);
  if (at < 0 || bare === '') return null;
  const span = reading.original({ start: within.start + at, end: within.start + at + bare.length });
  const read = item.decisions.find(
    (decision) => decision.span.start <= span.start && span.end <= decision.span.end,
  );
  return {
    ...(read ?? { outcome: '议定', outcomeSpan: null, issuedInNameOf: null, leads: [], leadPersons: [] }),
    span,
    stated: true,
  };
}
