import { joinBlocks } from './join-blocks.ts';
import { isTitleLine } from '../lines.ts';
import type { Block } from '../blocks.ts';
import type { Repaired } from './change.ts';

const PLACE_LINE = /^[^，。；：、！？\d]{2,20}(?:人民政府|委员会|管委会|办事处|政府)$/;

/** Joins a title of two lines (place and government / 会议纪要) into one, with a space between. */
export function joinTitleLines(blocks: readonly Block[]): Repaired {
  let seen = 0;
  return joinBlocks(blocks, 'title-lines', (grown, next) => {
    seen++;
    const head = grown.short?.replace(/\s+/g, '') ?? '';
    if (seen > 4 || !PLACE_LINE.test(head) || !isTitleLine(next.text)) return null;
    return { join: true, glue: ' ', doubt: false, note: '两行标题合为一行' };
  });
}
