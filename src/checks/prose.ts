import { textAt } from '../minutes/model.ts';
import type { Block, Minutes } from '../minutes/model.ts';
import type { CompactText } from './compact-text.ts';

/** Whether a text has white space other than between blocks: most have none, and need no look. */
export function hasSpaces(minutes: Minutes, { text }: CompactText): boolean {
  return text.length < minutes.text.length;
}

/**
 * The blocks in which a space has no task: headings of items and paragraphs of whole sentences. Elsewhere
 * (title, office and date, tables of a web page, lists of names) spaces set words apart or fill a line.
 */
export function proseBlocks(minutes: Minutes): readonly Block[] {
  const list = minutes.attendance.span;
  return minutes.blocks.filter((block) => {
    if (list !== null && list.start <= block.span.start && block.span.end <= list.end) return false;
    return block.kind === 'heading' ? block.depth > 1 : isProse(textAt(minutes, block.span));
  });
}

/** Whether a paragraph is made of sentences and is no labelled list. */
export function isProse(text: string): boolean {
  return hasSentence(text) && !LABEL.test(text);
}

/** The opening ends with 纪要如下： and has no full stop. */
function hasSentence(text: string): boolean {
  return text.includes('。') || (text.includes('，') && '：；'.includes(text.trimEnd().at(-1) ?? ' '));
}

/** 出 席：, 主送： and the like open a list wherever it stands. */
const LABEL =
  /^\s*(?:(?:出\s*席|列\s*席|请\s*假|缺\s*席|记\s*录|主\s*持(?:\s*人)?|主\s*送|抄\s*送)(?:\s*[：:]|\s)|(?:发|送|本期发)\s*[：:])/u;
