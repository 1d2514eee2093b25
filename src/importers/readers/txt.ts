import { blockAt } from '../blocks.ts';
import type { Block } from '../blocks.ts';

/** Form feeds and vertical tabs end a line too: `pdftotext` puts one between pages. */
const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/;

/**
 * The lines of plain text. White space and control characters stay in the text, so that the
 * repairs can name what they take away; blank lines count as the gap before the next line.
 */
export function readLines(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let gap = 0;
  for (const [index, line] of text.split(LINE_END).entries()) {
    if (line.trim() === '') {
      gap++;
      continue;
    }
    blocks.push(blockAt(line, { page: null, line: index + 1 }, { gap, indent: indentOf(line) }));
    gap = 0;
  }
  return blocks;
}

/** Leading white space in characters of the body: two half-width spaces or one full-width each. */
function indentOf(line: string): number {
  let columns = 0;
  for (const char of line) {
    if (char === '\u3000' || char === '\u2003') columns += 2;
    else if (char === '\t') columns += 4;
    else if (char === ' ' || char === '\u00a0') columns += 1;
    else break;
  }
  return columns / 2;
}
