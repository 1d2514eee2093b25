import { yearCounts } from '../corpus/corpus.ts';
import { keptByYear, partsByPeriod } from '../corpus/derived.ts';
import { pointsOf } from '../corpus/ledger.ts';
import { isLongYear, monthIn, partsOf, periodOf, type Period } from '../corpus/long-years.ts';
import { yearOf, type Corpus } from '../corpus/model.ts';
import type { Minutes } from '../minutes/model.ts';
import { statedOf } from '../minutes/stated.ts';
import type { Site } from '../site.ts';
import { minutesUrl, yearUrl } from '../urls.ts';
import type { FigureView } from './charts/chart.ts';
import { monthAnchor } from './decision-row.ts';
import type { LinkView } from './bureau-names.ts';
import { frameOf, type FrameView } from './frame.ts';
import { summaryOf, type MeetingSummaryView } from './meeting-summary.ts';
import { columnTags } from './meta.ts';
import { monthLines, otherMonths, periodCrumb, periodName, periodsOf, type MonthLineView } from './months.ts';
import type { PagePath } from './page-rows.ts';
import { monthsFigure } from './statistics-counts.ts';

/** The years with their counts, and the meetings of the newest. */
export interface AllMinutesView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly description: string;
  readonly years: readonly YearLinkView[];
  /** Null before anything is published. */
  readonly newest: NewestYearView | null;
}

export interface YearLinkView {
  readonly text: string;
  readonly href: string;
  readonly meetings: number;
  readonly items: number;
}

export interface NewestYearView extends Pick<YearLinkView, 'text' | 'href'> {
  readonly meetings: readonly MeetingSummaryView[];
}

/** The meetings of one year, or of a month of a long one, with their items (R7.1). */
export interface YearView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly summary: string;
  /** Null where no meeting has a day, and on the page of a month. */
  readonly months: FigureView | null;
  /** The pages of its months, where it is told so; else none. */
  readonly byMonth: readonly MonthLineView[];
  /** None on the page of a year that is told by month. */
  readonly meetings: readonly (MeetingSummaryView & {
    /** The anchor of its month, at the newest meeting of the month: `m7`; null at others. */
    readonly month: string | null;
  })[];
  /** Without counts: those change with every meeting, and every year's page with them. */
  readonly otherYears: readonly LinkView[];
  /** None on the page of a year. */
  readonly otherMonths: readonly LinkView[];
}

/** The view of `/minutes/`. */
export function allMinutesView(corpus: Corpus, site: Site): AllMinutesView {
  return {
    frame: frameOf(site, corpus, {
      name: '会议纪要',
      url: minutesUrl(),
      meta: columnTags(site, site.column),
    }),
    heading: '会议纪要',
    description: site.column.description,
    years: yearLinks(corpus),
    newest: newestYear(corpus),
  };
}

/** The paths of the years that have minutes, and of the months of long ones. */
export function yearPaths(corpus: Corpus): readonly PagePath<Period>[] {
  return [...corpus.byYear.keys()].flatMap((year) =>
    periodsOf(year, monthNames(corpus, year)).map((period) => ({ params: { year: period }, props: period })),
  );
}

/** The view of `/minutes/<period>/`. */
export function yearView(period: Period, corpus: Corpus, site: Site): YearView {
  const { year, month } = partsOf(period);
  const minutes = month === null ? (corpus.byYear.get(year) ?? []) : minutesIn(year, month, corpus);
  const byMonth = month === null ? monthLines(year, monthsOf(year, corpus), yearUrl, sumsText) : [];
  return {
    frame: frameOf(site, corpus, {
      name: `${periodName(period)}会议纪要`,
      crumb: month === null ? `${year}年会议纪要` : periodCrumb(period),
      url: yearUrl(period),
      meta: columnTags(site, site.column),
      parents: [
        { text: '会议纪要', href: minutesUrl() },
        ...(month === null ? [] : [{ text: `${year}年`, href: yearUrl(year) }]),
      ],
    }),
    heading: `${periodName(period)}会议纪要`,
    summary: `共${sumsText(sumsOf(minutes))}`,
    months: month === null ? monthsFigure(year, minutes) : null,
    byMonth,
    meetings: byMonth.length > 0 ? [] : withMonths(minutes.map((one) => summaryOf(one, corpus))),
    otherYears:
      month === null
        ? [...corpus.byYear.keys()]
            .filter((other) => other !== year)
            .map((other) => ({ text: `${other}年`, href: yearUrl(other) }))
        : [],
    otherMonths: otherMonths(period, monthNames(corpus, year), yearUrl),
  };
}

interface Sums {
  readonly meetings: number;
  readonly items: number;
}

/** How much the months of a long year hold. */
const monthSums = keptByYear('monthSums', ({ byYear }, year): Readonly<Record<string, Sums>> => {
  const months = Map.groupBy(byYear.get(year) ?? [], monthOf);
  return Object.fromEntries([...months].map(([month, minutes]) => [month, sumsOf(minutes)]));
});

function monthsOf(year: string, corpus: Corpus): Readonly<Record<string, Sums>> {
  return isLongYear(year, corpus) ? monthSums(corpus, year) : {};
}

/** The months alone: they change far less often than what they hold. */
const monthNames = keptByYear('monthNames', (corpus, year) => Object.keys(monthsOf(year, corpus)).toSorted());

/** The ids of the meetings of each month, newest first. */
const idsByMonth = partsByPeriod('monthMeetings', ({ byYear }, year) => {
  const months = Map.groupBy(byYear.get(year) ?? [], monthOf);
  return new Map([...months].map(([month, minutes]) => [month, minutes.map(({ id }) => id)]));
});

function minutesIn(year: string, month: string, corpus: Corpus): readonly Minutes[] {
  return (idsByMonth(corpus, year, month) ?? []).flatMap((id) => corpus.byId.get(id) ?? []);
}

function monthOf(minutes: Minutes): string {
  return monthIn(yearOf(minutes), statedOf(minutes).day);
}

function sumsOf(minutes: readonly Minutes[]): Sums {
  return {
    meetings: minutes.length,
    items: minutes.reduce((sum, each) => sum + pointsOf(each).length, 0),
  };
}

function sumsText({ meetings, items }: Sums): string {
  return `${String(meetings)}次会议，${String(items)}项议题`;
}

function withMonths(meetings: readonly MeetingSummaryView[]): YearView['meetings'] {
  const months = new Set<string>();
  return meetings.map((meeting) => {
    const month = meeting.day === null ? null : monthAnchor(meeting.day.iso);
    const first = month !== null && !months.has(month);
    if (first) months.add(month);
    return { ...meeting, month: first ? month : null };
  });
}

/** The years with their counts, newest first. */
export function yearLinks(corpus: Corpus): readonly YearLinkView[] {
  return yearCounts(corpus).map(yearLink);
}

/** The newest year; of a long one its newest month. */
function newestYear(corpus: Corpus): NewestYearView | null {
  const [newest] = corpus.byYear.values();
  const first = newest?.[0];
  if (newest === undefined || first === undefined) return null;
  const period = periodOf(yearOf(first), statedOf(first).day, corpus);
  const { month } = partsOf(period);
  const end = month === null ? -1 : newest.findIndex((minutes) => monthOf(minutes) !== month);
  return {
    text: periodName(period),
    href: yearUrl(period),
    meetings: (end === -1 ? newest : newest.slice(0, end)).map((minutes) => summaryOf(minutes, corpus)),
  };
}

function yearLink({ year, meetings, items }: ReturnType<typeof yearCounts>[number]): YearLinkView {
  return { text: `${year}年`, href: yearUrl(year), meetings, items };
}
