import { inReading } from './rule.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * P09 (GB/T 15835, GB/T 9704 7.3.5.4): dates with a zero before month or day, with a year of two
 * digits, with hanzi and Arabic digits mixed, or with points between their parts. Each once.
 */
export const checkDateForms: Rule = ({ reading }) => {
  const claimed = new Set<number>();
  return FORMS.flatMap(({ form, fault, right }): readonly Finding[] => {
    const found = [...reading.text.matchAll(form)].filter(({ index }) => !claimed.has(index));
    for (const { index } of found) claimed.add(index);
    return found.map(({ 0: date, index }) => ({
      code: 'dates/form',
      message: `日期“${date}”${fault}`,
      hint: '对照原件：抄录走样的改正，年份写全，月、日前不加 0；原件如此的，不用改',
      at: inReading(reading, index, index + date.length),
      ...(right === undefined ? {} : { replacement: right(date) }),
    }));
  });
};

interface Form {
  readonly form: RegExp;
  readonly fault: string;
  readonly right?: (date: string) => string;
}

const FORMS: readonly Form[] = [
  {
    form: /(?<![\d.])(?:\d{4}年)?(?:0\d月(?:\d{1,2}日)?|\d{1,2}月0\d日)/gu,
    fault: '的月、日前多了 0',
    right: (date) => date.replaceAll(/(?<!\d)0(?=\d[月日])/gu, ''),
  },
  { form: /(?<![\d.近满达])['’]?\d{2}年\d{1,2}月\d{1,2}日/gu, fault: '的年份不全' },
  {
    form: /\d{4}年[一二三四五六七八九十]{1,2}月|[〇零一二三四五六七八九]{4}年\d{1,2}月/gu,
    fault: '混用了汉字和阿拉伯数字',
  },
  { form: /(?<![\d.A-Za-z])20\d{2}\.\d{1,2}\.\d{1,2}(?![\d.])/gu, fault: '用小数点代替了年月日' },
];
