import { overlaps } from './listed-words.ts';
import { inReading } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * P13: a character or word that stands twice by mistake: 的的, 市市, 会议会议. Only characters whose
 * doubling is hardly ever meant count; passages where it is (市市场监管局) are listed in
 * `lists/local.yaml`.
 */
export const checkDoubledWords: Rule = ({ reading, lists }) => {
  const found = findDoubled(reading.text);
  if (found.length === 0) return [];
  const meant = [...lists.doubled.find(reading.text), ...lists.terms.find(reading.text)];
  return found.flatMap((range) => {
    if (meant.some((passage) => overlaps(passage, range))) return [];
    const once = reading.text.slice(range.start, (range.start + range.end) / 2);
    return [
      {
        code: 'words/doubled',
        message: `“${once}”连写了两次`,
        hint: `对照原件：多出的，删去一个“${once}”；确实要重复的，把前后几个字登记到 lists/local.yaml 的 doubled`,
        at: inReading(reading, range.start, range.end),
        replacement: once,
      },
    ];
  });
};

const LONGEST = 6;

/** Only where a character comes again within six is the form looked at, which is costly. */
function findDoubled(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found = [];
  const form = new RegExp(DOUBLED, 'yu');
  for (let at = 0; at < text.length; at++) {
    if (!text.slice(at + 1, at + 1 + LONGEST).includes(text.charAt(at))) continue;
    form.lastIndex = at;
    const match = form.exec(text);
    if (match === null) continue;
    found.push({ start: at, end: at + match[0].length });
    at += match[0].length - 1;
  }
  return found;
}

const CHARACTERS = [
  // 以…为目的的 and 的的确确 are right.
  '(?<!目)的的(?!确)',
  // 进一步了了解 is wrong too, but 了|了解, 不了了之 and 了了然 can't be told from it.
  '了了(?![解之然却])',
  '是是(?!非)',
  '和和(?![美气睦平])',
  '(?<!参)与与(?!会)',
  '及及(?![时早格])',
  '把把(?!关)',
  '被被',
  '并并(?![联轨网排])',
  // 太仓市市级, 山丹县县属, 云泽市市长: the place, then the level.
  '市市(?![级属直区域长委政内民])',
  '县县(?![级属直城域长委政内])',
  '(?<!社)区区(?![区长域别级属直划委政内])',
  '将将',
  '由由',
  '要要(?![求点素件闻务害领地])',
].join('|');
/** Words of two to six hanzi; of two only where no longer word begins with it (责任责任人). */
const WORDS =
  '((?![一逐])\\p{Script=Han}{3,6})\\1|((?![一逐每])\\p{Script=Han}{2})\\2(?=[，。、；：\\n强指要听审认讨原同])';
const DOUBLED = new RegExp(`${CHARACTERS}|${WORDS}`, 'yu');
