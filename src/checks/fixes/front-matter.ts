import { isIsoDate } from '../../minutes/front-matter.ts';

/** Names that staff write in Chinese or with capitals. */
const KEYS: Readonly<Record<string, string>> = {
  公开属性: 'disclosure',
  公开方式: 'disclosure',
  发布时间: 'published',
  发布日期: 'published',
  会议日期: 'held',
  整理日期: 'compiled',
  印发日期: 'issued',
};
const DATES: ReadonlySet<string> = new Set(['held', 'issued', 'compiled']);
const FIELD = /^([A-Za-z]+|\p{Script=Han}{4})\s*(?:：\s*|:(?=\S)|:\s+)(.*)$/u;

/**
 * One line of the front matter in its proper form: half-width colon and a space behind it, dates as
 * `2022-07-09`, times as `17:00`. A line that is no plain field, and a value that can't be read, stays.
 */
export function fixField(line: string): string {
  const trimmed = line.trimEnd();
  const match = FIELD.exec(trimmed);
  if (match === null) return trimmed;
  const [, written = '', value = ''] = match;
  const key = KEYS[written] ?? written.toLowerCase();
  const fixed = fixValue(key, value);
  return fixed === value && key === written && trimmed.startsWith(`${written}: `)
    ? trimmed
    : `${key}: ${fixed}`.trimEnd();
}

function fixValue(key: string, value: string): string {
  const bare = value.replace(/^(["'“‘])(.*)["'”’]$/u, '$2').trim();
  if (key === 'published') return timeOf(bare) ?? value;
  if (DATES.has(key)) return dayOf(halfWidth(bare)) ?? value;
  if (key === 'disclosure') return /^[\u4e00-\u9fff]+$/u.test(bare) ? bare : value;
  return value;
}

function timeOf(text: string): string | null {
  const match = /^(\d{4}\D\S*?)(?:\s+|T|(?<=日))(\d{1,2})(?::|时|点)(\d{1,2})(?:分?|:00)$/u.exec(
    halfWidth(text),
  );
  const day = dayOf(match?.[1] ?? '');
  const [hour, minute] = [Number(match?.[2]), Number(match?.[3])];
  if (day === null || !(hour < 24 && minute < 60)) return null;
  return `${day} ${pad(hour)}:${pad(minute)}`;
}

function dayOf(text: string): string | null {
  const match = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/u.exec(text);
  const day = `${match?.[1] ?? ''}-${pad(Number(match?.[2]))}-${pad(Number(match?.[3]))}`;
  return isIsoDate(day) ? day : null;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** Digits, colons and hyphens typed in full width. */
function halfWidth(text: string): string {
  return text.normalize('NFKC').replaceAll(/[—–−]/gu, '-');
}
