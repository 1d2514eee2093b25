import { neighboursOf } from '../corpus/corpus.ts';
import type { Corpus } from '../corpus/model.ts';
import { dayOf } from '../minutes/meeting-day.ts';
import type { PaperFile } from '../corpus/papers.ts';
import { jsonFile, markdownFile, textFile } from '../minutes/downloads.ts';
import type { Minutes } from '../minutes/model.ts';
import { meetingName } from '../minutes/plain-text.ts';
import type { Site } from '../site.ts';
import {
  absoluteUrl,
  jsonUrl,
  markdownUrl,
  meetingUrl,
  minutesUrl,
  pdfUrl,
  textUrl,
  yearUrl,
} from '../urls.ts';
import { cardPicture } from './card.ts';
import { citationView, type CitationView } from './citation.ts';
import { catalogueOf, meetingFacts, type CatalogueRow } from './catalogue.ts';
import { ATTENDANCE_ANCHOR, documentOf, type DocumentView } from './document.ts';
import { byteSize, fileSize, longDate, timestamp, type DateView } from './format.ts';
import { frameOf, type FrameView } from './frame.ts';
import { historyView, type HistoryView } from './history.ts';
import { registerOf } from '../minutes/register.ts';
import { statedOf } from '../minutes/stated.ts';
import { itemView, type ItemView } from './item.ts';
import { meetingThings } from './linked-data.ts';
import { documentTitle } from './meeting-summary.ts';
import { articleTags } from './meta.ts';
import { relatedOf, type RelatedView } from './outcome-links.ts';
import { qrOf, type QrView } from './qr.ts';
import type { PagePath } from './page-rows.ts';

/** The page of one set of minutes, in the order of R7.2. */
export interface MeetingView {
  readonly frame: FrameView;
  /** What the page says above all else when it is kept as an archive (R1.13); null of others. */
  readonly archived: string | null;
  readonly catalogue: readonly CatalogueRow[];
  readonly facts: readonly CatalogueRow[];
  /** The title of the page where the text has no title line; null where it has one. */
  readonly systemTitle: string | null;
  /** What the page says of a document that isn't published whole (R2.4); null of others. */
  readonly redacted: string | null;
  readonly source: string;
  readonly published: DateView | null;
  readonly downloads: readonly DownloadView[];
  readonly items: readonly ItemView[];
  /** Entries of the contents after the items. */
  readonly contents: readonly { readonly href: string; readonly text: string }[];
  readonly document: DocumentView;
  readonly context: MeetingContext;
  /** Null when nothing is known to have come of the meeting. */
  readonly related: RelatedView | null;
  readonly citation: CitationView;
  /** Null where nothing is known of it. */
  readonly history: HistoryView | null;
  /** The page's own address, for people who keep, print or scan it. */
  readonly address: string;
  readonly qr: QrView;
  readonly newer: NeighbourView | null;
  readonly older: NeighbourView | null;
}

/** What an item is an item of: said beside the one that the address names. */
export interface MeetingContext {
  readonly name: string;
  readonly day: DateView | null;
  /** Whether the page has a table of its items. */
  readonly glance: boolean;
}

export interface DownloadView {
  readonly href: string;
  readonly label: string;
  readonly size: string;
  readonly fileName: string;
}

export interface NeighbourView {
  readonly href: string;
  readonly name: string;
}

/** The paths of all meeting pages: year and number of their ids. */
export function meetingPaths(corpus: Corpus): readonly PagePath<Minutes>[] {
  return corpus.minutes.map((minutes) => {
    const [year = '', ...number] = minutes.id.split('/');
    return { params: { year, number: number.join('/') }, props: minutes };
  });
}

/** The view of a meeting page. */
export function meetingView(minutes: Minutes, corpus: Corpus, site: Site): MeetingView {
  const url = meetingUrl(minutes.id);
  const year = yearOf(minutes.id);
  const document = documentOf(minutes, corpus);
  const { newer, older } = neighboursOf(minutes.id, corpus);
  const day = dayOf(minutes);
  const address = absoluteUrl(url, site.domain);
  const related = relatedOf(minutes, corpus);
  const history = historyView(minutes, corpus);
  const hasTitle = document.masthead.some(({ role }) => role === 'title');
  return {
    frame: frameOf(site, corpus, {
      name: documentTitle(minutes),
      crumb: meetingName(minutes),
      url,
      meta: articleTags(site, minutes),
      things: meetingThings(minutes, corpus, site),
      picture: cardPicture(minutes, site),
      parents: [
        { text: '会议纪要', href: minutesUrl() },
        { text: `${year}年`, href: yearUrl(year) },
      ],
    }),
    archived: minutes.head.archived === null ? null : `本页已归档（归档时间：${minutes.head.archived}）`,
    catalogue: catalogueOf(minutes, site),
    facts: meetingFacts(minutes),
    systemTitle: hasTitle ? null : meetingName(minutes),
    redacted: redactedNotice(minutes),
    source: minutes.head.issuer?.value ?? site.source,
    published: minutes.head.published === null ? null : timestamp(minutes.head.published),
    downloads: downloadsOf(minutes, corpus.archive.papers.get(minutes.id) ?? null),
    items: registerOf(minutes).items.map((item) => itemView(item, corpus)),
    contents: [
      ...(minutes.attendance.span === null ? [] : [{ href: `#${ATTENDANCE_ANCHOR}`, text: '出席和列席' }]),
      ...(related === null ? [] : [{ href: '#related', text: '印发文件与解读' }]),
      ...(history === null ? [] : [{ href: '#history', text: '版本与更正' }]),
      { href: '#cite', text: '引用' },
    ],
    document,
    context: {
      name: meetingName(minutes),
      day: day === null ? null : longDate(day),
      glance: minutes.items.length > 0,
    },
    related,
    citation: citationView(minutes, corpus, site),
    history,
    address,
    qr: qrOf(address),
    newer: neighbour(newer),
    older: neighbour(older),
  };
}

function redactedNotice({ head: { redaction }, blocks }: Minutes): string | null {
  if (redaction !== null) return `本件为删减后公开版本（${redaction.basis}：${redaction.reason}）`;
  return blocks.some(({ kind }) => kind === 'withheld') ? '本件为删减后公开版本' : null;
}

/** `2022` of `2022/013`. */
export function yearOf(id: string): string {
  return id.split('/')[0] ?? id;
}

function downloadsOf(minutes: Minutes, paper: PaperFile | null): readonly DownloadView[] {
  const title = documentTitle(minutes);
  const markdown = markdownFile(minutes);
  const json = jsonFile(minutes);
  const text = textFile(minutes);
  return [
    ...(paper === null
      ? []
      : [{ href: pdfUrl(minutes.id), label: 'PDF', size: byteSize(paper.size), fileName: `${title}.pdf` }]),
    { href: markdownUrl(minutes.id), label: 'Markdown', size: fileSize(markdown), fileName: `${title}.md` },
    { href: textUrl(minutes.id), label: '纯文本', size: fileSize(text), fileName: `${title}.txt` },
    { href: jsonUrl(minutes.id), label: 'JSON', size: fileSize(json), fileName: `${title}.json` },
  ];
}

function neighbour(minutes: Minutes | null): NeighbourView | null {
  return minutes === null ? null : { href: meetingUrl(minutes.id), name: statedOf(minutes).name };
}
