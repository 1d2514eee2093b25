import type { Corpus } from '../corpus/model.ts';
import { dayOf } from '../corpus/model.ts';
import type { Minutes } from '../minutes/model.ts';
import { meetingUrl } from '../urls.ts';
import { longDate, type DateView } from './format.ts';
import { itemView, type ItemView } from './item.ts';

/** One meeting in a list (R7.1). */
export interface MeetingSummaryView {
  readonly href: string;
  readonly name: string;
  /** 第13号: what else it is called; null when the text prints none. */
  readonly number: string | null;
  readonly day: DateView | null;
  readonly published: string | null;
  readonly items: readonly (ItemView & { readonly href: string })[];
}

/** The meeting as a line and its items. */
export function summaryOf(minutes: Minutes, corpus: Corpus): MeetingSummaryView {
  const day = dayOf(minutes);
  const href = meetingUrl(minutes.id);
  return {
    href,
    name: meetingName(minutes),
    number: minutes.head.number?.value ?? null,
    day: day === null ? null : longDate(day),
    published: minutes.head.published?.slice(0, 10) ?? null,
    items: minutes.items.map((item) => ({ ...itemView(item, corpus), href: `${href}#${item.anchor}` })),
  };
}

/**
 * What a meeting is called: as the opening sentence names it (市政府第9次常务会议), else title and
 * number, else the id, which is always there. Title and number alone don't tell two meetings apart.
 */
export function meetingName({ head, id }: Minutes): string {
  if (head.session !== null) return head.session.value;
  if (head.title === null) return `会议纪要 ${id}`;
  return head.number === null ? head.title.value : `${head.title.value}（${head.number.value}）`;
}

/** The title of the document, for the page title and `ArticleTitle`: title and number, else the name. */
export function documentTitle(minutes: Minutes): string {
  const { title, number } = minutes.head;
  if (title === null) return meetingName(minutes);
  return number === null ? title.value : `${title.value}（${number.value}）`;
}
