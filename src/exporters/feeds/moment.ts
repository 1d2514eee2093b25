import type { Archive } from '../../corpus/archive.ts';
import type { Minutes } from '../../minutes/model.ts';
import { statedOf } from '../../minutes/stated.ts';

/** A Beijing minute (`2022-07-09 17:00`) or day as RFC 3339 has it; a day is its first moment. */
export function moment(time: string): string {
  return `${time.slice(0, 10)}T${time.length > 10 ? time.slice(11) : '00:00'}:00+08:00`;
}

/** The same in UTC as iCalendar has it: `20220709T090000Z`. */
export function utcStamp(time: string): string {
  return new Date(moment(time)).toISOString().replaceAll(/[-:]|\.\d{3}/gu, '');
}

/** When the minutes were published; the earliest time there is where nobody stated it. */
export function publishedAt(minutes: Minutes): string {
  return statedOf(minutes).published ?? '1970-01-01 00:00';
}

/** When readers of this site saw the last change of the minutes: a correction, else their coming. */
export function changedAt(minutes: Minutes, { histories }: Archive): string {
  const history = histories?.get(minutes.id);
  return history?.events.at(-1)?.time ?? history?.recorded ?? publishedAt(minutes);
}
