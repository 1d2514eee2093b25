import { inReading } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * P06 (GB/T 9704 7.3.3: 一、（一）1. （1）): marks of numbering in another form, at the beginning of a
 * paragraph or sentence. Each form once, where it first stands.
 */
export const checkNumberingForms: Rule = ({ reading }) =>
  FORMS.flatMap(({ form, right }) => {
    const found = [...reading.text.matchAll(form)];
    const first = found[0];
    const mark = first?.[0];
    if (first === undefined || mark === undefined) return [];
    return [
      {
        code: 'numbering/form',
        message: `序号“${mark}”写法不合规定${found.length > 1 ? `（这种写法共 ${found.length} 处）` : ''}`,
        hint: `对照原件：抄录走样的，改成“${right(mark)}”；原件如此的，不用改`,
        at: inReading(reading, first.index, first.index + mark.length),
        replacement: right(mark),
      },
    ];
  });

const START = '(?<=^|\\n|[。；！？]”?)';
const HANZI = '[一二三四五六七八九十]{1,3}';

interface Form {
  readonly form: RegExp;
  readonly right: (mark: string) => string;
}

const FORMS: readonly Form[] = [
  { form: new RegExp(`${START}[（(]${HANZI}[）)][、．.]`, 'gu'), right: (mark) => inFull(mark.slice(0, -1)) },
  {
    form: new RegExp(`${START}(?:[(]${HANZI}[）)]|（${HANZI}[)])(?![、．.])`, 'gu'),
    right: inFull,
  },
  { form: new RegExp(`${START}${HANZI}[．.](?!\\d)`, 'gu'), right: (mark) => `${mark.slice(0, -1)}、` },
  { form: new RegExp(`${START}\\d{1,2}、(?!\\d)`, 'gu'), right: (mark) => `${mark.slice(0, -1)}.` },
  {
    form: new RegExp(`${START}[（(]\\d{1,2}[）)][、．.]`, 'gu'),
    right: (mark) => inFull(mark.slice(0, -1)),
  },
  { form: new RegExp(`${START}[①-⑳]、`, 'gu'), right: (mark) => mark.slice(0, -1) },
  {
    // 第一、第二产业 lists, it doesn't number.
    form: new RegExp(`${START}第${HANZI}、(?![一二三四五六七八九十第])`, 'gu'),
    right: (mark) => `${mark.slice(0, -1)}，`,
  },
  {
    form: new RegExp(`${START}(?:首先|其次|再次|最后)、`, 'gu'),
    right: (mark) => `${mark.slice(0, -1)}，`,
  },
];

function inFull(mark: string): string {
  return mark.replace('(', '（').replace(')', '）');
}
