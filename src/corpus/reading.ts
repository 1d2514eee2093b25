import { pinyin } from 'pinyin-pro';

/** The pinyin of a text, without tones, syllables apart by spaces; what isn't Chinese stays as it is. */
export function readingOf(text: string): string {
  return pinyin(text, { toneType: 'none', nonZh: 'consecutive' }).toLowerCase();
}

/** What stands before the name that people look for: 市公安局 is under G. */
const LEVEL = /^[省市区县旗](?=.{2})/u;

/** The letter under which a name is looked for, A to Z; `#` for a name that begins with none. */
export function initialOf(name: string): string {
  const first = readingOf(name.replace(LEVEL, '')).charAt(0).toUpperCase();
  return /^[A-Z]$/u.test(first) ? first : '#';
}
