import { inReading } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * P10 (GB/T 9704 7.2.5): a document number is 机关代字〔2022〕5号: brackets 〔〕, the year in full, no 第,
 * no zero before. Only codes that end like those of official documents count: numbers of land
 * parcels and of courts have forms of their own.
 */
export const checkDocumentNumbers: Rule = ({ reading }) =>
  [...reading.text.matchAll(YEAR_AND_NUMBER)].flatMap((match) => {
    const [rest, open = '', year = '', close = '', ordinal = '', zeros = '', number = ''] = match;
    const code = CODE.exec(reading.text.slice(Math.max(0, match.index - LONGEST_CODE), match.index))?.[0];
    const faults = [
      ...(open === '〔' && close === '〕' ? [] : [`年份用了“${open}${close}”`]),
      ...(year.length === 4 ? [] : ['年份不全']),
      ...(ordinal === '' ? [] : ['多了“第”']),
      ...(zeros === '' ? [] : ['序号前多了 0']),
    ];
    if (code === undefined || faults.length === 0) return [];
    const right = `${code}〔${year.length === 2 ? `20${year}` : year}〕${number}号`;
    return [
      {
        code: 'document-number/form',
        message: `发文字号“${code}${rest}”${faults.join('，')}`,
        hint: `对照原件，写成“${right}”`,
        at: inReading(reading, match.index - code.length, match.index + rest.length),
        replacement: right,
      },
    ];
  });

const YEAR_AND_NUMBER = /([〔[［【(（])(\d{2}|\d{4})([〕\]］】)）])(第?)(0*)([1-9]\d{0,4})号/gu;
const LONGEST_CODE = 8;
const CODE = /(?:\p{Script=Han}{0,4}会议纪要|\p{Script=Han}{1,3}[发函办令规])$/u;
