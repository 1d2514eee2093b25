import { blockAt } from '../blocks.ts';
import type { Element, Node, Parents, Text } from 'hast';
import type { Block } from '../blocks.ts';

const BLOCK_ELEMENTS = new Set(
  'address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);

/** One piece of text between block boundaries or line breaks, still with the white space of HTML. */
interface Piece {
  text: string;
  readonly heading: number;
  /** Whether it ended at a `<br>` or began behind one: then it is a line, not a paragraph. */
  broken: boolean;
}

/**
 * The blocks of an HTML tree: a paragraph or heading per block element, a line per `<br>`, a line
 * per row of a table with its cells kept apart by a space. White space of the source collapses as
 * a browser collapses it, but a line end between Chinese characters, which a browser shows as a
 * gap that nobody meant, vanishes. Non-breaking and full-width spaces stay for the repairs.
 */
export function blocksOf(root: Node): readonly Block[] {
  const pieces: Piece[] = [{ text: '', heading: 0, broken: false }];
  walk(root, { heading: 0, pre: false, row: false }, pieces);
  const blocks: Block[] = [];
  for (const { text, heading, broken } of pieces) {
    const clean = collapse(text);
    if (clean.trim() === '') continue;
    const kind = heading > 0 ? 'heading' : broken ? 'line' : 'paragraph';
    const place = { page: null, line: blocks.length + 1 };
    blocks.push(blockAt(clean, place, { kind, depth: heading, indent: indentOf(clean) }));
  }
  return blocks;
}

interface Context {
  readonly heading: number;
  readonly pre: boolean;
  readonly row: boolean;
}

function walk(node: Node, context: Context, pieces: Piece[]): void {
  if (isText(node)) {
    addText(node.value, context, pieces);
    return;
  }
  const element = isElement(node) ? node : null;
  const name = element?.tagName ?? '';
  if (name === 'br') {
    breakLine(context, pieces);
    return;
  }
  const heading = /^h[1-6]$/.test(name) ? Number(name.slice(1)) : context.heading;
  const row = context.row || name === 'tr';
  const inner = { heading, pre: context.pre || name === 'pre', row };
  // The paragraphs of a cell stay on the line of its row: only the row is a block.
  const block = BLOCK_ELEMENTS.has(name) && !context.row;
  if (block) pieces.push({ text: '', heading, broken: false });
  if (context.row && (CELLS.has(name) || name === 'p' || name === 'div')) addText(' ', context, pieces);
  for (const child of childrenOf(node)) walk(child, inner, pieces);
  if (block) pieces.push({ text: '', heading: context.heading, broken: false });
}

function addText(value: string, { pre }: Context, pieces: Piece[]): void {
  const last = pieces.at(-1);
  if (!last) return;
  if (!pre) {
    last.text += value;
    return;
  }
  for (const [index, line] of value.split(/\r?\n/).entries()) {
    if (index > 0) breakLine({ heading: last.heading, pre, row: false }, pieces);
    const piece = pieces.at(-1);
    if (piece) piece.text += line;
  }
}

function breakLine({ heading }: Context, pieces: Piece[]): void {
  const last = pieces.at(-1);
  if (last) last.broken = true;
  pieces.push({ text: '', heading, broken: true });
}

/** Between two wide characters a run with a line end is nothing, elsewhere it is one space. */
function collapse(text: string): string {
  return text.replace(/[ \t\r\n\f]*[\r\n][ \t\r\n\f]*/g, (run, at: number) => {
    const left = text.charCodeAt(at - 1);
    const right = text.charCodeAt(at + run.length);
    return left > 0x2000 || right > 0x2000 ? '' : ' ';
  });
}

function indentOf(text: string): number {
  const lead = /^[\s]*/.exec(text)?.[0] ?? '';
  return Array.from(lead).reduce((sum, char) => sum + (char === '\u3000' || char === '\u2003' ? 1 : 0.5), 0);
}

export function isElement(node: Node): node is Element {
  return node.type === 'element';
}

export function isText(node: Node): node is Text {
  return node.type === 'text';
}

export function childrenOf(node: Node): Parents['children'] {
  return 'children' in node && Array.isArray(node.children) ? node.children : [];
}
