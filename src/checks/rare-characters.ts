import { inText } from './rule.ts';
import type { Rule } from './rule.ts';
import { TRADITIONAL } from './traditional-characters.ts';

/**
 * P25 (通用语言文字法 9): hanzi outside GB 2312, which the common fonts of official documents lack, so
 * that a name may show a box. 旻 in a name is quite right: this only informs, once for all.
 */
export const checkRareCharacters: Rule = ({ minutes }) => {
  const rare = new Set<string>();
  for (const character of minutes.text) {
    const point = character.codePointAt(0) ?? 0;
    if (COMMON[point] !== 1 && HANZI.test(character) && !TRADITIONAL.includes(character)) rare.add(character);
  }
  const [first] = rare;
  if (first === undefined) return [];
  const at = minutes.text.indexOf(first);
  const names = [...rare].map((character) => `${character}（U+${codeOf(character)}）`);
  const shown = names.slice(0, MOST_SHOWN).join('、') + (names.length > MOST_SHOWN ? '……' : '');
  return [
    {
      code: 'characters/rare',
      message: `有 ${rare.size} 个字在常用字库（GB 2312）之外：${shown}`,
      hint: '对照原件核对字形，人名、地名尤其要对；无误的，不用改',
      at: inText(at, at + first.length),
    },
  ];
};

const MOST_SHOWN = 10;
/** Unified ideographs only: what has compatibility forms is another fault. 〇 is none of them. */
const HANZI = /[\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{2f7ff}\u{30000}-\u{3ffff}]/u;

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
}

/**
 * A table by code point: 1 for ASCII, punctuation and the 6,763 hanzi of GB 2312, rows 16 to 87, as the
 * platform's own table decodes them.
 */
const COMMON: Uint8Array = commonCharacters();

function commonCharacters(): Uint8Array {
  const codes = Uint8Array.from({ length: 72 * 94 * 2 }, (_, index) =>
    index % 2 === 0 ? 0xb0 + Math.floor(index / 188) : 0xa1 + (Math.floor(index / 2) % 94),
  );
  const table = new Uint8Array(0x10000);
  table.fill(1, 0, 0x3400);
  for (const character of new TextDecoder('gbk').decode(codes)) table[character.codePointAt(0) ?? 0] = 1;
  return table;
}
