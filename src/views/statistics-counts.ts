import { yearCounts } from '../corpus/corpus.ts';
import type { Corpus } from '../corpus/model.ts';
import type { Minutes } from '../minutes/model.ts';
import { registerOf, type MeetingRegister } from '../minutes/register.ts';
import { decisionsFilterUrl, decisionsYearUrl, statisticsYearUrl, yearUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { barsChart } from './charts/bars.ts';
import type { FigureView } from './charts/chart.ts';
import { stripsChart } from './charts/strips.ts';
import { filtersOf, type DecisionFigures } from './decision-figures.ts';
import { monthAnchor } from './decision-row.ts';

/** The years of a corpus: meetings, items, decisions. */
export function yearsFigure(
  corpus: Corpus,
  decisions: ReadonlyMap<string, DecisionFigures>,
  most: number,
): FigureView {
  const years = yearCounts(corpus).map((counts) => ({
    ...counts,
    decisions: decisions.get(counts.year)?.count ?? 0,
  }));
  const drawn = years.slice(0, most).toReversed();
  const sum = (key: 'meetings' | 'items' | 'decisions'): string =>
    String(years.reduce((total, each) => total + each[key], 0));
  const strip = (
    name: string,
    key: 'meetings' | 'items' | 'decisions',
    unit: string,
    hrefOf: (year: string) => string,
  ) => ({
    name,
    values: drawn.map((each) => ({
      value: each[key],
      href: hrefOf(each.year),
      title: `${each.year}年${String(each[key])}${unit}`,
    })),
  });
  return {
    id: 'years',
    heading: '会议、议题、议定事项',
    summary: `共${sum('meetings')}次会议、${sum('items')}项议题、${sum('decisions')}条议定事项，按纪要网址的年份统计。三行各按自己的最大值画。`,
    chart: stripsChart({
      columns: drawn.map(({ year }) => year),
      strips: [
        strip('会议', 'meetings', '次会议', yearUrl),
        strip('议题', 'items', '项议题', yearUrl),
        strip('议定事项', 'decisions', '条议定事项', decisionsYearUrl),
      ],
    }),
    table: {
      columns: ['年份', '会议', '议题', '议定事项'],
      rows: years.map(({ year, meetings, items, decisions: decided }) => ({
        head: { text: `${year}年`, href: statisticsYearUrl(year) },
        cells: [
          cell(meetings, yearUrl(year)),
          cell(items, yearUrl(year)),
          cell(decided, decisionsYearUrl(year)),
        ],
      })),
    },
  };
}

/** The meetings and items of a year by month; null where no meeting has a day in it. */
export function monthsFigure(year: string, minutes: readonly Minutes[]): FigureView | null {
  const byMonth = Map.groupBy(
    minutes.map(registerOf).filter(({ day }) => day?.startsWith(`${year}-`)),
    ({ day }) => monthAnchor(day ?? ''),
  );
  if (byMonth.size === 0) return null;
  const months = Array.from({ length: 12 }, (_, at) => {
    const anchor = `m${String(at + 1)}`;
    const ofMonth = byMonth.get(anchor) ?? [];
    return {
      name: String(at + 1),
      href: `${yearUrl(year)}#${anchor}`,
      meetings: ofMonth.length,
      items: itemsOf(ofMonth),
    };
  });
  const busiest = months.toSorted((one, other) => other.items - one.items)[0];
  return {
    id: 'months',
    heading: '各月会议和议题',
    summary: `${year}年各月开了几次会、有几项议题。${busiest === undefined ? '' : `${busiest.name}月最多，${String(busiest.meetings)}次会议${String(busiest.items)}项议题。`}`,
    chart: stripsChart({
      columns: months.map(({ name }) => `${name}月`),
      strips: [
        {
          name: '会议',
          values: months.map(({ name, href, meetings }) => ({
            value: meetings,
            href,
            title: `${name}月${String(meetings)}次会议`,
          })),
        },
        {
          name: '议题',
          values: months.map(({ name, href, items }) => ({
            value: items,
            href,
            title: `${name}月${String(items)}项议题`,
          })),
        },
      ],
    }),
    table: {
      columns: ['月份', '会议', '议题'],
      rows: months
        .filter(({ meetings }) => meetings > 0)
        .map(({ name, href, meetings, items }) => ({
          head: { text: `${name}月`, href },
          cells: [
            { text: String(meetings), href: null },
            { text: String(items), href: null },
          ],
        })),
    },
  };
}

/** What was decided in a year; null where nothing was. */
export function outcomesOfYearFigure(
  year: string,
  figures: DecisionFigures,
  corpus: Corpus,
): FigureView | null {
  const outcomes = filtersOf(figures, 'outcome', corpus).map(({ id, name, count }) => ({
    name,
    value: count,
    href: decisionsFilterUrl(year, 'outcome', id),
    title: `${name}${String(count)}条`,
  }));
  if (outcomes.length === 0) return null;
  return {
    id: 'outcomes',
    heading: '结果',
    summary: `${String(figures.count)}条议定事项的结果。`,
    chart: barsChart(outcomes),
    table: {
      columns: ['结果', '议定事项'],
      rows: outcomes.map(({ name, value, href }) => ({
        head: { text: name, href },
        cells: [{ text: String(value), href: null }],
      })),
    },
  };
}

function itemsOf(meetings: readonly MeetingRegister[]): number {
  return meetings.reduce((sum, { items }) => sum + items.length, 0);
}

function cell(count: number, href: string): LinkView {
  return count === 0 ? { text: '—', href: null } : { text: String(count), href };
}
