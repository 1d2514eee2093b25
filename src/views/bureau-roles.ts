import { partsOf, type Period } from '../corpus/long-years.ts';
import type { BureauRecord, BureauRoles, ItemRef, RoleCounts } from '../corpus/model.ts';
import { briefOf } from '../minutes/brief.ts';
import { bureauYearUrl, itemUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { ATTENDANCE_ANCHOR } from './document.ts';
import { itemEntry, meetingOf, type ItemEntryView } from './item-entry.ts';

/** What a bureau does in the minutes, role by role: attendance is no responsibility (R7.4). */
export interface RoleView {
  readonly id: RoleId;
  readonly name: string;
  readonly explanation: string;
  /** How often it has the role. */
  readonly count: number;
  readonly entries: readonly EntryView[];
  /** Where those are that aren't among the entries; null where all are. */
  readonly rest: LinkView | null;
}

export type RoleId = keyof BureauRoles;

export interface EntryView extends ItemEntryView {
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

/** How often a bureau has each role, in all years. */
export function roleCounts(record: BureauRecord): RoleCounts {
  const counts = record.years.map((year) => record.countsIn(year));
  const sum = (role: keyof RoleCounts): number => counts.reduce((total, each) => total + each[role], 0);
  return {
    reports: sum('reports'),
    responsible: sum('responsible'),
    leads: sum('leads'),
    issues: sum('issues'),
    observes: sum('observes'),
  };
}

/**
 * The roles that a bureau has in a year or a month of one, each with its entries, newest first.
 *
 * @param most how many of each are told; the page of the period has all
 */
export function rolesOf(record: BureauRecord, period: Period, most = Infinity): readonly RoleView[] {
  const { year, month } = partsOf(period);
  const all = month === null ? record.inYear(year) : record.inMonth(year, month);
  const entries: Readonly<Record<RoleId, readonly EntryView[]>> = {
    reports: all.reports.slice(0, most).map(entryOf),
    responsible: all.responsible.slice(0, most).map((ref) => ({ ...itemEntry(ref), lead: ref.lead })),
    issues: all.issues.slice(0, most).map(entryOf),
    observes: all.observes.slice(0, most).map(({ minutes }) => ({
      ...meetingOf(minutes),
      href: itemUrl(minutes.id, ATTENDANCE_ANCHOR),
      text: briefOf(minutes).name,
      meeting: '',
      outcome: null,
      lead: false,
    })),
  };
  return ROLES.map((role) => {
    const own = entries[role.id];
    const count = all[role.id].length;
    const href = `${bureauYearUrl(record.bureau.id, year)}#${role.id}`;
    const rest = count > own.length ? { text: `${year}年全部${String(count)}项`, href } : null;
    return { ...role, count, entries: own, rest };
  }).filter(({ count }) => count > 0);
}

function entryOf(ref: ItemRef): EntryView {
  return { ...itemEntry(ref), lead: false };
}
