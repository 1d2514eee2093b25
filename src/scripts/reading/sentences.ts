/** One sentence of the page: where it stands, and its text. */
export interface Sentence {
  readonly range: Range;
  readonly text: string;
}

const BLOCKS = 'p, li, h1, h2, h3';
const ADDED = '[data-inferred], .visually-hidden, script';

/** The sentences of the official text below `root`, in order; what the page adds is passed over. */
export function sentencesOf(root: Element): readonly Sentence[] {
  return blocksOf(root).flatMap((nodes) => {
    const text = nodes.map(({ data }) => data).join('');
    return cuts(text).map(([start, end]) => ({
      range: rangeOf(nodes, start, end),
      text: text.slice(start, end).replaceAll(/\s+/gu, ' ').trim(),
    }));
  });
}

function blocksOf(root: Element): readonly (readonly Text[])[] {
  const blocks = new Map<Element, Text[]>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || parent === null || parent.closest(ADDED) !== null) continue;
    const block = parent.closest(BLOCKS);
    if (block === null) continue;
    const nodes = blocks.get(block) ?? [];
    nodes.push(node);
    blocks.set(block, nodes);
  }
  return [...blocks.values()];
}

/** Where the sentences of a text begin and end: behind 。！？； and what closes behind them. */
export function cuts(text: string): readonly (readonly [start: number, end: number])[] {
  const found: [number, number][] = [];
  for (const match of text.matchAll(/[^。！？；]*[。！？；]+[”’）」』)]*|[^。！？；]+$/gu))
    if (match[0].trim() !== '') found.push([match.index, match.index + match[0].length]);
  return found;
}

function rangeOf(nodes: readonly Text[], start: number, end: number): Range {
  const range = document.createRange();
  let before = 0;
  for (const node of nodes) {
    const after = before + node.length;
    if (before <= start && start < after) range.setStart(node, start - before);
    if (before < end && end <= after) range.setEnd(node, end - before);
    before = after;
  }
  return range;
}
