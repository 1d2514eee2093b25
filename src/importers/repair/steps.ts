import { joinBrokenNames } from './broken-names.ts';
import { removeControlCharacters } from './control-characters.ts';
import { removeLabelSpaces } from './label-spaces.ts';
import { trimLineEdges } from './line-edges.ts';
import { removeMarkSpaces } from './mark-spaces.ts';
import { removeNumberSpaces } from './number-spaces.ts';
import { listOddCharacters } from './odd-characters.ts';
import { removeNamePadding } from './padded-names.ts';
import { joinPageBreaks } from './page-breaks.ts';
import { dropPageMarks } from './page-marks.ts';
import { joinRunInPoints } from './run-in-points.ts';
import { takeBack } from './take-back.ts';
import { joinTitleLines } from './title-lines.ts';
import { removeWordSpaces } from './word-spaces.ts';
import { joinWrappedLines } from './wrapped-lines.ts';
import type { Block } from '../blocks.ts';
import type { Change, Repair, Repaired, StepName } from './change.ts';

export interface Step {
  readonly name: StepName;
  /** The Chinese name for the report. */
  readonly label: string;
  readonly repair: Repair;
}

/** Every repair, in order: what hides the lines, then what joins them, then what spaces them. */
export const STEPS: readonly Step[] = [
  { name: 'control-characters', label: '控制字符', repair: removeControlCharacters },
  { name: 'page-marks', label: '页码', repair: dropPageMarks },
  { name: 'line-edges', label: '行首行尾空白', repair: trimLineEdges },
  { name: 'broken-names', label: '拆开的姓名', repair: joinBrokenNames },
  { name: 'wrapped-lines', label: '硬换行', repair: joinWrappedLines },
  { name: 'page-breaks', label: '换页断句', repair: joinPageBreaks },
  { name: 'run-in-points', label: '换页断开的序号', repair: joinRunInPoints },
  { name: 'label-spaces', label: '栏目名空格', repair: removeLabelSpaces },
  { name: 'padded-names', label: '姓名空格', repair: removeNamePadding },
  { name: 'number-spaces', label: '数字空格', repair: removeNumberSpaces },
  { name: 'mark-spaces', label: '标点空格', repair: removeMarkSpaces },
  { name: 'word-spaces', label: '字词空格', repair: removeWordSpaces },
  { name: 'title-lines', label: '两行标题', repair: joinTitleLines },
  { name: 'odd-characters', label: '可疑字符', repair: listOddCharacters },
];

/** Runs every repair but those in `without` and the single changes in `refused`, and gathers what they did. */
export function repairBlocks(
  blocks: readonly Block[],
  without: readonly StepName[] = [],
  refused: ReadonlySet<string> = new Set(),
): Repaired {
  let current = blocks;
  const changes: (readonly Change[])[] = [];
  for (const { name, repair } of STEPS) {
    if (without.includes(name)) continue;
    const result = takeBack(repair(current), refused);
    current = result.blocks;
    changes.push(result.changes);
  }
  return { blocks: current.filter(({ text }) => text !== ''), changes: changes.flat() };
}

/** The Chinese name of a step. */
export function stepLabel(name: StepName): string {
  return STEPS.find((step) => step.name === name)?.label ?? name;
}
