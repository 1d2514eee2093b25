import type { Block, Fact, Minutes } from '../minutes/model.ts';
import type { Span } from '../minutes/places.ts';

/** What a block is on the paper, which decides how it is set. */
export type BlockRole =
  | 'title'
  | 'number'
  | 'issuer'
  | 'date'
  | 'item-heading'
  | 'heading'
  | 'compiled-by'
  | 'note'
  | 'distribution'
  | 'withheld'
  | 'paragraph';

/** How much longer than the fact it states a line may be: brackets, labels and padding. */
const MARGIN = 8;

/** The role of a block: the fact that fills it, else heading or paragraph. */
export function roleOf(block: Block, minutes: Minutes): BlockRole {
  if (block.kind === 'withheld') return block.kind;
  const { head, foot, distribution } = minutes;
  const lines: readonly (readonly [BlockRole, Fact<unknown> | null])[] = [
    ['title', head.title],
    ['number', head.number],
    ['date', head.issued],
    ['date', head.compiled],
    ['compiled-by', foot.compiledBy],
    ['note', foot.note],
    ['distribution', distribution.to],
    ['distribution', distribution.cc],
    ['issuer', head.issuer],
  ];
  const role = lines.find(
    ([, fact]) => fact?.origin.kind === 'text' && fills(fact.origin.span, block.span),
  )?.[0];
  if (role !== undefined) return role;
  if (minutes.items.some((item) => headsItem(block, item))) return 'item-heading';
  return block.kind === 'heading' ? 'heading' : 'paragraph';
}

/** Whether the block is the line an item opens with, and nothing else. */
function headsItem(block: Block, { span, heading, number, headingStyle }: Minutes['items'][number]): boolean {
  if (span.start !== block.span.start) return false;
  if (block.kind === 'heading') return true;
  if (headingStyle !== 'own-line' && headingStyle !== 'bare-ordinal') return false;
  const origin = (heading ?? number)?.origin;
  return origin?.kind === 'text' && fills(origin.span, block.span);
}

/** Whether a span lies in the block, or the block in it, and the block says little else. */
function fills(span: Span, block: Span): boolean {
  const overlap = Math.min(span.end, block.end) - Math.max(span.start, block.start);
  return overlap > 0 && block.end - block.start - overlap <= MARGIN;
}
