import {
  isAttendanceLabel,
  isDateLine,
  isDistributionLabel,
  isNameRow,
  isNoteLine,
  isOfficeLine,
  opensParagraph,
  ordinalOf,
} from './lines.ts';
import type { Block } from './blocks.ts';

/** Which part of the document a block belongs to, as far as white space is concerned. */
export type Zone = 'head' | 'body' | 'attendance' | 'foot';

/** The zones of the blocks: head to the first sentence, attendance from its label, foot behind. */
export function zonesOf(blocks: readonly Block[]): readonly Zone[] {
  let zone: Zone = 'head';
  return blocks.map(({ text }) => {
    const mark = ordinalOf(text);
    if (zone === 'head' && ((text.length > 20 && /[，。]/.test(text)) || mark)) zone = 'body';
    if (isAttendanceLabel(text) || (zone !== 'foot' && isNameRow(text))) zone = 'attendance';
    else if (isDistributionLabel(text)) zone = 'foot';
    else if (zone === 'attendance' && (isOfficeLine(text) || isDateLine(text) || isNoteLine(text)))
      zone = 'foot';
    else if (zone === 'body' && (isNoteLine(text) || isOfficeLine(text))) zone = 'foot';
    else if (zone !== 'head' && (opensParagraph(text) || (mark && mark.style !== 'bracketed'))) zone = 'body';
    return zone;
  });
}
