import { dayOf, yearOf, type BureauRecord, type ItemRef } from '../corpus/model.ts';
import type { Minutes } from '../minutes/model.ts';
import { meetingName } from '../minutes/plain-text.ts';
import { itemUrl } from '../urls.ts';
import { ATTENDANCE_ANCHOR } from './document.ts';
import { longDate, type DateView } from './format.ts';
import { labelOf } from './item.ts';

/** What a bureau does in the minutes, role by role: attendance is no responsibility (R7.4). */
export interface RoleView {
  readonly id: RoleId;
  readonly name: string;
  readonly explanation: string;
  readonly entries: readonly EntryView[];
}

export type RoleId = 'reports' | 'responsible' | 'issues' | 'observes';

export interface EntryView {
  readonly href: string;
  readonly text: string;
  readonly day: DateView | null;
  readonly meeting: string;
  readonly outcome: string | null;
  /** Whether a decision names the bureau as lead. */
  readonly lead: boolean;
}

/** The roles in the order of the page. */
export const ROLES: readonly {
  readonly id: RoleId;
  readonly name: string;
  /** For counts. */
  readonly short: string;
  readonly explanation: string;
}[] = [
  { id: 'reports', name: '汇报', short: '汇报', explanation: '由该机构向会议汇报的议题' },
  {
    id: 'responsible',
    name: '牵头、责任',
    short: '责任',
    explanation: '会议点名由该机构牵头、办理或落实的议题',
  },
  {
    id: 'issues',
    name: '印发名义',
    short: '印发名义',
    explanation: '会议议定以该机构名义印发文件的议题，印发不等于承办',
  },
  { id: 'observes', name: '列席', short: '列席', explanation: '该机构列席的会议，列席不表示承担责任' },
];

/** How often a bureau has each role. */
export type RoleCounts = Readonly<Record<RoleId, number>> & {
  /** Among `responsible`, the items of which it is the lead. */
  readonly leads: number;
};

/** The counts of one year, or of all where none is given. */
export function roleCounts(record: BureauRecord, year?: string): RoleCounts {
  const { reports, responsible, issues, observes } = yearOfRecord(record, year);
  return {
    reports: reports.length,
    responsible: responsible.length,
    leads: responsible.filter(({ lead }) => lead).length,
    issues: issues.length,
    observes: observes.length,
  };
}

/** The years in which a bureau occurs, newest first. */
export function yearsOfRecord({ reports, responsible, issues, observes }: BureauRecord): readonly string[] {
  const years = [...reports, ...responsible, ...issues, ...observes].map(({ minutes }) => yearOf(minutes));
  return [...new Set(years)].toSorted().toReversed();
}

/** The roles that a bureau has in a year, each with its entries, newest first. */
export function rolesOf(record: BureauRecord, year: string): readonly RoleView[] {
  const { reports, responsible, issues, observes } = yearOfRecord(record, year);
  const entries: Readonly<Record<RoleId, readonly EntryView[]>> = {
    reports: reports.map((ref) => itemEntry(ref)),
    responsible: responsible.map((ref) => ({ ...itemEntry(ref), lead: ref.lead })),
    issues: issues.map((ref) => itemEntry(ref)),
    observes: observes.map(({ minutes }) => ({
      ...meetingOf(minutes),
      href: itemUrl(minutes.id, ATTENDANCE_ANCHOR),
      text: meetingName(minutes),
      meeting: '',
      outcome: null,
      lead: false,
    })),
  };
  return ROLES.map((role) => ({ ...role, entries: entries[role.id] })).filter(
    (role) => role.entries.length > 0,
  );
}

function yearOfRecord(record: BureauRecord, year: string | undefined): BureauRecord {
  if (year === undefined) return record;
  const inYear = ({ minutes }: { readonly minutes: Minutes }): boolean => yearOf(minutes) === year;
  return {
    bureau: record.bureau,
    reports: record.reports.filter(inYear),
    responsible: record.responsible.filter(inYear),
    issues: record.issues.filter(inYear),
    observes: record.observes.filter(inYear),
  };
}

function itemEntry({ minutes, item }: ItemRef): EntryView {
  return {
    ...meetingOf(minutes),
    href: itemUrl(minutes.id, item.anchor),
    text: labelOf(item),
    outcome: item.decisions[0]?.outcome ?? null,
    lead: false,
  };
}

function meetingOf(minutes: Minutes): Pick<EntryView, 'day' | 'meeting'> {
  const day = dayOf(minutes);
  return { day: day === null ? null : longDate(day), meeting: meetingName(minutes) };
}
