import type { Layout } from './truth.ts';

const HALF: Readonly<Record<string, string>> = { '，': ',', '；': ';', '：': ':', '（': '(', '）': ')' };
const FULL_ZERO = '０'.charCodeAt(0) - '0'.charCodeAt(0);

/** A passage in the signs of its document: marks of truth inside it go along. */
export function printPassage(text: string, { halfWidthPunctuation, fullWidthDigits }: Layout): string {
  let printed = text;
  if (halfWidthPunctuation)
    printed = printed.replaceAll(/[，；：](?!（)|[（）]/gu, (sign) => HALF[sign] ?? sign);
  if (fullWidthDigits)
    printed = printed.replaceAll(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + FULL_ZERO));
  return printed;
}
