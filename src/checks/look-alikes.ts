import { textAt } from '../minutes/model.ts';
import { inText } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * P25: letters that look like Latin ones and are others, so that what is read is not what is found or
 * copied: Cyrillic, Armenian, Greek capitals, mathematical alphabets. Small Greek letters (α, μ) are
 * used in earnest. One finding per paragraph, at the first.
 */
export const checkLookAlikes: Rule = ({ minutes }) =>
  minutes.blocks.flatMap(({ span }) => {
    const found = [...textAt(minutes, span).matchAll(LOOK_ALIKE)];
    const first = found[0];
    if (first === undefined) return [];
    const [character] = first;
    const usual = character.normalize('NFKC');
    const known = usual !== character;
    const at = span.start + first.index;
    return [
      {
        code: 'characters/look-alike',
        message: `这一段有 ${String(found.length)} 个像拉丁字母的别种字母，如“${character}”（U+${codeOf(character)}）`,
        hint: `对照原件改用键盘上的字母或数字${known ? `“${usual}”` : ''}；原件确是外文字母的，不用改`,
        at: inText(at, at + character.length),
        ...(known ? { replacement: usual } : {}),
      },
    ];
  });

const LOOK_ALIKE =
  /[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}\p{Script=Deseret}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο\u{1d400}-\u{1d7ff}]/gu;

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
