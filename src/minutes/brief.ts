import { labelOf } from './item-label.ts';
import type { AgendaItem, IsoDate, Minutes, Outcome } from './model.ts';
import { meetingName } from './plain-text.ts';

/** What lists over many meetings say of one: no place in its text, so that few corrections change it. */
export interface MeetingBrief {
  readonly name: string;
  /** See `dayOf`. */
  readonly day: IsoDate | null;
  readonly items: readonly ItemBrief[];
}

export interface ItemBrief {
  readonly anchor: string;
  readonly label: string;
  readonly action: string | null;
  /** Of its decisions, in text order. */
  readonly outcomes: readonly Outcome[];
}

/** The brief of minutes; where a build notes what each page reads, that counts alone as read. */
export function briefOf(minutes: Minutes): MeetingBrief {
  return minutes.brief ?? makeBrief(minutes);
}

/** Makes the brief of what the minutes say. */
export function makeBrief(minutes: Pick<Minutes, 'id' | 'head' | 'items'>): MeetingBrief {
  return { name: meetingName(minutes), day: dayOf(minutes), items: minutes.items.map(itemBrief) };
}

/** The day a meeting counts under: held, else compiled or issued, else the published day; null if none. */
export function dayOf({
  head: { held, compiled, issued, published },
}: Pick<Minutes, 'head'>): IsoDate | null {
  return held?.value ?? compiled?.value ?? issued?.value ?? published?.slice(0, 10) ?? null;
}

function itemBrief(item: AgendaItem): ItemBrief {
  const { anchor, action, decisions } = item;
  return {
    anchor,
    label: labelOf(item),
    action: action?.value ?? null,
    outcomes: decisions.map(({ outcome }) => outcome),
  };
}
