import { textAt } from '../minutes/model.ts';
import type { AgendaItem, Block, Minutes } from '../minutes/model.ts';
import type { Span } from '../minutes/places.ts';
import { inText } from './rule.ts';
import type { Finding, Rule } from './rule.ts';
import { TO_FILL } from './to-fill.ts';

/**
 * P21: a paragraph of an item that doesn't end with a sentence, and a list of names that ends with a
 * comma: most likely cut by a page of the printed original. Headings, ordinals alone and the
 * sentences items stand under end as they like.
 */
export const checkParagraphs: Rule = ({ minutes }) => {
  let passed = 0;
  return minutes.blocks.flatMap((block, at) => {
    while (passed < minutes.items.length && (minutes.items[passed]?.span.end ?? 0) <= block.span.start)
      passed++;
    if (block.kind !== 'paragraph' || !isCut(minutes, block, minutes.items[passed])) return [];
    return [findingAt(minutes, block, minutes.blocks[at + 1])];
  });
};

/** @param item the first item that ends behind the block's start */
function isCut(minutes: Minutes, { span }: Block, item: AgendaItem | undefined): boolean {
  const text = textAt(minutes, span).trim();
  const list = minutes.attendance.span;
  if (list !== null && isWithin(span, list)) return /[，、,]$/u.test(text);
  if (item === undefined || !isWithin(span, item.span)) return false;
  return (
    !ENDS_SENTENCE.test(text) && !text.endsWith(TO_FILL) && !LABELLED.test(text) && !isHeading(item, span)
  );
}

/** Sentence end, with closing quotes and brackets or a note （略） behind; or a bracketed note alone. */
const ENDS_SENTENCE =
  /(?:[。！？：；…!?:;.][”’）》】」』)\]"]*(?:[（(][^（）()]{1,20}[）)])?|^[（(][^（）()]*[）)])$/u;
/** 汇报单位：应急管理办: a line of label and value is whole without a mark. */
const LABELLED = /^[^，。；：:]{1,8}[：:][^。；]{0,80}$/u;

function isHeading({ heading, number, headingStyle, parent }: AgendaItem, span: Span): boolean {
  if (parent?.origin.kind === 'text' && overlaps(parent.origin.span, span)) return true;
  if (headingStyle === 'own-line' && heading?.origin.kind === 'text')
    return overlaps(heading.origin.span, span);
  if (headingStyle === 'bare-ordinal' && number?.origin.kind === 'text')
    return overlaps(number.origin.span, span);
  return false;
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

const SHOWN = 8;

function findingAt(minutes: Minutes, { span }: Block, next: Block | undefined): Finding {
  const tail = textAt(minutes, span).trimEnd().slice(-SHOWN);
  const following = next === undefined ? '' : textAt(minutes, next.span).slice(0, SHOWN);
  return {
    code: 'body/broken-paragraph',
    message: `这一段到“${tail}”为止，没有说完`,
    hint:
      following === ''
        ? '对照原件补上缺的文字或标点'
        : `对照原件：与下一段“${following}”本是一段的，删去中间的换行和空行；缺文字或标点的补上`,
    at: inText(Math.max(span.start, span.end - SHOWN), span.end),
  };
}
