import { SIMPLIFIED } from './traditional.ts';

/**
 * One form for signs that mean the same: full-width digits and letters become ASCII, half-width marks
 * in Chinese text become full-width, traditional characters of official wording become simplified.
 * Every sign stays one UTF-16 unit, so that offsets hold. Only the reading copy is changed.
 */
export function plainSign(text: string, at: number): string {
  const sign = text.charAt(at);
  const code = sign.charCodeAt(0);
  // Nearly every sign is a hanzi that stays: one look into a table is all it costs.
  if (code >= 0x4e00 && code < 0xf900)
    return IS_TRADITIONAL[code] === 1 ? (SIMPLIFIED.get(sign) ?? sign) : sign;
  if (code >= 0xff10 && code <= 0xff5a && FULL_WIDTH.test(sign)) return String.fromCharCode(code - 0xfee0);
  const mark = MARKS[sign];
  if (mark !== undefined) return isBetweenDigits(text, at) ? sign : mark;
  return code < 0x4e00 ? sign : (SIMPLIFIED.get(sign) ?? sign);
}

/** The whole text in plain signs; offsets are those of the text. */
export function plainText(text: string): string {
  return Array.from({ length: text.length }, (_, at) => plainSign(text, at)).join('');
}

const IS_TRADITIONAL = new Uint8Array(0x10000);
for (const sign of SIMPLIFIED.keys()) IS_TRADITIONAL[sign.charCodeAt(0)] = 1;

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/u;

const MARKS: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

/** 1,000 and 8:30 are numbers, not clauses. */
function isBetweenDigits(text: string, at: number): boolean {
  return /[0-9０-９]/u.test(text.charAt(at - 1)) && /[0-9０-９]/u.test(text.charAt(at + 1));
}
