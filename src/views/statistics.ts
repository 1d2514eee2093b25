import type { Corpus } from '../corpus/model.ts';
import type { Site } from '../site.ts';
import { statisticsUrl, statisticsYearUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import type { FigureView } from './charts/chart.ts';
import { decisionFigures, figuresByYear } from './decision-figures.ts';
import { outcomesFigure } from './decisions.ts';
import { frameOf, type FrameView } from './frame.ts';
import type { PagePath } from './page-rows.ts';
import { bureausByYearFigure, bureausOfYearFigure } from './statistics-bureaus.ts';
import { monthsFigure, outcomesOfYearFigure, yearsFigure } from './statistics-counts.ts';
import { lagByYearFigure, lagOfYearFigure } from './statistics-lag.ts';

/** Pictures of what the minutes hold; every mark leads to what it counts. */
export interface StatisticsView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly description: string;
  readonly figures: readonly FigureView[];
  readonly years: readonly LinkView[];
}

/** So many years at most are drawn; the tables of years hold all. */
const DRAWN = 10;

const COUNTED =
  '由系统根据纪要原文统计，以原文为准。图中每一格、每一条都通向它所统计的内容，旁边的表格是同样的数字。';

/** The view of `/statistics/`: the years compared. */
export function statisticsView(corpus: Corpus, site: Site): StatisticsView {
  const byYear = figuresByYear(corpus);
  const years = [...corpus.byYear.keys()];
  return {
    frame: frameOf(site, corpus, { name: '统计', url: statisticsUrl() }),
    heading: '统计',
    description: COUNTED,
    figures: [
      yearsFigure(corpus, byYear, DRAWN),
      outcomesFigure([...byYear], corpus),
      bureausByYearFigure(corpus, years, DRAWN),
      lagByYearFigure(corpus, years, DRAWN),
    ].flatMap((figure) => figure ?? []),
    years: years.map((year) => ({ text: `${year}年`, href: statisticsYearUrl(year) })),
  };
}

/** The paths of the years. */
export function statisticsYearPaths({ byYear }: Corpus): readonly PagePath<string>[] {
  return [...byYear.keys()].map((year) => ({ params: { year }, props: year }));
}

/** The view of `/statistics/<year>/`: one year by month, outcome, bureau and meeting. */
export function statisticsYearView(year: string, corpus: Corpus, site: Site): StatisticsView {
  const minutes = corpus.byYear.get(year) ?? [];
  return {
    frame: frameOf(site, corpus, {
      name: `${year}年统计`,
      crumb: `${year}年`,
      url: statisticsYearUrl(year),
      parents: [{ text: '统计', href: statisticsUrl() }],
    }),
    heading: `${year}年统计`,
    description: COUNTED,
    figures: [
      monthsFigure(year, minutes),
      outcomesOfYearFigure(year, decisionFigures(corpus, year), corpus),
      bureausOfYearFigure(corpus, year),
      lagOfYearFigure(minutes, corpus),
    ].flatMap((figure) => figure ?? []),
    years: [...corpus.byYear.keys()]
      .filter((other) => other !== year)
      .map((other) => ({ text: `${other}年`, href: statisticsYearUrl(other) })),
  };
}
