import { joinBlocks } from './join-blocks.ts';
import { endsSentence, numeralValue, ordinalOf } from '../lines.ts';
import type { Block } from '../blocks.ts';
import type { Repaired } from './change.ts';
import type { Joining } from './join-blocks.ts';

const MARK = /[（(]\s*([一二三四五六七八九十]{1,3})\s*[）)]/g;
const NOTE = '其他各处（二）（三）与（一）同段，此处按换页接上';

/**
 * Joins a paragraph that begins with （二） or later to the one whose （一） stands in the middle of
 * a sentence, where the document otherwise keeps such points in one paragraph. Only the numbering
 * shows this break, so every join is a doubt.
 */
export function joinRunInPoints(blocks: readonly Block[]): Repaired {
  const lasts = blocks.map(({ text }) => lastRunIn(text));
  const { inside, atStart } = countStyles(blocks);
  if (atStart === 0 || inside < atStart * 2) return { blocks, changes: [] };
  let index = 0;
  let last = lasts[0] ?? 0;
  return joinBlocks(blocks, 'run-in-points', (grown, next): Joining | null => {
    index++;
    const mark = ordinalOf(next.text);
    const own = lasts[index] ?? 0;
    const goesOn =
      mark?.style === 'bracketed' && mark.value === last + 1 && last > 0 && endsSentence(grown.last.text);
    last = goesOn ? Math.max(own, mark.value) : own;
    return goesOn ? { join: true, glue: '', doubt: true, note: NOTE } : null;
  });
}

/** The highest （n） of a sequence that begins with （一） inside the text; 0 if there is none. */
function lastRunIn(text: string): number {
  let last = 0;
  for (const match of text.matchAll(MARK)) {
    const value = numeralValue(match[1] ?? '');
    if (value === 1 ? match.index > 0 : value === last + 1 && last > 0) last = value;
  }
  return last;
}

/** How often （二）, （三） … stand inside a paragraph whose （一） does, and how often at a start. */
function countStyles(blocks: readonly Block[]): { readonly inside: number; readonly atStart: number } {
  let inside = 0;
  let atStart = 0;
  let open = 0;
  for (const { text } of blocks) {
    const mark = ordinalOf(text);
    if (mark?.style === 'bracketed' && open > 0 && mark.value === open + 1) atStart++;
    const last = lastRunIn(text);
    inside += Math.max(0, last - 1);
    open = last > 0 ? last : mark?.style === 'bracketed' && open > 0 ? mark.value : 0;
  }
  return { inside, atStart };
}
