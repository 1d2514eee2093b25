import { keptByYear } from '../corpus/derived.ts';
import type { BureauRecord, Corpus } from '../corpus/model.ts';
import type { BureauId } from '../minutes/model.ts';
import { registerOf } from '../minutes/register.ts';
import { bureauUrl, bureauYearUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { barsChart } from './charts/bars.ts';
import type { FigureView } from './charts/chart.ts';
import { matrixChart, yearTicks } from './charts/matrix.ts';

/** So many bureaus are drawn and tabled; all are in the list of bureaus. */
const SHOWN = 20;

/**
 * For every bureau the items of a year that it reports on or has to act on, each once. Attendance doesn't
 * count (R7.4). Read in one pass, for the documents aren't all in memory.
 */
const itemsByBureau = keptByYear('itemsByBureau', ({ byYear }, year) => {
  const counts: Record<BureauId, number> = {};
  for (const minutes of byYear.get(year) ?? [])
    for (const { reporters, responsible } of registerOf(minutes).items)
      for (const bureau of new Set([...reporters, ...responsible].flatMap(({ bureaus }) => bureaus)))
        counts[bureau] = (counts[bureau] ?? 0) + 1;
  return counts;
});

interface Busy {
  readonly record: BureauRecord;
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Those with most items in some years. */
function busiest(corpus: Corpus, years: readonly string[]): readonly Busy[] {
  const ofYears = years.map((year) => [year, itemsByBureau(corpus, year)] as const);
  return [...corpus.byBureau.values()]
    .map((record) => {
      const counts = new Map(ofYears.map(([year, items]) => [year, items[record.bureau.id] ?? 0] as const));
      const total = [...counts.values()].reduce((sum, each) => sum + each, 0);
      return { record, counts, total };
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
  const rows = busiest(corpus, years);
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
  const rows = busiest(corpus, [year]);
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
