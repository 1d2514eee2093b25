import type { Detector } from './detector.ts';
import { isInTitle, wordCue } from './words.ts';

/** The words of the list, each with what must not follow or precede it: then it is a sentence about something else. */
const FORM =
  /内部资料|内部文件(?!管理|夹)|内部使用(?!面积|空间|功能|率|权)|内部材料|注意保存(?=[，。、；！!）)】\]\u0000]|$)|注意保密(?!工作|纪律|意识|教育)|请勿外传|不得外传|不得翻印|工作秘密|阅后即焚|会后收回|(?<![有无权期极受上下年时界局])限发(?=[至到：:（(\d])/gu;
const WORDS = [
  '内部资料',
  '内部文件',
  '内部使用',
  '内部材料',
  '注意保存',
  '注意保密',
  '请勿外传',
  '不得外传',
  '不得翻印',
  '工作秘密',
  '阅后即焚',
  '会后收回',
  '限发',
];
/** Sentences about work secrets as a matter of law, which minutes of a lesson on secrecy hold. */
const ABOUT_SECRETS = /(?:国家秘密|商业秘密|保守|泄露|严守|保护|涉及|防止)[、和与及或]?$/u;

/** SEC-INT: words that say a paper is for inside use. In the title of another document they are its name. */
export const internalMark: Detector = {
  cues: [wordCue(WORDS)],
  find: ({ normal }) =>
    [...normal.text.matchAll(FORM)].flatMap(({ 0: found, index }) => {
      const before = normal.text.slice(Math.max(0, index - 6), index);
      if (isInTitle(normal, index)) return [];
      if (found === '工作秘密' && ABOUT_SECRETS.test(before)) return [];
      return [
        {
          code: 'leak/internal-mark' as const,
          span: { start: index, end: index + found.length },
          masked: found,
        },
      ];
    }),
};
