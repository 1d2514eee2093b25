import { inReading } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * P09 (GB/T 15835 5.1.3): in a range both numbers have their %, 万 or 亿 where leaving it out gives
 * another number: 4%—6%, 5万—10万, not 4—6%. Other units may be left out once.
 */
export const checkNumberRanges: Rule = ({ reading }) =>
  [...reading.text.matchAll(RANGE)].map(({ 0: range, 1: first = '', 2: unit = '', index }) => ({
    code: 'numbers/range-unit',
    message: `“${range}”前一个数没有写“${unit}”`,
    hint: `对照原件：抄漏的，在“${first}”后面补上“${unit}”；原件如此的，不用改`,
    at: inReading(reading, index, index + range.length),
    replacement: first + unit + range.slice(first.length),
  }));

const RANGE =
  /(?<![\d.年第号:：A-Za-z-])(\d{1,6}(?:\.\d{1,4})?)(?:[-–—～~]{1,2}|至)\d{1,6}(?:\.\d{1,4})?([%％‰万亿])/gu;
