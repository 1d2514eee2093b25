import { inReading } from './rule.ts';
import type { Rule } from './rule.ts';

/** P16: days that no calendar has (2月30日, 13月1日). A day of February without year may be the 29th. */
export const checkImpossibleDates: Rule = ({ reading }) =>
  [...reading.text.matchAll(DATE)].flatMap(({ 0: date, 1: year, 2: month, 3: day, index }) => {
    if (exists(Number(year ?? '2024'), Number(month), Number(day))) return [];
    return [
      {
        code: 'dates/impossible',
        message: `日历上没有“${date}”`,
        hint: '对照原件，改正月份或日期',
        at: inReading(reading, index, index + date.length),
      },
    ];
  });

const DATE = /(?<!\d)(?:(\d{4})年)?(?<![\d个])(\d{1,2})月(\d{1,2})日/gu;

function exists(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
