import type { ItemRef } from '../corpus/model.ts';
import { briefOf } from '../minutes/brief.ts';
import type { Minutes } from '../minutes/model.ts';
import { itemUrl } from '../urls.ts';
import { longDate, type DateView } from './format.ts';

/** So many entries of a list the page of a bureau or of a topic shows; that of its year has all. */
export const NEWEST = 50;

/** An item in a list over many meetings. */
export interface ItemEntryView {
  readonly href: string;
  readonly text: string;
  readonly day: DateView | null;
  readonly meeting: string;
  readonly outcome: string | null;
}

/** What the brief of its meeting says of an item. */
export function itemEntry({ minutes, anchor }: ItemRef): ItemEntryView {
  const item = briefOf(minutes).items.find((each) => each.anchor === anchor);
  return {
    ...meetingOf(minutes),
    href: itemUrl(minutes.id, anchor),
    text: item?.label ?? '',
    outcome: item?.outcomes[0] ?? null,
  };
}

/** The day and the name of a meeting. */
export function meetingOf(minutes: Minutes): Pick<ItemEntryView, 'day' | 'meeting'> {
  const { day, name } = briefOf(minutes);
  return { day: day === null ? null : longDate(day), meeting: name };
}
