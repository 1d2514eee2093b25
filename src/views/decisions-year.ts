import { decisionYears } from '../corpus/decisions.ts';
import { partsOf, type Period } from '../corpus/long-years.ts';
import type { Corpus } from '../corpus/model.ts';
import type { IsoDate } from '../minutes/model.ts';
import type { Site } from '../site.ts';
import { decisionsCsvUrl, decisionsFilterUrl, decisionsUrl, decisionsYearUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { decisionFigures, decisionOutline, filterKey, type MonthSums } from './decision-figures.ts';
import { FILTER_KINDS, namesOf, type DecisionFilter, type FilterKind } from './decision-filters.ts';
import { decisionList } from './decision-lists.ts';
import type { MeetingDecisionsView } from './decision-row.ts';
import { longDate, type DateView } from './format.ts';
import { frameOf, type FrameView } from './frame.ts';
import { columnTags } from './meta.ts';
import { monthLines, otherMonths, periodCrumb, periodName, periodsOf, type MonthLineView } from './months.ts';
import type { PagePath } from './page-rows.ts';

/** The register of one year or of a month of a long one, whole or narrowed by one filter. */
export interface DecisionsYearView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly summary: string;
  /** What the page rests on: no clock, but the newest day among what it lists. */
  readonly asOf: DateView | null;
  /** None on the page of a year that is told by month. */
  readonly meetings: readonly MeetingDecisionsView[];
  /** The pages of its months, where it is told so; else none. */
  readonly byMonth: readonly MonthLineView[];
  readonly filters: readonly FilterGroupView[];
  /** The page of the whole year. */
  readonly whole: string;
  /** Whether this page is it. */
  readonly isWhole: boolean;
  /** What the states mean. */
  readonly states: string;
  readonly csv: string;
  /** None on the page of a month. */
  readonly otherYears: readonly LinkView[];
  /** None on the page of a year. */
  readonly otherMonths: readonly LinkView[];
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
  /** Told by the page of the year alone, for every decision changes one; null on the others. */
  readonly count: number | null;
  readonly current: boolean;
}

/** What the page is made of beside the corpus: names alone, by which a build knows the page again. */
export interface DecisionsOfYear {
  readonly period: Period;
  /** Null for the whole. */
  readonly filter: DecisionFilter | null;
}

/** The paths of the years, and of the months of long ones. */
export function decisionsYearPaths(corpus: Corpus): readonly PagePath<DecisionsOfYear>[] {
  return decisionYears(corpus).flatMap((year) =>
    periodsOf(year, monthsOf(year, null, corpus)).map((period) => ({
      params: { year: period },
      props: { period, filter: null },
    })),
  );
}

/** The paths of every filter of every year, and of its months where it is long. */
export function decisionsFilterPaths(corpus: Corpus): readonly PagePath<DecisionsOfYear>[] {
  return decisionYears(corpus).flatMap((year) =>
    FILTER_KINDS.flatMap(({ kind }) => valuesOf(year, kind, corpus)).flatMap((filter) =>
      periodsOf(year, monthsOf(year, filter, corpus)).map((period) => ({
        params: { year: period, filter: filterKey(filter) },
        props: { period, filter },
      })),
    ),
  );
}

/** The view of `/decisions/<period>/` and of `/decisions/<period>/<filter>/`. */
export function decisionsYearView(
  { period, filter }: DecisionsOfYear,
  corpus: Corpus,
  site: Site,
): DecisionsYearView {
  const { year, month } = partsOf(period);
  const list = decisionList(period, filter, corpus);
  const urlOf = (each: Period): string =>
    filter === null ? decisionsYearUrl(each) : decisionsFilterUrl(each, filter.kind, filter.id);
  const whole = decisionsYearUrl(year);
  return {
    frame: frameOf(site, corpus, {
      name: nameOf(period, filter),
      crumb: month === null && filter !== null ? filter.name : periodCrumb(period),
      url: urlOf(period),
      meta: columnTags(site, site.column),
      parents: [
        { text: '议定事项', href: decisionsUrl() },
        ...(month === null && filter === null ? [] : [{ text: `${year}年`, href: whole }]),
        ...(month === null || filter === null ? [] : [{ text: filter.name, href: urlOf(year) }]),
      ],
    }),
    heading: nameOf(period, filter),
    summary: sumsText(list),
    asOf: asOf(list.newest),
    meetings: list.shown,
    byMonth: month === null ? monthLines(year, sumsByMonth(year, filter, corpus), urlOf, sumsText) : [],
    filters: filterGroups({ period, filter }, corpus),
    whole,
    isWhole: period === year && filter === null,
    states: `${decisionsUrl()}#states`,
    csv: decisionsCsvUrl(year),
    otherYears:
      month === null
        ? decisionYears(corpus)
            .filter((other) => other !== year)
            .map((other) => ({ text: `${other}年`, href: decisionsYearUrl(other) }))
        : [],
    otherMonths: otherMonths(period, monthsOf(year, filter, corpus), urlOf),
  };
}

function nameOf(period: Period, filter: DecisionFilter | null): string {
  const name = `${periodName(period)}议定事项`;
  return filter === null ? name : `${name}：${filter.name}`;
}

function sumsText({ meetings, decisions }: MonthSums[string]): string {
  return `${String(meetings)}次会议，${String(decisions)}条议定事项`;
}

/** The months of a list; none where it is one page. */
function monthsOf(year: string, filter: DecisionFilter | null, corpus: Corpus): readonly string[] {
  const { months, filterMonths } = decisionOutline(corpus, year);
  return filter === null ? months : (filterMonths[filterKey(filter)] ?? []);
}

function sumsByMonth(year: string, filter: DecisionFilter | null, corpus: Corpus): MonthSums {
  if (monthsOf(year, filter, corpus).length === 0) return {};
  const { months, filterMonths } = decisionFigures(corpus, year);
  return filter === null ? months : (filterMonths[filterKey(filter)] ?? {});
}

/** The values of a filter that occur in a year, in the order of outcomes, states and the registry. */
function valuesOf(year: string, kind: FilterKind, corpus: Corpus): readonly DecisionFilter[] {
  const { values } = decisionOutline(corpus, year);
  const occurring = new Set(values[kind]);
  return namesOf(kind, corpus)
    .filter(({ id }) => occurring.has(id))
    .map(({ id, name }) => ({ kind, id, name }));
}

function filterGroups({ period, filter }: DecisionsOfYear, corpus: Corpus): readonly FilterGroupView[] {
  const { year } = partsOf(period);
  const counts = period === year && filter === null ? decisionFigures(corpus, year).values : null;
  return FILTER_KINDS.map(({ kind, name, field }) => ({
    kind,
    name,
    field,
    values: valuesOf(year, kind, corpus).map(({ id, name: text }) => ({
      id,
      text,
      href: decisionsFilterUrl(year, kind, id),
      count: counts?.[kind][id] ?? null,
      current: filter?.kind === kind && filter.id === id,
    })),
  })).filter(({ values }) => values.length > 0);
}

/**
 * The day up to which a list tells: the newest publication of minutes or issue of a document among what it
 * shows. It changes only when the list does, so that no page changes by the passing of days.
 */
export function asOf(newest: IsoDate): DateView | null {
  return newest === '' ? null : longDate(newest);
}
