import { isLate } from '../corpus/archive.ts';
import { eventAnchor, eventName, NO_REASON, textChangeOf } from '../corpus/corrections.ts';
import type { DocumentHistory, HistoryEvent } from '../corpus/history.ts';
import type { Corpus } from '../corpus/model.ts';
import { anchorOfAddress, pageOfAddress } from '../corpus/redirects.ts';
import type { Minutes } from '../minutes/model.ts';
import { correctionsUrl, itemUrl, meetingUrl, versionUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { sentencesOf, type SentenceView } from './difference.ts';
import { timestamp, type DateView } from './format.ts';

/** What happened to a set of minutes since its publication: 版本与更正. */
export interface HistoryView {
  /** Newest first; the last is the publication. */
  readonly changes: readonly ChangeView[];
  /** Items that have no place of their own any more, with the ids they had. */
  readonly former: readonly FormerItemView[];
}

export interface ChangeView {
  /** Its place in the list of corrections; null for the publication. */
  readonly anchor: string | null;
  readonly time: DateView;
  readonly kind: string;
  /** Why, or what else there is to say. */
  readonly reason: string;
  readonly sentences: readonly SentenceView[];
  /** The version before; null where there is none, or where it was taken back. */
  readonly previous: LinkView | null;
}

export interface FormerItemView {
  readonly id: string;
  readonly text: string;
  readonly href: string;
}

/** The history of a set of minutes; null where git can't tell and nothing else is to be said. */
export function historyView(minutes: Minutes, corpus: Corpus): HistoryView | null {
  const former = formerItems(minutes.id, corpus);
  const history = corpus.archive.histories?.get(minutes.id);
  if (history === undefined) return former.length === 0 ? null : { changes: [], former };
  const changes = history.events.map((event) => changeView(event, history, minutes)).toReversed();
  return { changes: [...changes, ...beginning(history)], former };
}

/** One event as the page of the minutes and the list of corrections show it. */
export function changeView(event: HistoryEvent, history: DocumentHistory, minutes: Minutes): ChangeView {
  const change = textChangeOf(event, history, minutes);
  return {
    anchor: eventAnchor(event),
    time: timestamp(event.time),
    kind: eventName(event),
    reason: reasonOf(event),
    sentences: change === null ? [] : sentencesOf(change),
    previous:
      event.what === 'text'
        ? {
            text: `第${String(event.version - 1)}版`,
            href: versionUrl(history.id, event.version - 1),
          }
        : null,
  };
}

/** Why it happened, and what there is to say beside it. */
export function reasonOf(event: HistoryEvent): string {
  const reason = event.reason ?? (event.what === 'moved' ? '' : NO_REASON);
  if (event.what === 'published') return `${reason}（由 ${event.before} 改为 ${event.after}）`;
  if (event.what === 'moved')
    return `${reason}（由 ${meetingUrl(event.before)} 改为 ${meetingUrl(event.after)}）`;
  return reason;
}

function beginning({ recorded, published, republished }: DocumentHistory): readonly ChangeView[] {
  const plain = { anchor: null, sentences: [], previous: null };
  const first = { ...plain, time: timestamp(published), kind: '首次发布' };
  if (!isLate(published, recorded)) return [{ ...first, reason: '' }];
  return [
    {
      ...plain,
      time: timestamp(recorded),
      kind: '录入本站',
      reason: republished
        ? `首次录入本站的时间；此前已于 ${published} 公开发布`
        : `首次录入本站的时间，晚于文件写明的发布时间 ${published}`,
    },
    { ...first, reason: republished ? '在别处公开发布的时间' : '文件写明的发布时间' },
  ];
}

function formerItems(id: string, { archive }: Corpus): readonly FormerItemView[] {
  return archive.redirects.flatMap(({ from, to, reason }) => {
    const anchor = anchorOfAddress(from);
    if (anchor === null || pageOfAddress(from) !== id) return [];
    const target = anchorOfAddress(to);
    return [{ id: anchor, text: reason, href: target === null ? meetingUrl(id) : itemUrl(id, target) }];
  });
}

/** The place of a change in the list of corrections. */
export function correctionHref(anchor: string): string {
  return `${correctionsUrl()}#${anchor}`;
}
