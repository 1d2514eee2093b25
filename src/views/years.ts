import { yearCounts } from '../corpus/corpus.ts';
import type { Corpus } from '../corpus/model.ts';
import { registerOf } from '../minutes/register.ts';
import type { Site } from '../site.ts';
import { minutesUrl, yearUrl } from '../urls.ts';
import type { FigureView } from './charts/chart.ts';
import { monthAnchor } from './decision-row.ts';
import type { LinkView } from './bureau-names.ts';
import { frameOf, type FrameView } from './frame.ts';
import { summaryOf, type MeetingSummaryView } from './meeting-summary.ts';
import { columnTags } from './meta.ts';
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

/** The meetings of one year with their items (R7.1). */
export interface YearView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly summary: string;
  /** Null where no meeting has a day. */
  readonly months: FigureView | null;
  readonly meetings: readonly (MeetingSummaryView & {
    /** The anchor of its month, at the newest meeting of the month: `m7`; null at others. */
    readonly month: string | null;
  })[];
  /** Without counts: those change with every meeting, and every year's page with them. */
  readonly otherYears: readonly LinkView[];
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

/** The paths of the years that have minutes. */
export function yearPaths({ byYear }: Corpus): readonly PagePath<string>[] {
  return [...byYear.keys()].map((year) => ({ params: { year }, props: year }));
}

/** The view of `/minutes/<year>/`. */
export function yearView(year: string, corpus: Corpus, site: Site): YearView {
  const minutes = corpus.byYear.get(year) ?? [];
  const items = minutes.reduce((sum, one) => sum + registerOf(one).items.length, 0);
  return {
    frame: frameOf(site, corpus, {
      name: `${year}年会议纪要`,
      url: yearUrl(year),
      meta: columnTags(site, site.column),
      parents: [{ text: '会议纪要', href: minutesUrl() }],
    }),
    heading: `${year}年会议纪要`,
    summary: `共${String(minutes.length)}次会议，${String(items)}项议题`,
    months: monthsFigure(year, minutes),
    meetings: withMonths(minutes.map((one) => summaryOf(one, corpus))),
    otherYears: [...corpus.byYear.keys()]
      .filter((other) => other !== year)
      .map((other) => ({ text: `${other}年`, href: yearUrl(other) })),
  };
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

function newestYear(corpus: Corpus): NewestYearView | null {
  const [newest] = yearCounts(corpus);
  if (newest === undefined) return null;
  const { text, href } = yearLink(newest);
  return {
    text,
    href,
    meetings: (corpus.byYear.get(newest.year) ?? []).map((minutes) => summaryOf(minutes, corpus)),
  };
}

function yearLink({ year, meetings, items }: ReturnType<typeof yearCounts>[number]): YearLinkView {
  return { text: `${year}年`, href: yearUrl(year), meetings, items };
}
