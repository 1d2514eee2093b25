import { excerpt } from './change.ts';
import { placeAt } from '../blocks.ts';
import type { Block } from '../blocks.ts';
import type { Change, Repaired } from './change.ts';

/** Private-use and replacement characters: a glyph whose character the source doesn't say. */
const UNKNOWN = /[\ufffd\ue000-\uf8ff]+/g;
/** A bracket pair of two widths: （试行). */
const MIXED = /（[^（）()]{0,40}\)|\([^（）()]{0,40}）/g;

/** Lists characters that look damaged. Nothing is changed: no repair may alter a visible character. */
export function listOddCharacters(blocks: readonly Block[]): Repaired {
  const changes: Change[] = [];
  for (const block of blocks) {
    find(block, UNKNOWN, '有无法识别的字符，保留原样，请对照原件核对', changes);
    find(block, MIXED, '一对括号全角半角不一致，保留原样', changes);
  }
  return { blocks, changes };
}

function find(block: Block, pattern: RegExp, note: string, changes: Change[]): void {
  for (const match of block.text.matchAll(pattern)) {
    const before = excerpt(block.text, match.index, match[0].length);
    const place = placeAt(block, match.index);
    changes.push({ step: 'odd-characters', place, before, after: before, doubt: true, note, edit: null });
  }
}
