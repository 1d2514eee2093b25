/** Chinese numerals as ordinals use them: 一 … 九十九, also 〇/零 and 两. */
export const NUMERAL = '[一二三四五六七八九十百〇零两]';

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  Ｏ: 0,
  O: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/**
 * The number of a numeral: 十一 → 11, 二十 → 20, 一百零一 → 101, `12` → 12; null when it is none.
 */
export function numberOf(numeral: string): number | null {
  if (/^\d{1,6}$/u.test(numeral)) return Number(numeral);
  if (!/^[一二三四五六七八九十百〇零两]{1,6}$/u.test(numeral)) return null;
  let total = 0;
  let digit: number | null = null;
  for (const sign of numeral) {
    if (sign === '百') total += (digit ?? 1) * 100;
    else if (sign === '十') total += (digit ?? 1) * 10;
    else {
      digit = DIGITS[sign] ?? 0;
      continue;
    }
    digit = null;
  }
  return total + (digit ?? 0);
}

/** The number of a run of digit signs read one by one: 二〇二五 → 2025; null when it is none. */
export function digitsOf(signs: string): number | null {
  let value = 0;
  for (const sign of signs) {
    const digit = DIGITS[sign] ?? (/\d/u.test(sign) ? Number(sign) : null);
    if (digit === null) return null;
    value = value * 10 + digit;
  }
  return signs === '' ? null : value;
}
