import type { Corpus } from '../corpus/model.ts';
import type { Minutes } from '../minutes/model.ts';
import { meetingName } from '../minutes/plain-text.ts';
import { registerOf } from '../minutes/register.ts';
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
  const { id, name, number, day, published, items } = registerOf(minutes);
  const href = meetingUrl(id);
  return {
    href,
    name,
    number,
    day: day === null ? null : longDate(day),
    published,
    items: items.map((item) => ({ ...itemView(item, corpus), href: `${href}#${item.anchor}` })),
  };
}

/** The title of the document, for the page title and `ArticleTitle`: title and number, else the name. */
export function documentTitle(minutes: Minutes): string {
  const { title, number } = minutes.head;
  if (title === null) return meetingName(minutes);
  return number === null ? title.value : `${title.value}（${number.value}）`;
}
