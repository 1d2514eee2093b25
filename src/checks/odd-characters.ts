import { textAt } from '../minutes/model.ts';
import { inText } from './rule.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * P25: characters of the private use area, whose meaning only one font knows, and compatibility forms
 * and radicals, which look like a hanzi and are another character, so that search doesn't find them
 * (⼈ for 人). One finding per paragraph and kind.
 */
export const checkOddCharacters: Rule = ({ minutes }) =>
  minutes.blocks.flatMap(({ span }) => {
    const text = textAt(minutes, span);
    return [...privateUse(text, span.start), ...compatibility(text, span.start)];
  });

const PRIVATE_USE = /[\ue000-\uf8ff]|[\u{f0000}-\u{10ffff}]/gu;
/** Twelve of the compatibility block are hanzi of their own. */
const UNIFIED = new Set('﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩');
const COMPATIBILITY = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;

function privateUse(text: string, start: number): readonly Finding[] {
  const found = [...text.matchAll(PRIVATE_USE)];
  const first = found[0];
  if (first === undefined) return [];
  return [
    {
      code: 'characters/private-use',
      message: `这一段有 ${found.length} 个私用区字符（U+${codeOf(first[0])}），别人的电脑上不能显示`,
      hint: '对照原件换成正式的字；字库里没有的，写成原件注明的替代形式',
      at: inText(start + first.index, start + first.index + first[0].length),
    },
  ];
}

function compatibility(text: string, start: number): readonly Finding[] {
  const found = [...text.matchAll(COMPATIBILITY)].filter(([character]) => !UNIFIED.has(character));
  const first = found[0];
  if (first === undefined) return [];
  const usual = first[0].normalize('NFKC');
  const known = usual !== first[0];
  return [
    {
      code: 'characters/compatibility',
      message: `这一段有 ${found.length} 个兼容字或部首，如“${first[0]}”（U+${codeOf(first[0])}），检索不到`,
      hint: `换成通常的字${known ? `“${usual}”` : ''}；从 PDF 复制的，可以从 Word 文件重新导入`,
      at: inText(start + first.index, start + first.index + first[0].length),
      ...(known ? { replacement: usual } : {}),
    },
  ];
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
}
