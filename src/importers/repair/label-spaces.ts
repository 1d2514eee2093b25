import { isAttendanceLabel, isDistributionLabel } from '../lines.ts';
import { removeRuns } from './remove-runs.ts';
import type { Block } from '../blocks.ts';
import type { Repaired } from './change.ts';

/** Takes the inner spaces out of labels: 出 席： becomes 出席：, 列席： 某某 becomes 列席：某某. */
export function removeLabelSpaces(blocks: readonly Block[]): Repaired {
  return removeRuns(blocks, 'label-spaces', /\s+/g, (block, start, end) => {
    const { text } = block;
    if (start > 24 || !(isAttendanceLabel(text) || isDistributionLabel(text))) return null;
    const colon = text.slice(0, 30).search(/[：:]/);
    if (colon < 0 ? !/^(?:出|列|缺|请|记)$/.test(text.slice(0, start)) : start > colon + 1) return null;
    return end <= text.length ? { remove: true, doubt: false, note: '去掉栏目名里的空格' } : null;
  });
}
