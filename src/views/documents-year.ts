import type { ConsideredDocument, DocumentMention } from '../corpus/documents.ts';
import type { IssuedDocument } from '../corpus/links.ts';
import type { Corpus } from '../corpus/model.ts';
import {
  documentMonthNames,
  documentMonths,
  documentsIn,
  documentYears,
  titleKey,
  type MentionRef,
} from '../corpus/documents.ts';
import { partsOf, periodOf, type Period } from '../corpus/long-years.ts';
import { threadsIn, type ThreadRecord } from '../corpus/thread-records.ts';
import type { IsoDate } from '../minutes/model.ts';
import type { Site } from '../site.ts';
import { documentsUrl, documentsYearUrl, itemUrl, minutesUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { issuedView, type IssuedView } from './decision-row.ts';
import { stateName } from './decision-filters.ts';
import { longDate, type DateView } from './format.ts';
import { frameOf, type FrameView } from './frame.ts';
import { columnTags } from './meta.ts';
import { monthLines, otherMonths, periodCrumb, periodName, periodsOf, type MonthLineView } from './months.ts';
import type { PagePath } from './page-rows.ts';

/** The documents that meetings of one year, or of a month of a long one, considered, newest first. */
export interface DocumentsYearView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly summary: string;
  /** None on the page of a year that is told by month. */
  readonly documents: readonly ConsideredView[];
  /** The pages of its months, where it is told so; else none. */
  readonly byMonth: readonly MonthLineView[];
  /** Where all minutes are: an address of a document that was listed here leads on from there. */
  readonly minutes: string;
  /** None on the page of a month. */
  readonly otherYears: readonly LinkView[];
  /** None on the page of a year. */
  readonly otherMonths: readonly LinkView[];
}

/** One document, from its first mention to its issue. */
export interface ConsideredView {
  /** The address of its newest mention of the year on this page: `d-2022-013-item-7`. */
  readonly anchor: string;
  readonly title: string;
  readonly steps: readonly StepView[];
  readonly issued: readonly IssuedView[];
  readonly state: { readonly id: string; readonly name: string };
  /** Null where no other document follows or precedes it. */
  readonly thread: ThreadView | null;
}

/** One consideration. */
export interface StepView {
  readonly href: string;
  readonly day: DateView | null;
  readonly meeting: string;
  readonly action: string | null;
  readonly outcomes: string;
}

/** Documents on one subject over the years. */
export interface ThreadView {
  readonly name: string;
  /** Whether staff put them together; else their titles are alike. */
  readonly stated: boolean;
  /** Oldest first; the document itself leads nowhere. */
  readonly documents: readonly (LinkView & { readonly year: string })[];
  /** What of it is listed; null where all is. */
  readonly note: string | null;
}

/** The paths of the years in which documents were considered, and of the months of long ones. */
export function documentsYearPaths(corpus: Corpus): readonly PagePath<Period>[] {
  return documentYears(corpus).flatMap((year) =>
    periodsOf(year, documentMonthNames(corpus, year)).map((period) => ({
      params: { year: period },
      props: period,
    })),
  );
}

/** The view of `/documents/<period>/`. */
export function documentsYearView(period: Period, corpus: Corpus, site: Site): DocumentsYearView {
  const { year, month } = partsOf(period);
  const months = month === null ? documentMonths(corpus, year) : {};
  const byMonth = month === null ? monthLines(year, months, documentsYearUrl, countText) : [];
  const documents = byMonth.length > 0 ? [] : documentsIn(period, corpus);
  return {
    frame: frameOf(site, corpus, {
      name: `${periodName(period)}审议的文件`,
      crumb: periodCrumb(period),
      url: documentsYearUrl(period),
      meta: columnTags(site, site.column),
      parents: [
        { text: '文件', href: documentsUrl() },
        ...(month === null ? [] : [{ text: `${year}年`, href: documentsYearUrl(year) }]),
      ],
    }),
    heading: `${periodName(period)}审议的文件`,
    summary: countText(
      byMonth.length > 0 ? Object.values(months).reduce((sum, each) => sum + each, 0) : documents.length,
    ),
    documents: viewsOf(documents, period, corpus),
    byMonth,
    minutes: minutesUrl(),
    otherYears:
      month === null
        ? documentYears(corpus)
            .filter((other) => other !== year)
            .map((other) => ({ text: `${other}年`, href: documentsYearUrl(other) }))
        : [],
    otherMonths: otherMonths(period, documentMonthNames(corpus, year), documentsYearUrl),
  };
}

function countText(count: number): string {
  return `${String(count)}份文件`;
}

function viewsOf(
  documents: readonly ConsideredDocument[],
  period: Period,
  corpus: Corpus,
): readonly ConsideredView[] {
  if (documents.length === 0) return [];
  const { year } = partsOf(period);
  const threads = threadsIn(period, corpus);
  return documents
    .toSorted((one, other) => compare(dayIn(other, year), dayIn(one, year)))
    .map((document) => documentView(document, year, threads, corpus));
}

function documentView(
  document: ConsideredDocument,
  year: string,
  threads: ReadonlyMap<string, ThreadRecord>,
  corpus: Corpus,
): ConsideredView {
  const { title, mentions, issued } = document;
  const thread = threads.get(titleKey(title));
  const mention = mentionIn(document, year);
  return {
    anchor: mention === undefined ? '' : anchorOf(mention),
    title,
    steps: mentions.map(stepView),
    issued: issued.map((each) => issuedView(each, decidedOn(each, mentions))),
    state: stateOf(document),
    thread: thread === undefined ? null : threadView(thread, title, corpus),
  };
}

/** What is known of the newest decision on it; a document that was entered counts for the whole. */
function stateOf({ issued, mentions }: ConsideredDocument): ConsideredView['state'] {
  const kinds = mentions.flatMap(({ states }) => states);
  const kind = issued.length > 0 ? 'issued' : (kinds.findLast((each) => each !== 'none') ?? 'none');
  return { id: kind, name: stateName(kind) };
}

/** What is told of a thread as links, for the page of the document of a title or for a list of threads. */
export function threadView(
  { name, stated, count, documents, isWhole }: ThreadRecord,
  self: string | null,
  corpus: Corpus,
): ThreadView {
  // How many there are in all is told by the list of threads alone: the page of a document needn't change with it.
  const some = count === null ? '列出前后相邻的和往年最早的' : `共${String(count)}份，各年列出最早的`;
  return {
    name,
    stated,
    documents: documents.map((document) => ({
      text: document.title,
      year: document.year,
      href: self !== null && titleKey(document.title) === titleKey(self) ? null : addressOf(document, corpus),
    })),
    note: isWhole ? null : some,
  };
}

function addressOf({ newest }: ThreadRecord['documents'][number], corpus: Corpus): string {
  return `${documentsYearUrl(periodOf(newest.year, newest.day, corpus))}#${anchorOf(newest)}`;
}

function stepView({ id, anchor, day, meeting, action, outcomes }: DocumentMention): StepView {
  return {
    href: itemUrl(id, anchor),
    day: day === null ? null : longDate(day),
    meeting,
    action,
    outcomes: [...new Set(outcomes)].join('、'),
  };
}

/** The day of the last meeting that a document rests on. */
function decidedOn({ items }: IssuedDocument, mentions: readonly DocumentMention[]): IsoDate | null {
  return mentions.findLast(({ id, anchor }) => items.includes(`${id}#${anchor}`))?.day ?? null;
}

/** The newest mention of a year. */
function mentionIn({ mentions }: ConsideredDocument, year: string): DocumentMention | undefined {
  return mentions.findLast((mention) => mention.year === year);
}

function dayIn(document: ConsideredDocument, year: string): string {
  return mentionIn(document, year)?.day ?? '';
}

function anchorOf({ id, anchor }: MentionRef): string {
  return `d-${id.replace('/', '-')}-${anchor}`;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
