import dayjs from 'dayjs';
import type { IsoDate } from '../minutes/model.ts';

/** The one place that turns dates and sizes into what people read. */

export interface DateView {
  /** For `<time datetime>`. */
  readonly iso: string;
  readonly text: string;
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** `2022年7月2日`: month and day without leading zero (GB/T 9704 7.3.5.4). */
export function longDate(iso: IsoDate): DateView {
  const known = longDates.get(iso);
  if (known !== undefined) return known;
  const date = { iso, text: dayjs(iso).format('YYYY年M月D日') };
  longDates.set(iso, date);
  return date;
}

/** The days that were asked for: lists over many meetings name each a hundred times. */
const longDates = new Map<IsoDate, DateView>();

/** `2022年7月2日（星期六）` (P16). */
export function dateWithWeekday(iso: IsoDate): DateView {
  const day = dayjs(iso);
  return { iso, text: `${day.format('YYYY年M月D日')}（星期${WEEKDAYS[day.day()] ?? ''}）` };
}

/** A time of publication, `2022-07-09 17:00`, stays as it is written (R1.2). */
export function timestamp(published: string): DateView {
  return { iso: published.replace(' ', 'T'), text: published };
}

/** The size of a file of that text: `13 KB`, never 0. */
export function fileSize(text: string): string {
  return byteSize(new TextEncoder().encode(text).length);
}

/** A number of bytes in KB. */
export function byteSize(bytes: number): string {
  return `${String(Math.max(1, Math.round(bytes / 1024)))} KB`;
}

/** A date as far as it is known: `2019` → `2019年`, `2019-03` → `2019年3月`. */
export function partialDate(iso: string): string {
  const [year = '', month] = iso.split('-');
  return month === undefined ? `${year}年` : `${year}年${String(Number(month))}月`;
}
