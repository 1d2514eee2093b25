import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { ImportError } from '../import-error.ts';
import { blocksOf, childrenOf, isElement, isText } from './html-blocks.ts';
import { findText, isChromeLine, withoutChrome } from './html-chrome.ts';
import type { Node } from 'hast';
import type { Block, ReaderNote, SourceBlocks } from '../blocks.ts';

const processor = unified().use(rehypeParse);

/**
 * Reads a saved web page: finds the element with the document's text, leaves out the furniture of
 * the site, and names every line it left out next to the text. The title of the page is not part
 * of the text; it is told in a note. Throws `ImportError` where a page has no text, and where it is
 * nested deeper than the stack holds, thousands of elements beyond what browsers show.
 */
export function readHtml(source: string, encoding: string): SourceBlocks {
  try {
    return readPage(source, encoding);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ImportError('网页嵌套太深，不像一份纪要', COPY);
  }
}

const COPY = '在浏览器里打开网页，把正文复制到 Word 或文本文件后再导入';

function readPage(source: string, encoding: string): SourceBlocks {
  const root = processor.parse(source);
  const page = withoutChrome(root);
  const found = withPlainDepths(blocksOf(findText(page)));
  const chrome = found.filter(({ text }) => isChromeLine(text));
  const blocks = found.filter(({ text }) => !isChromeLine(text));
  if (blocks.length === 0) {
    throw new ImportError('网页里没有找到正文', COPY);
  }
  const notes = chrome.map((block) => noteOf(block, '网页栏目，不是正文，没有导入', false));
  notes.push(...leftOut(blocksOf(page), found));
  const title = pageTitle(root);
  const inText =
    title === '' || blocks.some(({ text }) => text.replace(/\s/g, '') === title.replace(/\s/g, ''));
  const titleNote = {
    place: { page: null, line: 1 },
    note: '网页标题，不在正文里，没有导入',
    excerpt: title,
    doubt: true,
  };
  return { format: 'html', encoding, blocks, notes: inText ? notes : [titleNote, ...notes] };
}

/** Sentences of the page outside the text that was found: the clerk sees whether one belongs to it. */
function leftOut(page: readonly Block[], found: readonly Block[]): readonly ReaderNote[] {
  const taken = new Set(found.map(({ text }) => text));
  return page
    .filter(
      ({ text }) => !taken.has(text) && !isChromeLine(text) && /\p{Script=Han}{8,}[，。；：]/u.test(text),
    )
    .map((block) => noteOf(block, '正文之外的文字，没有导入', true));
}

/** Blocks of HTML that another reader made: nothing is chrome there. */
export function readPlainHtml(source: string): readonly Block[] {
  return withPlainDepths(blocksOf(processor.parse(source)));
}

/**
 * A page's `h1` may be the title; what its deeper headings mean here (an item, a point, a box of
 * the site) only the text can tell.
 */
function withPlainDepths(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => (block.depth > 1 ? { ...block, depth: 3 } : block));
}

function noteOf({ text, origins }: Block, note: string, doubt: boolean): ReaderNote {
  return { place: origins[0]?.place ?? { page: null, line: 1 }, note, excerpt: text.trim(), doubt };
}

/** The `<h1>` of the page, else its `<title>` up to the name of the site. */
function pageTitle(root: Node): string {
  const heading = first(root, 'h1');
  const title = first(root, 'title');
  return (heading ?? title?.split(/[_|]|--| - /)[0] ?? '').trim();
}

function first(node: Node, name: string): string | null {
  if (isElement(node) && node.tagName === name) {
    const text = textOf(node).trim();
    if (text !== '') return text;
  }
  for (const child of childrenOf(node)) {
    const found = first(child, name);
    if (found !== null) return found;
  }
  return null;
}

function textOf(node: Node): string {
  return isText(node) ? node.value : childrenOf(node).map(textOf).join('');
}
