/**
 * What a voice is to say for a stretch of official text, so that it reads as a clerk would: years digit by
 * digit, 第13号 and 第9次 as numbers, 〔2022〕5号 without its brackets, “3+3” with 加, （一） as 一.
 */
export function speakable(text: string): string {
  return text
    .replaceAll(
      /〔(\d{4})〕\s*(\d+)/gu,
      (_, year: string, number: string) => `，${digits(year)}，${counted(number)}`,
    )
    .replaceAll(/(?<!\d)(\d{4})(?=年)/gu, (year) => digits(year))
    .replaceAll(/(\d+(?:\+\d+)+)/gu, (sum) => sum.split('+').map(counted).join('加'))
    .replaceAll(/第\s*(\d+)\s*/gu, (_, number: string) => `第${counted(number)}`)
    .replaceAll(/[（(]([一二三四五六七八九十]+)[）)]/gu, '$1，')
    .replaceAll(/[《》〈〉“”‘’]/gu, '');
}

const DIGITS = '零一二三四五六七八九';

function digits(number: string): string {
  return Array.from(number, (digit) => DIGITS.charAt(Number(digit))).join('');
}

/** 13 → 十三, 105 → 一百零五; five digits and more stay as they are, voices know them. */
function counted(number: string): string {
  const value = Number(number);
  if (value > 9999) return number;
  if (value === 0) return '零';
  let said = '';
  let skipped = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      skipped = said !== '';
      continue;
    }
    said += (skipped ? '零' : '') + DIGITS.charAt(digit) + name;
    skipped = false;
  }
  return said.replace(/^一十/u, '十');
}
