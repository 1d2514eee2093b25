import { findHits } from '../match.ts';
import { parseQuery, type Term } from '../query.ts';

/** The name of the highlight, for `::highlight(search-hit)` in the style sheet. */
const NAME = 'search-hit';

/** The smallest elements whose text is read as one; a hit never runs out of one. */
const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, td, th, caption, figcaption, blockquote';

/**
 * On a page opened as `…?hl=query#item-3`: marks every hit in `main` without touching the document.
 * Browsers without the Custom Highlight API show the page as it is.
 */
function highlightHits(): void {
  const input = new URLSearchParams(location.search).get('hl');
  const main = document.querySelector('main');
  if (input === null || main === null || !('highlights' in CSS)) return;
  const parsed = parseQuery(input, { shortest: 1 });
  if (parsed.kind === 'refused') return;
  const { words } = parsed.query;
  const ranges = textBlocks(main).flatMap((nodes) => hitRanges(nodes, words));
  if (ranges.length > 0) CSS.highlights.set(NAME, new Highlight(...ranges));
}

/** The text nodes below `root`, those of one block together. */
function textBlocks(root: Element): readonly (readonly Text[])[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const blocks = new Map<Element, Text[]>();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const block = node.parentElement?.closest(BLOCKS) ?? root;
    const nodes = blocks.get(block) ?? [];
    blocks.set(block, [...nodes, node]);
  }
  return [...blocks.values()];
}

function hitRanges(nodes: readonly Text[], words: readonly Term[]): readonly Range[] {
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

highlightHits();
