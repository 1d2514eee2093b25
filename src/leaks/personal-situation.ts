import type { Detector } from './detector.ts';
import { isHanName } from '../minutes/parse/surnames.ts';
import { wordCue } from './words.ts';

const WORDS = [
  '病情',
  '残疾等级',
  '残疾人',
  '低保户',
  '低保对象',
  '吸毒人员',
  '吸毒',
  '未成年人',
  '患者',
  '精神病人',
  '服刑人员',
];
/** The word, then a name that ends at a sign, a pronoun for it (某某) or a word about a person. */
const FORM = new RegExp(
  `(?:${WORDS.join('|')})(?:姓名|为|是)?[：:，,“]?([\\p{Script=Han}]{1,2}某{1,2}|[\\p{Script=Han}]{2,3})(?=[，,。；、（(”\\n\\u0000]|(?:同学|同志|先生|女士|等人|一家)|$)`,
  'gu',
);

/**
 * PII-HEALTH, PII-MINOR: somebody's illness, disability, poverty or age beside the name. The
 * words alone, as in 未成年人保护, are none; the name must have a surname's first character.
 */
export const personalSituation: Detector = {
  cues: [wordCue(['病情', '残疾', '低保', '吸毒', '未成年人', '患者', '精神病', '服刑'])],
  find: ({ normal: { text } }) =>
    [...text.matchAll(FORM)].flatMap((match) => {
      const name = match[1] ?? '';
      if (!name.includes('某') && (!isHanName(name) || COMMON.test(name))) return [];
      const start = match.index + match[0].lastIndexOf(name);
      const masked = `${match[0].slice(0, -name.length)}${name.slice(0, 1)}**`;
      return [
        { code: 'leak/personal-situation' as const, span: { start, end: start + name.length }, masked },
      ];
    }),
};

/** Words that begin like a surname. */
const COMMON =
  /^(?:保护|保障|关爱|权益|教育|管理|服务|工作|情况|信息|数据|家庭|救助|标准|应当|和|及|与|严重|稳定|危害|相关|有关|生活|康复|就业|安全|司法|检察|审判|违法|犯罪|群体|需要|任何|能够|成长|都|等|全|平等|包括|单位|人员|金|家|时|方面|解决|解除|常见|通报|通过|支持|路径|布局|布置)/u;
