import { textAt } from '../minutes/model.ts';
import { hasSpaces, proseBlocks } from './prose.ts';
import { inText } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * P11: spaces that copying from PDF or web pages leaves between hanzi and digits and beside marks. They
 * never belong to the text and `--fix` takes them away; search and comparison pass over them. One
 * finding per paragraph. Spaces between two hanzi may be meant and are another rule's.
 */
export const checkExtractionSpaces: Rule = ({ minutes, reading }) =>
  (hasSpaces(minutes, reading) ? proseBlocks(minutes) : []).flatMap(({ span }) => {
    const found = [...textAt(minutes, span).matchAll(EXTRACTION_SPACE)];
    const first = found[0];
    if (first === undefined) return [];
    const at = span.start + first.index;
    return [
      {
        code: 'spaces/extraction',
        message: `这一段有 ${found.length} 处复制带进的空格`,
        hint: '运行 npm run check -- --fix 删去',
        at: inText(at, at + first[0].length),
        replacement: '',
      },
    ];
  });

const MARK = '，。；：？！、“”‘’《》〈〉（）〔〕【】…';
/** White space beside a mark, or between a hanzi and a digit; not within Latin words. */
export const EXTRACTION_SPACE = new RegExp(
  `(?<=[${MARK}])\\s+|\\s+(?=[${MARK}])|(?<=\\p{Script=Han})\\s+(?=\\d)|(?<=\\d)\\s+(?=\\p{Script=Han})`,
  'gu',
);
