import { keptByYear, partsByPeriod } from '../corpus/derived.ts';
import { isLongList, isLongYear, monthIn, partsOf, type Period } from '../corpus/long-years.ts';
import type { BureauRecord, Corpus, MeetingRef } from '../corpus/model.ts';
import type { BureauId } from '../minutes/model.ts';
import { statedOf } from '../minutes/stated.ts';
import { bureauYearPath, bureauYearUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { ROLES, rolesOf, type RoleId, type RoleView } from './bureau-roles.ts';
import { monthId, monthName, newestFirst } from './months.ts';

/** How often a bureau has each role in the months of a year. */
export interface RoleMonthsView {
  readonly roles: readonly { readonly id: RoleId; readonly name: string }[];
  readonly months: readonly (LinkView & { readonly id: string; readonly byRole: readonly number[] })[];
}

/** By month, how often it has each role, in the order of `ROLES`. */
type RoleSums = Readonly<Record<string, readonly number[]>>;

/** What the months (`monthIn`) of the bureaus hold whose year is told by month (`isLongList`). */
const sumsByBureau = keptByYear('bureauMonths', (corpus, year): Readonly<Record<BureauId, RoleSums>> => {
  if (!isLongYear(year, corpus)) return {};
  return Object.fromEntries(
    recordsOf(year, corpus)
      .filter((record) => isLong(record, year, corpus))
      .map((record) => [record.bureau.id, sumsOf(record, year)]),
  );
});

/** The months alone: they change far less often than what they hold. */
const monthsByBureau = keptByYear('bureauOutline', (corpus, year): Readonly<Record<BureauId, string[]>> =>
  Object.fromEntries(
    Object.entries(sumsByBureau(corpus, year)).map(([id, sums]) => [id, Object.keys(sums).toSorted()]),
  ),
);

/** The months of the year of a bureau; none where it is one page. */
export function bureauMonths({ bureau }: BureauRecord, year: string, corpus: Corpus): readonly string[] {
  return monthsByBureau(corpus, year)[bureau.id] ?? [];
}

/** The same as a table with what each holds; null where the year is one page. */
export function roleMonthsView(record: BureauRecord, year: string, corpus: Corpus): RoleMonthsView | null {
  const months = bureauMonths(record, year, corpus);
  if (months.length === 0) return null;
  const { id } = record.bureau;
  const sums = sumsByBureau(corpus, year)[id] ?? {};
  return {
    roles: ROLES.map(({ id: role, name }) => ({ id: role, name })),
    months: newestFirst(months).map((month) => ({
      id: monthId(month),
      text: monthName(month),
      href: bureauYearUrl(id, `${year}-${month}`),
      byRole: sums[month] ?? [],
    })),
  };
}

/** The roles that a bureau has in a month of a long year, each with its entries. */
export function rolesOfMonth(record: BureauRecord, period: Period, corpus: Corpus): readonly RoleView[] {
  return listsOfMonth(corpus, period, record.bureau.id) ?? [];
}

/** The lists of all bureaus that are told by month. */
const listsOfMonth = partsByPeriod('bureauLists', (corpus, period) => {
  const { year, month } = partsOf(period);
  return new Map(
    recordsOf(year, corpus)
      .filter((record) => month !== null && bureauMonths(record, year, corpus).includes(month))
      .map((record) => [record.bureau.id, rolesOf(record, period)]),
  );
});

function recordsOf(year: string, corpus: Corpus): readonly BureauRecord[] {
  return [...corpus.byBureau.values()].filter(({ years }) => years.includes(year));
}

function isLong(record: BureauRecord, year: string, corpus: Corpus): boolean {
  const counts = record.countsIn(year);
  const count = ROLES.reduce((sum, { id }) => sum + counts[id], 0);
  return isLongList(year, count, (period) => bureauYearPath(record.bureau.id, period), corpus);
}

function sumsOf(record: BureauRecord, year: string): RoleSums {
  const roles = record.inYear(year);
  const months: Record<string, number[]> = {};
  const count = ({ minutes }: MeetingRef, at: number): void => {
    const sums = (months[monthIn(year, statedOf(minutes).day)] ??= ROLES.map(() => 0));
    sums[at] = (sums[at] ?? 0) + 1;
  };
  for (const [at, { id }] of ROLES.entries()) for (const ref of roles[id]) count(ref, at);
  return months;
}
