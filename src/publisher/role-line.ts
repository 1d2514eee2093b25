import { isLead } from '../corpus/corpus.ts';
import type { BureauId, BureauMention, Minutes } from '../minutes/model.ts';

/** The places of a bureau's roles in a document, all from 0: items; items and whether it leads (1); items and decisions. */
export interface BureauRoles {
  readonly reports: readonly number[];
  readonly responsible: readonly (readonly [item: number, lead: number])[];
  readonly issues: readonly (readonly [item: number, decision: number])[];
  readonly observes: boolean;
}

/**
 * What every bureau does in a document, as a short line for each: documents have a hundred roles, and each
 * build has all documents in memory. `0 3|3.0 4.1|2.0|+` reports on two items, has to act on two, leads
 * in the second of them, issues the first decision of an item, and attends.
 */
export function rolesOf({ items, attendance }: Minutes): Readonly<Record<BureauId, string>> {
  const roles = new Map<
    BureauId,
    { reports: string[]; responsible: string[]; issues: string[]; observes: string }
  >();
  const of = (id: BureauId): typeof roles extends Map<BureauId, infer Roles> ? Roles : never => {
    const known = roles.get(id) ?? { reports: [], responsible: [], issues: [], observes: '' };
    roles.set(id, known);
    return known;
  };
  for (const [at, item] of items.entries()) {
    for (const id of idsOf(item.reporters)) of(id).reports.push(String(at));
    for (const id of idsOf(item.responsible))
      of(id).responsible.push(`${String(at)}.${isLead(id, item) ? '1' : '0'}`);
    for (const [order, { issuedInNameOf }] of item.decisions.entries())
      for (const id of idsOf(issuedInNameOf === null ? [] : [issuedInNameOf]))
        of(id).issues.push(`${String(at)}.${String(order)}`);
  }
  for (const id of idsOf(attendance.observers.flatMap(({ unit }) => unit ?? []))) of(id).observes = '+';
  return Object.fromEntries(
    [...roles].map(([id, { reports, responsible, issues, observes }]) => [
      id,
      [reports.join(' '), responsible.join(' '), issues.join(' '), observes].join('|'),
    ]),
  );
}

/** The roles of a line. */
export function readRoles(line: string): BureauRoles {
  const [reports = '', responsible = '', issues = '', observes = ''] = line.split('|');
  return {
    reports: listOf(reports).map(Number),
    responsible: listOf(responsible).map(pairOf),
    issues: listOf(issues).map(pairOf),
    observes: observes === '+',
  };
}

function listOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}

function pairOf(text: string): readonly [number, number] {
  const [first = 0, second = 0] = text.split('.').map(Number);
  return [first, second];
}

function idsOf(mentions: readonly BureauMention[]): ReadonlySet<BureauId> {
  return new Set(mentions.flatMap(({ bureaus }) => bureaus));
}
