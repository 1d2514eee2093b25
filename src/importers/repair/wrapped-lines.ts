import { fillOf, measureLines } from './line-width.ts';
import { joinBlocks } from './join-blocks.ts';
import {
  endsSentence,
  isAttendanceLabel,
  isHeadingLike,
  isLabel,
  isFixedLine,
  isNameRow,
  openerOf,
  opensItem,
  opensParagraph,
  ordinalOf,
} from '../lines.ts';
import type { Block } from '../blocks.ts';
import type { Repaired } from './change.ts';
import type { Grown, Joining } from './join-blocks.ts';
import type { LineMeasure } from './line-width.ts';

const NOTE = '接上被硬换行断开的段落';

/**
 * Joins the lines of text that was broken at a fixed width, as PDF text is. Does nothing unless
 * the widths of the lines show such breaking. A paragraph ends where a line stays short, where the
 * next one is set in, or where the next begins with an ordinal, a label or 会议听取….
 */
export function joinWrappedLines(blocks: readonly Block[]): Repaired {
  const measure = measureLines(blocks);
  if (!measure) return { blocks, changes: [] };
  let lastItem = 0;
  return joinBlocks(blocks, 'wrapped-lines', (grown, next) => {
    const mark = grown.length === grown.first.text.length ? ordinalOf(grown.first.text) : null;
    if (mark?.style === 'item') lastItem = mark.value;
    return relate(grown, next, measure, lastItem);
  });
}

function relate(grown: Grown, next: Block, measure: LineMeasure, lastItem: number): Joining | null {
  const line = grown.last;
  if (line.kind === 'heading' || next.kind === 'heading') return null;
  const full = fillOf(line, measure.width) >= 0.75;
  const finished = endsSentence(line.text);
  if (isLabel(next.text) && !(grown.open > 0 && full)) return null;
  // A line that a running sentence fills may end in 第9次 by chance; behind a short line it can't.
  if (isFixedLine(next.text) && (!full || finished || fillOf(next, measure.width) < 0.75) && grown.open === 0)
    return null;
  if (isNameRow(line.text) || isNameRow(next.text)) return null;
  if (measure.indented && full && next.indent < 1 && ordinalOf(next.text)?.style === 'bracketed') {
    return glued(line, next, next.gap > 0);
  }
  if (startsNumbered(grown, next, full && !finished, lastItem)) return null;
  if (grown.open > 0 && !finished && grown.length < 1500) return glued(line, next, !full);
  if (grown.short !== null && isFixedLine(grown.short)) return null;
  if (grown.short !== null && isHeadingLike(grown.short) && opensParagraph(next.text)) return null;
  if (measure.indented) {
    if (next.indent >= 1.5 && next.indent <= 4) return null;
    if (full && next.indent < 1 && !(finished && /^\s*会\s*议\s*还/.test(next.text)))
      return glued(line, next, next.gap > 0);
  }
  if (finished) return afterSentence(line, next, full, measure);
  // The only separator between two absent people is the end of the line.
  if (/）\s*$/.test(line.text) && isAttendanceLabel(grown.first.text)) {
    return { join: true, glue: ' ', doubt: true, note: NOTE };
  }
  if (full) return glued(line, next, next.gap > 0);
  return grown.sentences || (grown.commas && grown.length > line.text.length)
    ? glued(line, next, true)
    : null;
}

/** A full line that ends a sentence may end its paragraph too: nothing but the next line can tell. */
function afterSentence(line: Block, next: Block, full: boolean, measure: LineMeasure): Joining | null {
  if (!full || next.gap > 0 || fillOf(line, measure.width) < measure.least) return null;
  if (opensHere(next.text, measure))
    return { join: false, glue: '', doubt: true, note: '上一行恰好排满，按另起一段处理' };
  return { ...glued(line, next, true), note: `${NOTE}，此处句末在行末，也可能是段落结尾` };
}

/** Whether the line's first word begins a paragraph in this document. */
function opensHere(text: string, { opens, numbered }: LineMeasure): boolean {
  const word = openerOf(text);
  return word !== null && (opens.get(word) ?? (opensItem(text) && !numbered));
}

function startsNumbered(grown: Grown, next: Block, running: boolean, lastItem: number): boolean {
  const mark = ordinalOf(next.text);
  if (!mark) return false;
  if (!running || (grown.short !== null && isHeadingLike(grown.short))) {
    return grown.open === 0 || !running;
  }
  // In a running sentence only the next item's number breaks in: “统|一、规范” goes on.
  return mark.style === 'item' && mark.value === lastItem + 1 && lastItem > 0;
}

function glued(line: Block, next: Block, doubt: boolean): Joining {
  const words = /[A-Za-z]\s*$/.test(line.text.slice(-3)) && /^\s*[A-Za-z]/.test(next.text.slice(0, 3));
  return { join: true, glue: words ? ' ' : '', doubt: doubt || words, note: NOTE };
}
