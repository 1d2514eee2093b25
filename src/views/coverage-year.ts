import { coverageOf, hasCoverage, type NumberRange, type YearSeries } from '../corpus/coverage.ts';
import { derived, derivedByKey, keptForKey } from '../corpus/derived.ts';
import { lagOf, type PublicationLag } from '../corpus/lag.ts';
import type { Corpus } from '../corpus/model.ts';
import type { Minutes } from '../minutes/model.ts';
import { statedOf } from '../minutes/stated.ts';
import type { Site } from '../site.ts';
import { coverageUrl, coverageYearUrl, meetingUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { longDate, type DateView } from './format.ts';
import { frameOf, type FrameView } from './frame.ts';
import type { PagePath } from './page-rows.ts';

/** Which numbers of one year are public and which are not, and how soon each meeting was published. */
export interface CoverageYearView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly series: readonly SeriesView[];
  readonly meetings: readonly LagView[];
  /** On how many of the meetings were in time. */
  readonly summary: string;
  readonly otherYears: readonly LinkView[];
}

export interface SeriesView {
  readonly name: string;
  /** 共13号，已公开1号 … */
  readonly summary: string;
  readonly rows: readonly NumbersView[];
}

/** The numbers that share a state. */
export interface NumbersView {
  readonly state: 'published' | 'absent' | 'missing';
  readonly label: string;
  readonly numbers: readonly LinkView[];
  /** The ground in law, or the reason; '' where there is none to give. */
  readonly basis: string;
}

/** How soon one meeting was published. */
export interface LagView {
  readonly meeting: LinkView & { readonly href: string };
  readonly held: DateView | null;
  readonly base: DateView;
  readonly baseName: string;
  readonly published: DateView;
  /** 会议后7天，印发当天 */
  readonly intervals: string;
  readonly deadline: DateView | null;
  readonly verdict: string;
  readonly late: boolean;
}

/** What is told of one year, without the frame. */
export interface YearCoverageView extends Pick<CoverageYearView, 'series' | 'meetings' | 'summary'> {
  readonly year: string;
}

const yearsByName = keptForKey((corpus): ReadonlyMap<string, YearCoverageView> => {
  const lags = Map.groupBy(
    corpus.minutes.flatMap((minutes) => {
      const lag = lagOf(minutes, corpus.archive.calendar);
      return lag === null ? [] : [{ minutes, lag }];
    }),
    ({ lag }) => lag.base.day.slice(0, 4),
  );
  const coverage = new Map(
    coverageOf(corpus.minutes, corpus.archive.coverage).map(({ year, series }) => [year, series]),
  );
  const years = [...new Set([...coverage.keys(), ...lags.keys()])].toSorted().toReversed();
  return new Map(
    years.map((year) => [year, yearCoverage(year, coverage.get(year) ?? [], lags.get(year) ?? [])]),
  );
});

/** The years there is anything to tell of, newest first. */
export const coverageYears = derived('coverageYears', (corpus) => [...yearsByName(corpus, '').keys()]);

/** What is told of each of them. */
export const coverageOfYear = derivedByKey('coverageOfYear', (corpus) => yearsByName(corpus, ''));

/** The paths of those years; none where there is no such column. */
export function coverageYearPaths(corpus: Corpus): readonly PagePath<string>[] {
  return hasCoverage(corpus) ? coverageYears(corpus).map((year) => ({ params: { year }, props: year })) : [];
}

/** The view of `/coverage/<year>/`. */
export function coverageYearView(year: string, corpus: Corpus, site: Site): CoverageYearView {
  const { series, meetings, summary } = coverageOfYear(corpus, year) ?? yearCoverage(year, [], []);
  const heading = `${year}年公开情况`;
  return {
    frame: frameOf(site, corpus, {
      name: heading,
      crumb: `${year}年`,
      url: coverageYearUrl(year),
      description: `${heading}：${[...series.map((each) => `${each.name}${each.summary}`), summary].join('；')}`,
      parents: [{ text: '公开情况', href: coverageUrl() }],
    }),
    heading,
    series,
    meetings,
    summary,
    otherYears: coverageYears(corpus)
      .filter((other) => other !== year)
      .map((other) => ({ text: `${other}年`, href: coverageYearUrl(other) })),
  };
}

interface MeetingLag {
  readonly minutes: Minutes;
  readonly lag: PublicationLag;
}

function yearCoverage(
  year: string,
  series: readonly YearSeries[],
  lags: readonly MeetingLag[],
): YearCoverageView {
  const known = lags.filter(({ lag }) => lag.late !== null);
  const late = known.filter(({ lag }) => lag.late !== 0);
  const onTime = `${String(lags.length)}次会议有日期，${String(known.length - late.length)}次按期公开`;
  return {
    year,
    series: series.map((each) => seriesView(each, series)),
    meetings: lags.map(lagView),
    summary:
      onTime +
      (late.length > 0 ? `，${String(late.length)}次超过期限` : '') +
      (known.length < lags.length ? `，${String(lags.length - known.length)}次期限未知` : ''),
  };
}

const SERIES_NAMES = { minutes: '纪要编号', sessions: '会议次数' } as const;
const UNITS = { minutes: '号', sessions: '次' } as const;

function seriesView({ kind, title, ranges }: YearSeries, all: readonly YearSeries[]): SeriesView {
  const alone = all.filter((other) => other.kind === kind).length === 1;
  const unit = UNITS[kind];
  const total = count(ranges);
  const published = count(ranges.filter(({ state }) => state === 'published'));
  const missing = count(ranges.filter(({ state }) => state === 'missing'));
  return {
    name: alone || title === '' ? SERIES_NAMES[kind] : `${SERIES_NAMES[kind]}（${title}）`,
    summary:
      `共${String(total)}${unit}，已公开${String(published)}${unit}` +
      (total === published ? '' : `，未公开${String(total - published)}${unit}`) +
      (missing === 0 ? '' : `，其中${String(missing)}${unit}没有说明原因`),
    rows: rowsOf(ranges, unit),
  };
}

function count(ranges: readonly NumberRange[]): number {
  return new Set(
    ranges.flatMap(({ from, to, state }) => (state === 'published' ? [String(from)] : numbersIn(from, to))),
  ).size;
}

function numbersIn(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
}

function rowsOf(ranges: readonly NumberRange[], unit: string): readonly NumbersView[] {
  const rows: { state: NumbersView['state']; label: string; numbers: LinkView[]; basis: string }[] = [];
  for (const range of ranges) {
    const { label, basis } = labelOf(range);
    const row = rows.find((other) => other.label === label && other.basis === basis);
    const link = {
      text: rangeName(range, unit),
      href: range.state === 'published' ? meetingUrl(range.minutes.id) : null,
    };
    if (row === undefined) rows.push({ state: range.state, label, numbers: [link], basis });
    else row.numbers.push(link);
  }
  return rows.toSorted((one, other) => STATES.indexOf(one.state) - STATES.indexOf(other.state));
}

const STATES: readonly NumbersView['state'][] = ['published', 'absent', 'missing'];

function labelOf(range: NumberRange): { readonly label: string; readonly basis: string } {
  if (range.state === 'published') return { label: '已公开', basis: '' };
  if (range.state === 'missing') return { label: '未公开', basis: '没有说明原因' };
  return { label: range.status, basis: range.basis };
}

function rangeName({ from, to }: NumberRange, unit: string): string {
  return from === to ? `第${String(from)}${unit}` : `第${String(from)}—${String(to)}${unit}`;
}

function lagView({ minutes, lag }: MeetingLag): LagView {
  const stated = statedOf(minutes);
  return {
    meeting: { text: stated.name, href: meetingUrl(minutes.id) },
    held: stated.held === null ? null : longDate(stated.held),
    base: longDate(lag.base.day),
    baseName: lag.base.name,
    published: longDate(lag.published),
    intervals: lag.intervals.map(({ name, days }) => `${name}${daysName(days)}`).join('，'),
    deadline: lag.deadline === null ? null : longDate(lag.deadline),
    verdict: verdictOf(lag),
    late: lag.late !== null && lag.late > 0,
  };
}

function daysName(days: number): string {
  if (days === 0) return '当天';
  return days > 0 ? `后${String(days)}天` : `前${String(-days)}天`;
}

function verdictOf({ late }: PublicationLag): string {
  if (late === null) return '节假日安排未登记，期限未知';
  return late === 0 ? '按期公开' : `超过${String(late)}个工作日`;
}
