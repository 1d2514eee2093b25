import { numeralValue } from './lines.ts';
import type { Block } from './blocks.ts';

/** The id of a document as far as its text tells, and what a clerk should check about it. */
export interface Identity {
  /** `2022/013`; null where the text gives no number or no year. */
  readonly id: string | null;
  readonly doubts: readonly string[];
}

const FULL_DATE = /(20\d\d)年\d{1,2}月\d{1,2}日/;
const CHINESE_DATE = /([二〇○零一二三四五六七八九]{4})年[一二三四五六七八九十]{1,3}月/;
const NUMBER = /^(?:.{0,20}[^\d〕])?第(\d{1,4})[号期]$/;
const DOCUMENT_NUMBER = /〔20\d\d〕第?(\d{1,4})号$/;
const SESSION =
  /第(\d{1,4}|[一二三四五六七八九十]{1,4})次([^，。；：《》]{0,12}?(?:常务|专题|市长办公|县长办公|区长办公|办公|全体|联席|规划委员会|规委会)[^，。；：《》]{0,8}?会)?/g;
/** The letters before a session ordinal, by the kind of meeting. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/规划委员会|规委会/, 'gwh'],
  [/专题/, 'zth'],
  [/联席/, 'lxh'],
  [/全体/, 'qth'],
  [/办公会/, 'bgh'],
];

/**
 * Reads the id of the repaired text: the year of the meeting, then the minutes number (第13号 →
 * 013), else the ordinal of the meeting (第47次 → cwh-047).
 */
export function identify(blocks: readonly Block[]): Identity {
  const lines = blocks.slice(0, 12).map(({ text }) => text.replace(/\s+/g, ''));
  const opening = blocks.find(({ text }) => /主持|召开/.test(text))?.text.replace(/\s+/g, '') ?? '';
  const year = yearOf(opening, lines, blocks);
  const name = nameOf(lines, opening);
  const doubts = [...year.doubts, ...name.doubts];
  if (!year.value || !name.value) return { id: null, doubts };
  return { id: `${year.value}/${name.value}`, doubts };
}

interface Part {
  readonly value: string | null;
  readonly doubts: readonly string[];
}

function yearOf(opening: string, lines: readonly string[], blocks: readonly Block[]): Part {
  const held = FULL_DATE.exec(opening.slice(0, 80))?.[1];
  if (held) return { value: held, doubts: [] };
  const tail = blocks.slice(-8).map(({ text }) => text.replace(/\s+/g, ''));
  for (const line of [...lines, ...tail]) {
    const year =
      FULL_DATE.exec(line)?.[1] ??
      chineseYear(line) ??
      /〔(20\d\d)〕/.exec(line)?.[1] ??
      /(20\d\d)年/.exec(line)?.[1];
    if (year) return { value: year, doubts: [`正文没有写明会议年份，按“${line.slice(0, 24)}”取 ${year} 年`] };
  }
  return { value: null, doubts: ['没有读到会议年份'] };
}

function chineseYear(line: string): string | undefined {
  const digits = CHINESE_DATE.exec(line)?.[1]?.replace(/[○零]/g, '〇');
  const year =
    digits &&
    Array.from(digits)
      .map((digit) => '〇一二三四五六七八九'.indexOf(digit))
      .join('');
  return year && year.startsWith('20') ? year : undefined;
}

function nameOf(lines: readonly string[], opening: string): Part {
  for (const line of lines) {
    if (line.length > 40) break;
    const number = NUMBER.exec(line)?.[1] ?? DOCUMENT_NUMBER.exec(line)?.[1];
    if (number) return { value: number.padStart(3, '0'), doubts: [] };
  }
  for (const text of [opening, ...lines.slice(0, 6)]) {
    for (const match of text.slice(0, 400).matchAll(SESSION)) {
      const ordinal = /\d/.test(match[1] ?? '') ? Number(match[1]) : numeralValue(match[1] ?? '');
      if (Number.isNaN(ordinal)) continue;
      return { value: `${kindOf(match[2] ?? text)}-${String(ordinal).padStart(3, '0')}`, doubts: [] };
    }
  }
  return { value: null, doubts: ['没有读到纪要编号和会议次数'] };
}

function kindOf(text: string): string {
  return KINDS.find(([kind]) => kind.test(text))?.[1] ?? 'cwh';
}
