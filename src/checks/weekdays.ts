import { inReading } from './rule.ts';
import type { Rule } from './rule.ts';

/** P16: the weekday printed beside a date with its year is that of the date. */
export const checkWeekdays: Rule = ({ reading }) =>
  [...reading.text.matchAll(DATED)].flatMap((match) => {
    const [whole, year, month, day, printed = ''] = match;
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    const right = DAYS.charAt(date.getUTCDay());
    if (printed === right || (printed === '天' && right === '日')) return [];
    return [
      {
        code: 'dates/weekday',
        message: `${year}年${month}月${day}日是星期${right}，不是星期${printed}`,
        hint: '对照原件，改正日期或星期',
        at: inReading(reading, match.index, match.index + whole.length),
      },
    ];
  });

const DAYS = '日一二三四五六';
const DATED = /(\d{4})年(\d{1,2})月(\d{1,2})日[（(]?(?:星期|周)([一二三四五六日天])/gu;
