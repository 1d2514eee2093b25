import { textAt } from '../minutes/model.ts';
import { inText } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * R5.2 (normalise first) and `formats.md`: control characters left by PDF extraction, invisible and
 * direction marks, and the replacement character of a wrong decoding. They break search, copying and
 * comparison, and some make text look other than it is. One finding per block, at the first.
 */
export const checkControlCharacters: Rule = ({ minutes }) =>
  minutes.blocks.flatMap(({ span }) => {
    const found = [...textAt(minutes, span).matchAll(UNWANTED)];
    const first = found[0];
    if (first === undefined) return [];
    const names = [...new Set(found.map(([character]) => codePointName(character)))].join('、');
    const start = span.start + first.index;
    return [
      {
        code: 'body/control-character',
        message: `这一段有 ${found.length} 个看不见的字符或乱码（${names}）`,
        hint: '对照原件删去，原位置缺字的补上；从 PDF 复制的，改用 npm run import 转换',
        at: inText(start, start + first[0].length),
      },
    ];
  });

/**
 * What no reader sees: controls, default-ignorable characters (variation selectors and tags among
 * them), blanks that are no white space, noncharacters, halves of a pair. A tab is white space; line
 * feeds can't stand within a block.
 */
const UNWANTED =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u2800\ufff9-\ufffd]|[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cs}]/gu;

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
