import { blockAt } from '../blocks.ts';
import { readLines } from './txt.ts';
import type { Block, ReaderNote, SourceBlocks } from '../blocks.ts';

const FRONT_MATTER = /^---\r?\n(?:.*\r?\n)*?---[ \t]*(?:\r?\n|$)/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;

/**
 * Reads Markdown of the project's dialect: headings, paragraphs, backslash escapes; everything
 * else is text. Front matter is left out and told in a note, for the draft gets its own.
 */
export function readMarkdown(source: string, encoding: string): SourceBlocks {
  const front = FRONT_MATTER.exec(source)?.[0] ?? '';
  const skipped = front.split('\n').length - 1;
  const notes: ReaderNote[] = [];
  if (front !== '') {
    notes.push({ place: { page: null, line: 1 }, note: '原有的文件头没有导入', excerpt: '---', doubt: true });
  }
  const lines = readLines(source.slice(front.length));
  return { format: 'md', encoding, blocks: lines.map((line) => blockOf(line, skipped)), notes };
}

function blockOf(line: Block, skipped: number): Block {
  const place = { page: null, line: (line.origins[0]?.place.line ?? 1) + skipped };
  const mark = HEADING.exec(line.text);
  if (!mark) return blockAt(unescape(line.text), place, { gap: line.gap, indent: line.indent });
  const text = line.text.slice(mark[0].length).replace(/(?:^|[ \t])#+[ \t]*$/, '');
  return blockAt(unescape(text), place, { kind: 'heading', depth: mark[1]?.length ?? 1, gap: line.gap });
}

function unescape(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
