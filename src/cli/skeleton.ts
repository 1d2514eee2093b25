import { TO_FILL } from '../checks/to-fill.ts';
import type { IsoDate } from '../minutes/model.ts';

/** What a clerk knows of minutes that aren't written yet. */
export interface NewDocument {
  readonly year: number;
  /** 第…号; null when the series has no numbers. */
  readonly number: number | null;
  /** 第…次; null when the meetings aren't counted. */
  readonly session: number | null;
  readonly held: IsoDate;
  /** The title as printed, one entry for each line. */
  readonly title: readonly string[];
  /** From 0 to 99; 0 for minutes without headings. */
  readonly items: number;
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/**
 * The id of new minutes, in the forms that the import gives: `2026/013` by the number, `2026/cwh-009` by
 * the session, null where neither is known.
 */
export function idOfNew({ year, number, session }: NewDocument): string | null {
  if (number !== null) return `${String(year)}/${String(number).padStart(3, '0')}`;
  return session === null ? null : `${String(year)}/cwh-${String(session).padStart(3, '0')}`;
}

/**
 * The file of new minutes as far as it can be known: no value of `disclosure` and `published`, which only
 * a person can decide, so that it can't be published as it is; no official words, but places to fill.
 */
export function writeSkeleton(document: NewDocument): string {
  const { title, number, session, held, items } = document;
  const meeting = session === null ? '会议' : `第${String(session)}次会议`;
  const headings = Array.from({ length: items }, (_, index) => [
    `## ${numeralOf(index + 1)}、${TO_FILL}`,
    TO_FILL,
  ]);
  const blocks = [
    `# ${title.map(escapeText).join(' ')}`,
    ...(number === null ? [] : [`第${String(number)}号`]),
    `${chineseDate(held)}，${TO_FILL}主持召开${meeting}，审议${TO_FILL}，纪要如下：`,
    ...(items === 0 ? [TO_FILL] : headings.flat()),
  ];
  return `---\ndisclosure:\npublished:\n---\n\n${blocks.join('\n\n')}\n`;
}

/** 1 to 99: 十一, 二十, 三十二. */
function numeralOf(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return ten + (DIGITS[ones] ?? '');
}

/** `2026-11-20` → `2026年11月20日`, as minutes print it. */
function chineseDate(day: IsoDate): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${String(Number(month))}月${String(Number(date))}日`;
}

/** A backslash before ASCII punctuation is the dialect's only mark inside a heading. */
function escapeText(text: string): string {
  return text.replaceAll(/\\(?=[!-/:-@[-`{-~])/gu, '\\\\');
}
