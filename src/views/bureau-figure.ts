import type { BureauRecord, RoleCounts } from '../corpus/model.ts';
import type { BureauId } from '../minutes/model.ts';
import { bureauYearUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { ROLES } from './bureau-roles.ts';
import type { FigureView, TableView } from './charts/chart.ts';
import { stripsChart } from './charts/strips.ts';

/** So many years at most are drawn; the table holds all. */
const DRAWN = 12;

/** How often a bureau acted in each year, role by role; null where there is one year alone. */
export function yearsFigure(record: BureauRecord): FigureView | null {
  const { id, short } = record.bureau;
  const years = record.years.map((year) => ({ year, counts: record.countsIn(year) }));
  if (years.length < 2) return null;
  const drawn = years.slice(0, DRAWN).toReversed();
  const acting = ROLES.filter(
    (role) => role.id !== 'observes' && years.some(({ counts }) => counts[role.id] > 0),
  );
  const href = (year: string, role: string): string => `${bureauYearUrl(id, year)}#${role}`;
  return {
    id: 'years',
    heading: '历年情况',
    summary:
      acting.length === 0
        ? `${short}在各年的会议中只列席。`
        : `${short}各年有几项议题：${acting.map(({ name }) => name).join('、')}分开统计，各按自己的最大值画。牵头是责任中的一部分；列席不表示承担责任，只列在表里。`,
    chart: stripsChart({
      columns: drawn.map(({ year }) => year),
      strips: acting.map((role) => ({
        name: role.name,
        values: drawn.map(({ year, counts }) => ({
          value: counts[role.id],
          href: href(year, role.id),
          title: `${year}年${role.name}${String(counts[role.id])}项`,
        })),
      })),
    }),
    table: yearsTable(years, href, id),
  };
}

function yearsTable(
  years: readonly { readonly year: string; readonly counts: RoleCounts }[],
  href: (year: string, role: string) => string,
  id: BureauId,
): TableView {
  return {
    columns: ['年份', '汇报', '责任', '牵头', '印发', '列席'],
    rows: years.map(({ year, counts }) => ({
      head: { text: `${year}年`, href: bureauYearUrl(id, year) },
      cells: [
        cell(counts.reports, href(year, 'reports')),
        cell(counts.responsible, href(year, 'responsible')),
        cell(counts.leads, href(year, 'responsible')),
        cell(counts.issues, href(year, 'issues')),
        cell(counts.observes, href(year, 'observes')),
      ],
    })),
  };
}

function cell(count: number, href: string): LinkView {
  return count === 0 ? { text: '—', href: null } : { text: String(count), href };
}
