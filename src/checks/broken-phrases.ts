import { inText } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * P02: a fixed phrase with white space, a line or a paragraph between two of its characters, as pages
 * and columns of a PDF leave it. Search and readers then don't find it, and a name stands torn apart.
 */
export const checkBrokenPhrases: Rule = ({ minutes, reading, lists }) => {
  const found = lists.phraseFinder.find(reading.text.replaceAll('\n', ''));
  if (found.length === 0) return [];
  const offsets = offsetsOf(minutes.text, reading.text);
  return found.flatMap(({ start, end, value: { text: phrase } }) => {
    const from = offsets[start] ?? 0;
    const to = (offsets[end - 1] ?? 0) + 1;
    const printed = minutes.text.slice(from, to);
    if (printed.length === phrase.length || !BROKEN.test(printed)) return [];
    const paragraphs = printed.includes('\n');
    return [
      {
        code: 'phrases/broken',
        message: `“${phrase}”被${paragraphs ? '分到两段' : '空格'}隔断`,
        hint: paragraphs
          ? '对照原件，把两段接成一段，中间不留空格和空行'
          : '删去中间的空格；npm run check -- --fix 可以代劳',
        at: inText(from, to),
        ...(paragraphs ? {} : { replacement: phrase }),
      },
    ];
  });
};

const BROKEN = /\p{Script=Han}\s+\p{Script=Han}/u;

/** Where each character of the text without white space and line feeds stands in the official one. */
function offsetsOf(official: string, compact: string): readonly number[] {
  const offsets: number[] = [];
  let at = 0;
  for (let index = 0; index < compact.length; index++) {
    at = official.indexOf(compact.charAt(index), at);
    if (compact.charAt(index) !== '\n') offsets.push(at);
    at++;
  }
  return offsets;
}
