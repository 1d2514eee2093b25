import { inReading } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * P24 (条例 14): figures that may not be public: strength of police, secret projects, places of stores,
 * statistics before their release. A reminder for whoever reviews; nothing here is wrong by itself.
 */
export const checkSensitiveFigures: Rule = ({ reading }) =>
  KINDS.flatMap(({ form, kind }) => {
    const found = [...reading.text.matchAll(form)];
    const first = found[0];
    if (first === undefined) return [];
    return [
      {
        code: 'figures/sensitive',
        message: `“${first[0]}”可能是${kind}${found.length > 1 ? `（共 ${found.length} 处）` : ''}`,
        hint: '请公开审查人员核对能否公开；不能公开的，按规定作删减处理；审查认为可以的，不用改',
        at: inReading(reading, first.index, first.index + first[0].length),
      },
    ];
  });

const KINDS = [
  {
    form: /(?:警力|民警|辅警|特警|武警|巡特警)[^，。；：、\n\d]{0,8}\d{1,6}(?:余|多)?(?:名|人)|\d{1,6}(?:余|多)?(?:名|人)?(?:民警|辅警|特警|武警|警力)/gu,
    kind: '警力数字',
  },
  { form: /涉密(?:工程|项目|场所|部位)[^，。；：、\n]{0,12}/gu, kind: '涉密工程的内容' },
  {
    form: /(?:物资|储备|弹药|油料)[^，。；\n]{0,16}(?:坐标|经度|纬度)|(?:东经|北纬)\d{1,3}(?:\.\d+)?[°度]/gu,
    kind: '物资储备的位置',
  },
  {
    form: /(?:未公布|未经公布|尚未公布|尚未发布|内部掌握|快报数|初步统计数|初步核算数)[^，。；：、\n\d]{0,12}\d[\d.,]*(?:万|亿)?(?:元|人|吨|户|家|%)/gu,
    kind: '尚未公布的统计数据',
  },
];
