import { decisionsOfYear, decisionYears } from '../corpus/decisions.ts';
import type { Corpus } from '../corpus/model.ts';
import type { IsoDate } from '../minutes/model.ts';
import type { Site } from '../site.ts';
import { decisionsCsvUrl, decisionsFilterUrl, decisionsUrl, decisionsYearUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { decisionFigures, filtersOf, newestDay } from './decision-figures.ts';
import { FILTER_KINDS, filterIdsOf, type DecisionFilter, type FilterKind } from './decision-filters.ts';
import { meetingsOf, type MeetingDecisionsView } from './decision-row.ts';
import { longDate, type DateView } from './format.ts';
import { frameOf, type FrameView } from './frame.ts';
import { columnTags } from './meta.ts';
import type { PagePath } from './page-rows.ts';

/** The register of one year, whole or narrowed by one filter. */
export interface DecisionsYearView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly summary: string;
  /** What the page rests on: no clock, but the newest day among what it lists. */
  readonly asOf: DateView | null;
  readonly meetings: readonly MeetingDecisionsView[];
  readonly filters: readonly FilterGroupView[];
  /** The page of the whole year. */
  readonly whole: string;
  /** Whether this page is it. */
  readonly isWhole: boolean;
  /** What the states mean. */
  readonly states: string;
  readonly csv: string;
  readonly otherYears: readonly LinkView[];
}

export interface FilterGroupView {
  readonly kind: FilterKind;
  readonly name: string;
  readonly field: string;
  readonly values: readonly FilterValueView[];
}

export interface FilterValueView {
  readonly id: string;
  readonly text: string;
  readonly href: string;
  readonly count: number;
  readonly current: boolean;
}

/** What the page is made of beside the corpus: names alone, by which a build knows the page again. */
export interface DecisionsOfYear {
  readonly year: string;
  /** Null for the whole. */
  readonly filter: DecisionFilter | null;
}

/** The paths of the years. */
export function decisionsYearPaths(corpus: Corpus): readonly PagePath<DecisionsOfYear>[] {
  return decisionYears(corpus).map((year) => ({ params: { year }, props: { year, filter: null } }));
}

/** The paths of every filter of every year. */
export function decisionsFilterPaths(corpus: Corpus): readonly PagePath<DecisionsOfYear>[] {
  return decisionYears(corpus).flatMap((year) => {
    const figures = decisionFigures(corpus, year);
    return FILTER_KINDS.flatMap(({ kind }) => filtersOf(figures, kind, corpus)).map(({ kind, id, name }) => ({
      params: { year, filter: `${kind}-${id}` },
      props: { year, filter: { kind, id, name } },
    }));
  });
}

/** The view of `/decisions/<year>/` and of `/decisions/<year>/<filter>/`. */
export function decisionsYearView(
  { year, filter }: DecisionsOfYear,
  corpus: Corpus,
  site: Site,
): DecisionsYearView {
  const entries = decisionsOfYear(year, corpus);
  const shown =
    filter === null
      ? entries
      : entries.filter((entry) => filterIdsOf(entry, filter.kind).includes(filter.id));
  const whole = decisionsYearUrl(year);
  const url = filter === null ? whole : decisionsFilterUrl(year, filter.kind, filter.id);
  const meetings = meetingsOf(shown, corpus);
  const index = { text: '议定事项', href: decisionsUrl() };
  return {
    frame: frameOf(site, corpus, {
      name: filter === null ? `${year}年议定事项` : `${year}年议定事项：${filter.name}`,
      crumb: filter?.name ?? `${year}年`,
      url,
      meta: columnTags(site, site.column),
      parents: filter === null ? [index] : [index, { text: `${year}年`, href: whole }],
    }),
    heading: filter === null ? `${year}年议定事项` : `${year}年议定事项：${filter.name}`,
    summary: `${String(meetings.length)}次会议，${String(shown.length)}条议定事项`,
    asOf: asOf(newestDay(shown)),
    meetings,
    filters: FILTER_KINDS.map(({ kind, name, field }) => ({
      kind,
      name,
      field,
      values: filtersOf(decisionFigures(corpus, year), kind, corpus).map(({ id, name: text, count }) => ({
        id,
        text,
        href: decisionsFilterUrl(year, kind, id),
        count,
        current: filter?.kind === kind && filter.id === id,
      })),
    })).filter(({ values }) => values.length > 0),
    whole,
    isWhole: filter === null,
    states: `${decisionsUrl()}#states`,
    csv: decisionsCsvUrl(year),
    otherYears: decisionYears(corpus)
      .filter((other) => other !== year)
      .map((other) => ({ text: `${other}年`, href: decisionsYearUrl(other) })),
  };
}

/**
 * The day up to which a list tells: the newest publication of minutes or issue of a document among what it
 * shows. It changes only when the list does, so that no page changes by the passing of days.
 */
export function asOf(newest: IsoDate): DateView | null {
  return newest === '' ? null : longDate(newest);
}
