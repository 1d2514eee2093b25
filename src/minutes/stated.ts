import { dayOf } from './meeting-day.ts';
import type { IsoDate, Minutes } from './model.ts';
import { meetingName } from './plain-text.ts';

/** What the head of minutes states, without the places in the text, so that few corrections change it. */
export interface StatedHead {
  /** See `meetingName`. */
  readonly name: string;
  /** See `dayOf`. */
  readonly day: IsoDate | null;
  readonly title: string | null;
  readonly issuer: string | null;
  readonly number: string | null;
  readonly session: string | null;
  readonly held: IsoDate | null;
  readonly compiled: IsoDate | null;
  readonly issued: IsoDate | null;
  /** `YYYY-MM-DD HH:MM` in Beijing time. */
  readonly published: string | null;
}

/** What a head states; where a build notes what each page reads, that counts alone as read. */
export function statedOf(minutes: Pick<Minutes, 'id' | 'head' | 'stated'>): StatedHead {
  return minutes.stated ?? makeStated(minutes);
}

/** Makes it of the head. */
export function makeStated(minutes: Pick<Minutes, 'id' | 'head'>): StatedHead {
  const { title, issuer, number, session, held, compiled, issued, published } = minutes.head;
  return {
    name: meetingName(minutes),
    day: dayOf(minutes),
    title: title?.value ?? null,
    issuer: issuer?.value ?? null,
    number: number?.value ?? null,
    session: session?.value ?? null,
    held: held?.value ?? null,
    compiled: compiled?.value ?? null,
    issued: issued?.value ?? null,
    published,
  };
}
