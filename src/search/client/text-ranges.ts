import { findHits } from '../match.ts';
import type { Term } from '../query.ts';

/** The smallest elements whose text is read as one; a hit never runs out of one. */
const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, td, th, caption, figcaption, blockquote';

/** Every place below `root` where one of the words stands, in the order of the page; `skipped` elements are passed over. */
export function findRanges(
  root: Element,
  words: readonly Pick<Term, 'text'>[],
  skipped: string,
): readonly Range[] {
  return textBlocks(root, skipped).flatMap((nodes) => hitRanges(nodes, words));
}

/** The text nodes below `root`, those of one block together. */
function textBlocks(root: Element, skipped: string): readonly (readonly Text[])[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const blocks = new Map<Element, Text[]>();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || parent === null || parent.closest(skipped) !== null) continue;
    const block = parent.closest(BLOCKS) ?? root;
    const nodes = blocks.get(block) ?? [];
    nodes.push(node);
    blocks.set(block, nodes);
  }
  return [...blocks.values()];
}

function hitRanges(nodes: readonly Text[], words: readonly Pick<Term, 'text'>[]): readonly Range[] {
  // Line ends inside a block are only how the page's source is wrapped.
  const text = nodes.map(({ data }) => data.replaceAll('\n', ' ')).join('');
  return findHits(text, words).map(({ start, end }) => {
    const range = document.createRange();
    const from = nodeAt(nodes, start, false);
    const to = nodeAt(nodes, end, true);
    if (from !== null) range.setStart(from.node, from.offset);
    if (to !== null) range.setEnd(to.node, to.offset);
    return range;
  });
}

/** The node in which an offset of the joined text lies; an end belongs to the node before it. */
function nodeAt(
  nodes: readonly Text[],
  offset: number,
  isEnd: boolean,
): { node: Text; offset: number } | null {
  let before = 0;
  for (const node of nodes) {
    const within = offset - before;
    if (within < node.length || (isEnd && within === node.length)) return { node, offset: within };
    before += node.length;
  }
  return null;
}
