import { joinBlocks } from './join-blocks.ts';
import {
  endsSentence,
  isAttendanceLabel,
  isFixedLine,
  isHeadingLike,
  isLabel,
  isNameRow,
  opensParagraph,
  ordinalOf,
} from '../lines.ts';
import type { Block } from '../blocks.ts';
import type { Repaired } from './change.ts';
import type { Grown, Joining } from './join-blocks.ts';

const NOTE = '接上被换页断开的句子';
const WEAK = '上一段没有句末标点，按换页接上';

/**
 * Joins a paragraph that stops in the middle of a sentence to the one that goes on: behind a comma,
 * an open bracket, or a sentence without its end. A heading, a label, a list of names and a line
 * of the head or foot stay as they are.
 */
export function joinPageBreaks(blocks: readonly Block[]): Repaired {
  return joinBlocks(blocks, 'page-breaks', relate);
}

function relate(grown: Grown, next: Block): Joining | null {
  if (grown.first.kind === 'heading' || next.kind === 'heading') return null;
  const { last } = grown;
  const text = last.text;
  if (
    ordinalOf(next.text) ||
    isLabel(next.text) ||
    isFixedLine(next.text) ||
    isNameRow(next.text) ||
    isNameRow(text)
  )
    return null;
  if (/^[，。、；：）》”！？]/.test(next.text)) return joining(false, NOTE);
  if (grown.short !== null && (isFixedLine(grown.short) || ordinalOf(grown.short)?.style === 'bare'))
    return null;
  if (endsSentence(text)) return null;
  if (grown.open > 0 && /[》”）〕]/.test(next.text)) return joining(false, NOTE);
  if (/[，、]$/.test(text)) return joining(false, NOTE);
  if (grown.short !== null && isHeadingLike(grown.short)) return null;
  if (isAttendanceLabel(grown.first.text))
    return !opensParagraph(next.text) && /[，。]/.test(next.text) ? joining(true, WEAK) : null;
  const prose = grown.sentences || (grown.commas && (grown.length >= 40 || opensParagraph(grown.first.text)));
  return prose && /[，。；：]/.test(next.text) ? joining(true, WEAK) : null;
}

function joining(doubt: boolean, note: string): Joining {
  return { join: true, glue: '', doubt, note };
}
