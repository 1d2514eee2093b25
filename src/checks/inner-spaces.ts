import { textAt } from '../minutes/model.ts';
import { overlaps } from './listed-words.ts';
import { hasSpaces, proseBlocks } from './prose.ts';
import { inText } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * P12: a space between two hanzi of a heading or sentence. In a title it may stand for a line break, in
 * a slogan for a pause: such passages are listed in `lists/local.yaml`, with their space. The first of
 * each paragraph is reported.
 */
export const checkInnerSpaces: Rule = ({ minutes, reading, lists }) => {
  if (!hasSpaces(minutes, reading)) return [];
  // A fixed phrase with a space in it is an error of its own.
  const phrases = lists.phraseFinder.find(reading.text).map((phrase) => reading.original(phrase));
  return proseBlocks(minutes).flatMap(({ span }) => {
    const text = textAt(minutes, span);
    const spaces = [...text.matchAll(SPACE)].map(({ 0: space, index }) => ({
      start: index,
      end: index + space.length,
    }));
    if (spaces.length === 0) return [];
    const meant = lists.spaced.flatMap((passage) => occurrences(text, passage));
    const found = spaces.filter(
      (space) =>
        !meant.some((passage) => overlaps(passage, space)) &&
        !phrases.some(({ start, end }) =>
          overlaps({ start: start - span.start, end: end - span.start }, space),
        ),
    );
    const first = found[0];
    if (first === undefined) return [];
    const around = text.slice(Math.max(0, first.start - 4), first.end + 4).replace(SPACE, '␣');
    return [
      {
        code: 'spaces/inner',
        message: `“${around}”中间有空格${found.length > 1 ? `（这一段共 ${found.length} 处）` : ''}`,
        hint: '对照原件：复制带进的，删去；原件就有的，把这几个字连同空格登记到 lists/local.yaml 的 spaced',
        at: inText(span.start + first.start, span.start + first.end),
        replacement: '',
      },
    ];
  });
};

const SPACE = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

function occurrences(text: string, passage: string): readonly { start: number; end: number }[] {
  const found = [];
  for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + passage.length))
    found.push({ start: at, end: at + passage.length });
  return found;
}
