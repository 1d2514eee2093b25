import { excerpt } from './change.ts';
import { placeAt } from '../blocks.ts';
import type { Block } from '../blocks.ts';
import type { Change, Repaired } from './change.ts';

/** `— 3 —`, `—   —` (the number is lost), `- 3 -`, `·3·`, `－3－`. */
const DASHED = /^\s*[—―–\-－·‐─]{1,2}\s*\d{0,3}\s*[—―–\-－·‐─]{1,2}\s*$/;
/** `第 3 页`, `第 3 页 共 5 页`, `3 / 5`. */
const COUNTED = /^\s*(?:第\s*\d{1,3}\s*页(?:[\s，,/]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})\s*$/;

/** Whether a line is nothing but the mark of a page. */
export function isPageMark(text: string): boolean {
  return text.length < 24 && (DASHED.test(text) || COUNTED.test(text));
}

/**
 * Drops the marks of pages: the only visible characters that an import leaves out, each named in
 * the report. A running head is one only where its reader saw it in the margin; a bare number also
 * where such lines count up through the document, which is a doubt.
 */
export function dropPageMarks(blocks: readonly Block[]): Repaired {
  const kept: Block[] = [];
  const changes: Change[] = [];
  const counted = countedLines(blocks);
  for (const block of blocks) {
    const number = counted.has(block);
    if (block.kind === 'heading' || !(number || block.margin || isPageMark(block.text))) {
      kept.push(block);
      continue;
    }
    changes.push({
      step: 'page-marks',
      place: placeAt(block, 0),
      before: excerpt(block.text.trim(), 0, block.text.length),
      after: '',
      doubt: number && !block.margin,
      note: isPageMark(block.text) || number ? '去掉页码行' : '去掉页边的页码或页眉页脚',
      edit: { kind: 'drop', block: kept.length, dropped: block },
    });
  }
  return { blocks: kept, changes };
}

/** Bare numbers that count up by one, far apart from each other: the page numbers of plain text. */
function countedLines(blocks: readonly Block[]): ReadonlySet<Block> {
  const numbers = blocks.flatMap((block, index) =>
    /^\s*\d{1,3}\s*$/.test(block.text) ? [{ block, index }] : [],
  );
  const pages =
    numbers.length >= 2 &&
    numbers.every(({ block, index }, at) => {
      const before = numbers[at - 1];
      if (!before) return Number(block.text) <= 2;
      return Number(block.text) === Number(before.block.text) + 1 && index - before.index >= 5;
    });
  return new Set(pages ? numbers.map(({ block }) => block) : []);
}
