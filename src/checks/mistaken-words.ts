import { findListed } from './listed-words.ts';
import { inReading } from './rule.ts';
import type { Rule } from './rule.ts';

/** P22: words easily mistaken, as the operator's `lists/words.yaml` has them (秸杆 for 秸秆). */
export const checkMistakenWords: Rule = (subject) =>
  findListed(subject.lists.mistaken, subject).map(({ start, end, value: { wrong, right } }) => ({
    code: 'words/mistaken',
    message: `“${wrong}”疑似“${right}”之误`,
    hint: `对照原件：抄错的，改成“${right}”；原件如此的不改，属正常用法的登记到 lists/words.yaml 的 except`,
    at: inReading(subject.reading, start, end),
    replacement: right,
  }));
