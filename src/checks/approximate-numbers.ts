import { inReading } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * P09 (GB/T 15835 4.2.2): two numerals that follow each other and mean “about so many” stand without
 * 、: 三四天. Only before measures that can't be listed one by one; 一、二期 is a list.
 */
export const checkApproximateNumbers: Rule = ({ reading }) =>
  [...reading.text.matchAll(APPROXIMATE)].flatMap(({ 0: printed, 1: less = '', 2: more = '', index }) => {
    if (NUMERALS.indexOf(more) !== NUMERALS.indexOf(less) + 1) return [];
    return [
      {
        code: 'numbers/approximate',
        message: `概数“${printed}”中间用了顿号`,
        hint: `对照原件：表示大约的数，写成“${printed.replace('、', '')}”；列举两项的，不用改`,
        at: inReading(reading, index + 1, index + 2),
        replacement: '',
      },
    ];
  });

const NUMERALS = '一二三四五六七八九';
const APPROXIMATE =
  /(?<![第一二三四五六七八九十百千万〇零、周初])([一二三四五六七八九])、([一二三四五六七八九])(?:个月|个小时|[天倍成岁斤里]|十[多余]?[人名个家])/gu;
