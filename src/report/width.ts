/**
 * Code points that terminals show two columns wide: East Asian Width W and F (Unicode Annex 11), as
 * the ranges that occur in Chinese text. Quotes and dashes (ambiguous width) count one.
 */
const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

/** How many terminal columns a text takes, after `visible`. */
export function displayWidth(text: string): number {
  let columns = 0;
  for (const character of text) columns += isWide(character) ? 2 : 1;
  return columns;
}

function isWide(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return WIDE.some(([from, to]) => from <= point && point <= to);
}

const CONTROL_PICTURES = 0x2400;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Mn}\p{Me}\u2028\u2029]/gu;

/**
 * A text that is safe to print and takes the columns it seems to: control characters become their
 * pictures (␀), what is invisible or joins its neighbour becomes �, a tab one space. The UTF-16
 * length stays, so that offsets do.
 */
export function visible(text: string): string {
  return text.replaceAll(UNSEEN, (character) => {
    if (character === '\t') return ' ';
    const point = character.codePointAt(0) ?? 0;
    return point < 0x20 ? String.fromCharCode(CONTROL_PICTURES + point) : '\uFFFD'.repeat(character.length);
  });
}
