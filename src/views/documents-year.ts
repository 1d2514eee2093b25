import type { ConsideredDocument, DocumentMention } from '../corpus/documents.ts';
import type { IssuedDocument } from '../corpus/links.ts';
import type { Corpus } from '../corpus/model.ts';
import { documentsOfYear, documentYears, titleKey, type MentionRef } from '../corpus/documents.ts';
import { threadsOfYear, type ThreadRecord } from '../corpus/thread-records.ts';
import type { IsoDate } from '../minutes/model.ts';
import type { Site } from '../site.ts';
import { documentsUrl, documentsYearUrl, itemUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { issuedView, type IssuedView } from './decision-row.ts';
import { stateName } from './decision-filters.ts';
import { longDate, type DateView } from './format.ts';
import { frameOf, type FrameView } from './frame.ts';
import { columnTags } from './meta.ts';
import type { PagePath } from './page-rows.ts';

/** The documents that meetings of one year considered, newest first. */
export interface DocumentsYearView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly summary: string;
  readonly documents: readonly ConsideredView[];
  readonly otherYears: readonly LinkView[];
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

/** The paths of the years in which documents were considered. */
export function documentsYearPaths(corpus: Corpus): readonly PagePath<string>[] {
  return documentYears(corpus).map((year) => ({ params: { year }, props: year }));
}

/** The view of `/documents/<year>/`. */
export function documentsYearView(year: string, corpus: Corpus, site: Site): DocumentsYearView {
  const documents = documentsOfYear(year, corpus);
  const threads = threadsOfYear(year, corpus);
  return {
    frame: frameOf(site, corpus, {
      name: `${year}年审议的文件`,
      crumb: `${year}年`,
      url: documentsYearUrl(year),
      meta: columnTags(site, site.column),
      parents: [{ text: '文件', href: documentsUrl() }],
    }),
    heading: `${year}年审议的文件`,
    summary: `${String(documents.length)}份文件`,
    documents: documents
      .toSorted((one, other) => compare(dayIn(other, year), dayIn(one, year)))
      .map((document) => documentView(document, year, threads)),
    otherYears: documentYears(corpus)
      .filter((other) => other !== year)
      .map((other) => ({ text: `${other}年`, href: documentsYearUrl(other) })),
  };
}

function documentView(
  document: ConsideredDocument,
  year: string,
  threads: ReadonlyMap<string, ThreadRecord>,
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
    thread: thread === undefined ? null : threadView(thread, title),
  };
}

/** What is known of the newest decision on it; a document that was entered counts for the whole. */
function stateOf({ issued, mentions }: ConsideredDocument): ConsideredView['state'] {
  const kinds = mentions.flatMap(({ states }) => states);
  const kind = issued.length > 0 ? 'issued' : (kinds.findLast((each) => each !== 'none') ?? 'none');
  return { id: kind, name: stateName(kind) };
}

/** So many documents of a thread are all listed. */
const SHORT = 12;

/**
 * The thread as links, for the page of the document of a title or for a list of threads. Of a long one those that come
 * before and after the document and the first of every other year: what is added later seldom changes older pages.
 */
export function threadView({ name, stated, documents }: ThreadRecord, self: string | null): ThreadView {
  const own = self === null ? -1 : documents.findIndex(({ title }) => titleKey(title) === titleKey(self));
  const listed = documents.length <= SHORT ? documents : around(documents, own);
  const rest = own < 0 ? '各年列出最早的' : '列出前后相邻的和其他各年最早的';
  return {
    name,
    stated,
    documents: listed.map((document) => ({
      text: document.title,
      year: document.year,
      href:
        document === documents[own]
          ? null
          : `${documentsYearUrl(document.newest.year)}#${anchorOf(document.newest)}`,
    })),
    note: listed.length < documents.length ? `共${String(documents.length)}份，${rest}` : null,
  };
}

/** The document at a place, its neighbours, and the first of every other year. */
function around(documents: ThreadRecord['documents'], own: number): ThreadRecord['documents'] {
  const year = documents[own]?.year;
  return documents.filter((each, at) => {
    if (own >= 0 && Math.abs(at - own) <= 1) return true;
    return each.year !== year && documents[at - 1]?.year !== each.year;
  });
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
