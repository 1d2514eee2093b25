import type { IsoDate, Minutes, Outcome } from './model.ts';
import { registerOf, type MeetingRegister, type RegisterItem } from './register.ts';

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
  return minutes.brief ?? makeBrief(registerOf(minutes));
}

/** The brief of what registers say. */
export function makeBrief({ name, day, items }: MeetingRegister): MeetingBrief {
  return { name, day, items: items.map(itemBrief) };
}

function itemBrief({ anchor, label, action, decisions }: RegisterItem): ItemBrief {
  return { anchor, label, action, outcomes: decisions.map(({ outcome }) => outcome) };
}
