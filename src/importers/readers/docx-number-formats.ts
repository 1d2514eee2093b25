const DIGITS = '〇一二三四五六七八九';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';

/**
 * A number as Word prints it in a numbering format (ST_NumberFormat): 一, 1, ①, a, iv.
 * A format that isn't known is printed in Arabic digits.
 */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographTraditional':
      return chinese(value);
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return Array.from(String(value))
        .map((digit) => DIGITS.charAt(Number(digit)))
        .join('');
    case 'chineseLegalSimplified':
      return Array.from(chinese(value))
        .map((char) =>
          DIGITS.includes(char) ? LEGAL.charAt(DIGITS.indexOf(char)) : char === '十' ? '拾' : char,
        )
        .join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return CIRCLED.charAt(value - 1) || String(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'lowerLetter':
      return letter(value);
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    default:
      return String(value);
  }
}

/** 1 to 99 in Chinese numerals; larger ones digit by digit, for lists don't grow so long. */
function chinese(value: number): string {
  if (value > 99 || value < 1)
    return Array.from(String(value))
      .map((digit) => DIGITS.charAt(Number(digit)))
      .join('');
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return (
    (tens > 1 ? DIGITS.charAt(tens) : '') + (tens > 0 ? '十' : '') + (ones > 0 ? DIGITS.charAt(ones) : '')
  );
}

function letter(value: number): string {
  const repeat = Math.floor((value - 1) / 26) + 1;
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(repeat);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [amount, sign] of ROMAN) {
    while (rest >= amount) {
      text += sign;
      rest -= amount;
    }
  }
  return text;
}
