import { yearOf, type BureauRecord, type Corpus } from '../corpus/model.ts';
import { bureauUrl, bureauYearUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { barsChart } from './charts/bars.ts';
import type { FigureView } from './charts/chart.ts';
import { matrixChart, yearTicks } from './charts/matrix.ts';

/** So many bureaus are drawn and tabled; all are in the list of bureaus. */
const SHOWN = 20;

/** The items of a bureau's record by year: those it reports on or has to act on, each once. Attendance doesn't count (R7.4). */
function itemsByYear({ reports, responsible }: BureauRecord): ReadonlyMap<string, number> {
  const items = new Map<string, Set<string>>();
  for (const { minutes, item } of [...reports, ...responsible]) {
    const year = yearOf(minutes);
    const known = items.get(year) ?? new Set();
    items.set(year, known.add(`${minutes.id}#${item.anchor}`));
  }
  return new Map([...items].map(([year, ofYear]) => [year, ofYear.size]));
}

interface Busy {
  readonly record: BureauRecord;
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

function busiest(corpus: Corpus, totalOf: (counts: ReadonlyMap<string, number>) => number): readonly Busy[] {
  return [...corpus.byBureau.values()]
    .map((record) => {
      const counts = itemsByYear(record);
      return { record, counts, total: totalOf(counts) };
    })
    .filter(({ total }) => total > 0)
    .toSorted((one, other) => other.total - one.total)
    .slice(0, SHOWN);
}

const WHAT = '由它汇报，或者点名由它牵头、落实的议题，一项议题算一次；列席不算';

/** Which bureaus had items in which years; null where none had. */
export function bureausByYearFigure(
  corpus: Corpus,
  years: readonly string[],
  drawn: number,
): FigureView | null {
  const rows = busiest(corpus, (counts) => [...counts.values()].reduce((sum, each) => sum + each, 0));
  if (rows.length === 0) return null;
  return {
    id: 'bureaus',
    heading: '机构与年份',
    summary: `各机构各年有几项议题，颜色越深越多，列出最多的${String(rows.length)}家。${WHAT}。`,
    chart: matrixChart({
      columns: yearTicks(years.slice(0, drawn).toReversed()),
      rows: rows.map(({ record: { bureau }, counts }) => ({
        name: bureau.short,
        cells: years
          .slice(0, drawn)
          .toReversed()
          .map((year) => ({
            value: counts.get(year) ?? 0,
            href: bureauYearUrl(bureau.id, year),
            title: `${bureau.short}${year}年${String(counts.get(year) ?? 0)}项`,
          })),
      })),
    }),
    table: {
      columns: ['机构', ...years.slice(0, drawn).map((year) => year)],
      rows: rows.map(({ record: { bureau }, counts }) => ({
        head: { text: bureau.short, href: bureauUrl(bureau.id) },
        cells: years
          .slice(0, drawn)
          .map((year) => cell(counts.get(year) ?? 0, bureauYearUrl(bureau.id, year))),
      })),
    },
  };
}

/** Which bureaus had most items in a year; null where none had. */
export function bureausOfYearFigure(corpus: Corpus, year: string): FigureView | null {
  const rows = busiest(corpus, (counts) => counts.get(year) ?? 0);
  if (rows.length === 0) return null;
  return {
    id: 'bureaus',
    heading: '机构',
    summary: `议题最多的${String(rows.length)}家机构。${WHAT}。`,
    chart: barsChart(
      rows.map(({ record: { bureau }, total }) => ({
        name: bureau.short,
        value: total,
        href: bureauYearUrl(bureau.id, year),
        title: `${bureau.short}${String(total)}项`,
      })),
    ),
    table: {
      columns: ['机构', '议题'],
      rows: rows.map(({ record: { bureau }, total }) => ({
        head: { text: bureau.short, href: bureauYearUrl(bureau.id, year) },
        cells: [{ text: String(total), href: null }],
      })),
    },
  };
}

function cell(count: number, href: string): LinkView {
  return count === 0 ? { text: '—', href: null } : { text: String(count), href };
}
