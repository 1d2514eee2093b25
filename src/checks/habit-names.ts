import { findListed } from './listed-words.ts';
import { inReading } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * P15: short names of habit where a standard one exists (发改委, 发展改革委), from `lists/words.yaml`.
 * Each once, where it first stands: local custom may be right, so this only informs.
 */
export const checkHabitNames: Rule = (subject) => {
  const matches = Map.groupBy(findListed(subject.lists.habits, subject), ({ value }) => value);
  return [...matches].flatMap(([{ wrong, right }, found]) => {
    const first = found[0];
    if (first === undefined) return [];
    return [
      {
        code: 'bureaus/habit-name',
        message: `“${wrong}”是习惯简称，规范简称是“${right}”${found.length > 1 ? `（共 ${found.length} 处）` : ''}`,
        hint: '已印发的照原件，不用改；新起草的用规范简称',
        at: inReading(subject.reading, first.start, first.end),
      },
    ];
  });
};
