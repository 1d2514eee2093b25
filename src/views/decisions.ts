import type { Corpus } from '../corpus/model.ts';
import type { Site } from '../site.ts';
import { decisionsFilterUrl, decisionsUrl, decisionsYearUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import type { FigureView } from './charts/chart.ts';
import { matrixChart, yearTicks } from './charts/matrix.ts';
import { figuresByYear, filtersOf, sumOf, type DecisionFigures } from './decision-figures.ts';
import { ISSUE_STATES } from './decision-filters.ts';
import { asOf } from './decisions-year.ts';
import type { DateView } from './format.ts';
import { frameOf, type FrameView } from './frame.ts';
import { columnTags } from './meta.ts';

/** The register of decisions: what its words mean, and how many there are in every year. */
export interface DecisionsView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly description: string;
  readonly asOf: DateView | null;
  readonly states: typeof ISSUE_STATES;
  readonly years: readonly DecisionYearView[];
  /** Null where no year has any. */
  readonly outcomes: FigureView | null;
}

export interface DecisionYearView extends LinkView {
  readonly count: number;
  readonly states: readonly (LinkView & { readonly count: number })[];
}

const DESCRIPTION = '会议议定的每一件事：哪天议定、结果、谁牵头、以谁的名义印发、正式文件有没有收录。';

/** The view of `/decisions/`. */
export function decisionsView(corpus: Corpus, site: Site): DecisionsView {
  const byYear = [...figuresByYear(corpus)];
  return {
    frame: frameOf(site, corpus, {
      name: '议定事项',
      url: decisionsUrl(),
      description: DESCRIPTION,
      meta: columnTags(site, site.column),
    }),
    heading: '议定事项',
    description: DESCRIPTION,
    asOf: asOf(byYear.reduce((day, [, { newest }]) => (newest > day ? newest : day), '')),
    states: ISSUE_STATES,
    years: byYear.map(([year, figures]) => ({
      text: `${year}年`,
      href: decisionsYearUrl(year),
      count: figures.count,
      states: filtersOf(figures, 'state', corpus).map(({ id, name, count }) => ({
        text: name,
        href: decisionsFilterUrl(year, 'state', id),
        count,
      })),
    })),
    outcomes: outcomesFigure(byYear, corpus),
  };
}

type Years = readonly (readonly [year: string, figures: DecisionFigures])[];

/** So many years at most are drawn; the table holds all. */
const DRAWN = 10;

/** How often each outcome occurs in each year; null where nothing was decided. */
export function outcomesFigure(byYear: Years, corpus: Corpus): FigureView | null {
  if (byYear.length === 0) return null;
  const all = filtersOf(sumOf(byYear.map(([, figures]) => figures)), 'outcome', corpus);
  const counts = new Map(byYear);
  const countOf = (year: string, id: string): number => counts.get(year)?.values.outcome[id] ?? 0;
  const years = byYear.map(([year]) => year);
  const most = all.toSorted((one, other) => other.count - one.count)[0];
  return {
    id: 'outcomes',
    heading: '结果',
    summary: `各年议定事项的结果，颜色越深越多。${most === undefined ? '' : `最多的是“${most.name}”，共${String(most.count)}条。`}`,
    chart: matrixChart({
      columns: yearTicks(years.slice(0, DRAWN).toReversed()),
      rows: all.map(({ id, name }) => ({
        name,
        cells: years
          .slice(0, DRAWN)
          .toReversed()
          .map((year) => ({
            value: countOf(year, id),
            href: decisionsFilterUrl(year, 'outcome', id),
            title: `${year}年${name}${String(countOf(year, id))}条`,
          })),
      })),
    }),
    table: {
      columns: ['年份', ...all.map(({ name }) => name)],
      rows: years.map((year) => ({
        head: { text: `${year}年`, href: decisionsYearUrl(year) },
        cells: all.map(({ id }) => {
          const count = countOf(year, id);
          return count === 0
            ? { text: '—', href: null }
            : { text: String(count), href: decisionsFilterUrl(year, 'outcome', id) };
        }),
      })),
    },
  };
}
