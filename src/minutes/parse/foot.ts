import type { Distribution, Fact, Foot } from '../model.ts';
import type { Span } from '../places.ts';
import { findDates, type PrintedDate } from './dates.ts';
import { factAt, type Reading } from './reading.ts';

/** 会议还研究了其他事项, also 其他工作, 其它事宜. */
export const OTHER_MATTERS =
  /^会议还(?:研究|讨论|审议|听取|通报)(?:了|并)?[^，。]{0,30}其[他它](?:有关)?(?:事项|事宜|工作|问题|议题)/u;

const ATTENDANCE_LABEL =
  /^(?:出席|列席|请假|缺席|参加|参会|到会|固定列席|邀请列席|特邀列席|应邀列席|记录|记录人|整理人|主持|主持人)(?:人员|领导|单位|会议|部门|代表|委员|同志)*(?:[（(][^）)]{1,12}[）)])?[：:]/u;
const BARE_ATTENDANCE = /^(?:出席|列席)(?!会议|了|的|人数|本次|情况)[\u4e00-\u9fff]{2,4}(?:[、，,]|$)/u;
const DISTRIBUTION_LABEL = /^(主送|抄送|抄报|分送|发送|本期发|发|送|报)[：:]/u;
const NOTE = /^[（(]((?:此件|本件|此文|此纪要)[^（）()]{1,20})[）)]$/u;
const COMPILED = /^([^，。：]{3,40}?)(?:(?:\d{4}|[二〇○零一三四五六七八九]{4})年[^，。]{2,10}日)?整理$/u;
const DATE_LINE =
  /^[（(]?(?:\d{4}|[二〇○零一三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[）)]?$/u;
const ISSUED = /印发$/u;

/** 出席 张三 李四: a label that only a space sets apart from the names. */
export const SPACED_LABEL = /^(?:出\s*席|列\s*席)[ \t\u3000]+(?!会\s*议)[\u4e00-\u9fff]{2}/u;

/**
 * Whether a block belongs to what follows the items: attendance lists, compiling and issuing
 * lines, 附注, distribution. `text` is without white space.
 */
export function isTailBlock(text: string, official = ''): boolean {
  return (
    SPACED_LABEL.test(official) ||
    ATTENDANCE_LABEL.test(text) ||
    BARE_ATTENDANCE.test(text) ||
    DISTRIBUTION_LABEL.test(text) ||
    NOTE.test(text) ||
    COMPILED.test(text) ||
    DATE_LINE.test(text) ||
    (ISSUED.test(text) && text.length < 60 && findDates(text).length > 0 && !text.includes('，'))
  );
}

/** The end part of a document as far as it isn't attendance. */
export interface FootReading {
  readonly foot: Foot;
  readonly distribution: Distribution;
  /** Under 整理. */
  readonly compiled: PrintedDate | null;
  /** In the 印发 line. */
  readonly issued: PrintedDate | null;
  /** The office of the 印发 line. */
  readonly issuer: Fact<string> | null;
}

/**
 * Reads the lines behind the items. Accepted: `‹office›整理` with the date on the same or the next
 * line; `‹office›‹date›印发` on one or two lines; `（此件公开发布）`; 主送/发/本期发 and 抄送/送/抄报
 * with a full-width or half-width colon; 会议还研究了其他事项.
 */
export function readFoot(reading: Reading, lines: readonly Span[]): FootReading {
  const found: {
    compiledBy: Fact<string> | null;
    note: Fact<string> | null;
    otherMatters: Fact<string> | null;
    to: Fact<string> | null;
    cc: Fact<string> | null;
    compiled: PrintedDate | null;
    issued: PrintedDate | null;
    issuer: Fact<string> | null;
  } = {
    compiledBy: null,
    note: null,
    otherMatters: null,
    to: null,
    cc: null,
    compiled: null,
    issued: null,
    issuer: null,
  };
  for (const [index, span] of lines.entries()) {
    const text = reading.text.slice(span.start, span.end);
    const other = /会议还(?:研究|讨论|审议|听取|通报)[^，。]{0,30}其[他它][^，。]{2,6}/u.exec(text);
    if (other !== null) found.otherMatters ??= factAt(reading, within(span, other.index, other[0].length));
    const note = NOTE.exec(text);
    if (note?.[1] !== undefined) found.note ??= factAt(reading, within(span, 1, note[1].length));
    const compiled = COMPILED.exec(text);
    if (compiled?.[1] !== undefined) {
      found.compiledBy ??= factAt(reading, within(span, 0, compiled[1].length));
      found.compiled ??= dateIn(reading, span) ?? dateLine(reading, lines[index + 1]);
    }
    if (ISSUED.test(text) && text.length < 80) readIssueLine(reading, lines, index, found);
    readDistribution(reading, span, text, found);
  }
  return {
    foot: { compiledBy: found.compiledBy, note: found.note, otherMatters: found.otherMatters },
    distribution: { to: found.to, cc: found.cc },
    compiled: found.compiled,
    issued: found.issued,
    issuer: found.issuer,
  };
}

function readIssueLine(
  reading: Reading,
  lines: readonly Span[],
  index: number,
  found: { issued: PrintedDate | null; issuer: Fact<string> | null },
): void {
  const span = lines[index];
  const date = span === undefined ? null : dateIn(reading, span);
  if (span === undefined || date === null) return;
  found.issued ??= date;
  const office =
    date.span.start > span.start ? { start: span.start, end: date.span.start } : lines[index - 1];
  if (office === undefined) return;
  const name = reading.text.slice(office.start, office.end);
  if (/(?:办公室|政府|委员会|办|委|局|办公厅)$/u.test(name) && !/[：:，。]/u.test(name))
    found.issuer ??= factAt(reading, office);
}

function readDistribution(
  reading: Reading,
  span: Span,
  text: string,
  found: { to: Fact<string> | null; cc: Fact<string> | null },
): void {
  const label = DISTRIBUTION_LABEL.exec(text);
  if (label === null) return;
  const start = span.start + label[0].length;
  const end = text.endsWith('。') ? span.end - 1 : span.end;
  if (end <= start) return;
  const side = ['主送', '本期发', '发', '分送', '发送'].includes(label[1] ?? '') ? 'to' : 'cc';
  found[side] ??= factAt(reading, { start, end });
}

function within(span: Span, offset: number, length: number): Span {
  return { start: span.start + offset, end: span.start + offset + length };
}

function dateIn(reading: Reading, span: Span): PrintedDate | null {
  const date = findDates(reading.text.slice(span.start, span.end))[0];
  return date === undefined
    ? null
    : { ...date, span: within(date.span, span.start, date.span.end - date.span.start) };
}

function dateLine(reading: Reading, span: Span | undefined): PrintedDate | null {
  return span !== undefined && DATE_LINE.test(reading.text.slice(span.start, span.end))
    ? dateIn(reading, span)
    : null;
}
