import { zonesOf } from '../zones.ts';
import { removeRuns } from './remove-runs.ts';
import type { Block } from '../blocks.ts';
import type { Repaired } from './change.ts';

const MARK = /[，。、；：？！《》〈〉（）〔〕【】「」『』“”‘’—…·～]/;
const CLOSER = /[）》”。]/;

/**
 * Takes out the spaces at punctuation: `四 、 审议`, `《 2024年`, `“ 十五五 ”`. In attendance the
 * space behind a closing bracket keeps two names apart and stays.
 */
export function removeMarkSpaces(blocks: readonly Block[]): Repaired {
  const zones = zonesOf(blocks);
  return removeRuns(blocks, 'mark-spaces', /\s+/g, ({ text }, start, end, index) => {
    const left = text.charAt(start - 1);
    const right = text.charAt(end);
    if (left === '' || right === '' || !(MARK.test(left) || MARK.test(right))) return null;
    if (zones[index] === 'attendance' && CLOSER.test(left) && !MARK.test(right)) return null;
    return { remove: true, doubt: false, note: '去掉标点前后的空格' };
  });
}
