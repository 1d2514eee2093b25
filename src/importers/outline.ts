import { isHeadingLike, isTitleLine, opensItem, ordinalOf } from './lines.ts';
import { zonesOf } from './zones.ts';
import type { Block } from './blocks.ts';
import type { Ordinal } from './lines.ts';
import type { Zone } from './zones.ts';
import type { DraftBlock } from './markdown.ts';

const ITEM_VERB =
  /^(?:研究|审议|审定|听取|传达|学习|专题|集中|讨论|通报|关于|部署|安排|观看|书面|组织|宣读|审核|审查|表决)/;

/**
 * Lays out the draft: the title line, the headings of items that stand on their own line, and
 * paragraphs. A run-in item (`一、会议…。`) and a bare ordinal stay paragraphs.
 */
export function layOut(blocks: readonly Block[]): readonly DraftBlock[] {
  const zones = zonesOf(blocks);
  const title = titleOf(blocks, zones);
  const headings = headingsOf(blocks, zones);
  return blocks.map(({ text }, index) => ({
    depth: index === title ? 1 : headings.has(index) ? 2 : 0,
    text,
  }));
}

/** The first title line of the head; a reader's own heading of depth 1 there also counts. */
function titleOf(blocks: readonly Block[], zones: readonly Zone[]): number {
  return blocks.findIndex(
    ({ text, kind, depth }, index) =>
      index < 8 && zones[index] === 'head' && (isTitleLine(text) || (kind === 'heading' && depth === 1)),
  );
}

/** The own-line headings: of the outermost style that numbers items in sequence from one. */
function headingsOf(blocks: readonly Block[], zones: readonly Zone[]): ReadonlySet<number> {
  const body = blocks
    .map((block, index) => ({ block, index }))
    .filter(({ index }) => zones[index] === 'body');
  for (const style of ['item', 'named', 'arabic', 'bracketed'] as const) {
    const found = inSequence(body, style, blocks);
    if (found.numbered > 0 && (style === 'item' || style === 'named' || found.headings.size > 0)) {
      return withOwnHeadings(found.headings, blocks);
    }
  }
  return withOwnHeadings(new Set(), blocks);
}

function withOwnHeadings(found: ReadonlySet<number>, blocks: readonly Block[]): ReadonlySet<number> {
  const own = blocks.flatMap(({ kind, depth, text }, index) =>
    kind === 'heading' && (depth === 2 || ITEM_VERB.test(text)) ? [index] : [],
  );
  return new Set([...found, ...own]);
}

function inSequence(
  body: readonly { readonly block: Block; readonly index: number }[],
  style: Ordinal['style'],
  blocks: readonly Block[],
): { readonly numbered: number; readonly headings: ReadonlySet<number> } {
  const headings = new Set<number>();
  let numbered = 0;
  for (const { block, index } of body) {
    const mark = ordinalOf(block.text);
    if (mark?.style !== style || mark.value !== numbered + 1) continue;
    numbered++;
    if (isOwnLine(block, mark, blocks[index + 1])) headings.add(index);
  }
  return { numbered, headings };
}

function isOwnLine({ text, kind }: Block, mark: Ordinal, next: Block | undefined): boolean {
  const heading = text.slice(mark.length);
  if (heading === '') return false;
  if (kind === 'heading') return true;
  const known = mark.style === 'item' || mark.style === 'named' || ITEM_VERB.test(heading);
  if (isHeadingLike(text)) return known && !heading.startsWith('会议');
  // `一、审议《…》。` with a full stop is a heading where the report follows on its own.
  const sentence = /^[^。！？；：]{2,80}。$/.test(heading) && ITEM_VERB.test(heading);
  return sentence && next !== undefined && opensItem(next.text);
}
