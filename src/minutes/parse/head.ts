import type { HeadOverrides } from '../front-matter.ts';
import type { Chair, Fact, Head, IsoDate } from '../model.ts';
import type { Span } from '../places.ts';
import { findDates, findNumericDates, isoOf, type PrintedDate } from './dates.ts';
import type { FootReading } from './foot.ts';
import {
  findOpening,
  readChair,
  readHeldPart,
  readSession,
  readTerm,
  readVenue,
  sessionOrdinalOf,
} from './opening.ts';
import { factAt, factOf, type Reading } from './reading.ts';
import { readNumber, readTitle } from './title.ts';
import type { Line } from './lines.ts';

/** What the head can hold besides what front matter alone states. */
export type HeadReading = Omit<
  Head,
  'disclosure' | 'disclosureReason' | 'redaction' | 'published' | 'archived'
>;

const OFFICE_LINE =
  /^([^，。：:；]{2,30}?(?:人民政府办公室|人民政府办公厅|政府办公室|政府办公厅|政府办|人民政府|管委会|管理委员会|委员会|委员会办公室|办公室|办公厅|办事处|领导小组办公室|局))((?:\d{4}|[二〇○零一三四五六七八九]{4})年.{2,10}日)?$/u;

/**
 * Reads the head: every field may be missing. The day of the meeting is the first date of the
 * opening sentence (or of a line 时间：); a year that isn't printed is taken from a full date of head,
 * foot or the `last` lines of the document. The issue date is that of an 印发 line or of a head line with the office.
 */
export function readHead(
  reading: Reading,
  span: Span,
  lines: readonly Line[],
  foot: FootReading,
  last: readonly Line[],
): HeadReading {
  const opening = findOpening(lines);
  const before = lines.filter((line) => opening === null || line.span.start < opening.span.start);
  const title = readTitle(reading, before);
  const number = readNumber(reading, before, title);
  const office = readOffice(reading, before, title?.span ?? null);
  const dated = heldDate(opening, lines);
  const near = [
    office.date,
    foot.issued,
    foot.compiled,
    ...bracketedDates(before),
    ...pageDates([...lines, ...last]),
    ...last.flatMap(datesOf),
  ].filter((date) => date !== null);
  const session = opening === null ? null : readSession(reading, opening);
  const numberSpan = number?.origin.kind === 'text' ? [reading.compact(number.origin.span)] : [];
  const sessionSpan = session?.origin.kind === 'text' ? [reading.compact(session.origin.span)] : [];
  return {
    span: reading.original(span),
    title: title?.title ?? null,
    issuer: office.issuer ?? foot.issuer ?? title?.body ?? null,
    number,
    session,
    sessionOrdinal: session === null ? null : sessionOrdinalOf(session.value),
    term: readTerm(reading, [...sessionSpan, ...numberSpan]),
    held: dated === null ? dayAlone(reading, opening, near) : dateFact(reading, dated, yearFor(dated, near)),
    heldPart: readHeldPart(reading, opening === null ? lines : [opening, ...lines]),
    issued: dateFactOrNull(reading, foot.issued ?? office.date),
    compiled: dateFactOrNull(reading, foot.compiled),
    chair: readChair(reading, opening, lines),
    venue: readVenue(reading, opening, lines),
  };
}

/** The office line of the head, with its date on the same line or the next. */
function readOffice(
  reading: Reading,
  lines: readonly Line[],
  title: Span | null,
): { issuer: Fact<string> | null; date: PrintedDate | null } {
  for (const [index, { span, text }] of lines.entries()) {
    if (title !== null && span.start >= title.start && span.start < title.end) continue;
    const match = OFFICE_LINE.exec(text);
    if (match?.[1] === undefined) continue;
    const issuer = factAt(reading, { start: span.start, end: span.start + match[1].length });
    const next = lines[index + 1];
    const date =
      datesOf({ span, text })[0] ??
      (next !== undefined && next.text.length < 16 && !/^[（(]/u.test(next.text)
        ? datesOf(next)[0]
        : undefined);
    return { issuer, date: date ?? null };
  }
  return { issuer: null, date: null };
}

function datesOf({ span, text }: Pick<Line, 'span' | 'text'>): PrintedDate[] {
  return findDates(text).map((date) => ({
    ...date,
    span: { start: span.start + date.span.start, end: span.start + date.span.end },
  }));
}

function heldDate(opening: Line | null, lines: readonly Line[]): PrintedDate | null {
  const at = opening?.text.search(/主持|召开/u) ?? -1;
  const first =
    opening === null ? undefined : datesOf({ span: opening.span, text: opening.text.slice(0, at) })[0];
  if (first !== undefined) return first;
  const labelled = lines.find(({ text }) => /^(?:会议)?(?:时间|日期)[：:]/u.test(text));
  if (labelled !== undefined) return datesOf(labelled)[0] ?? null;
  const bracketed = bracketedDates(lines)[0];
  return bracketed ?? (opening === null ? null : (datesOf(opening)[0] ?? null));
}

/** （二〇二五年十一月三日） under the title: the day of the meeting, not of the issue. */
function bracketedDates(lines: readonly Line[]): PrintedDate[] {
  return lines.filter(({ text }) => /^[（(].{6,16}[）)]$/u.test(text)).flatMap(datesOf);
}

/** 4日 of a news report: month and year are those of its publication, or the month before. */
function dayAlone(
  reading: Reading,
  opening: Line | null,
  others: readonly PrintedDate[],
): Fact<IsoDate> | null {
  const match = opening === null ? null : /(?<![\d月])(\d{1,2})日(?=[，,上下晚])/u.exec(opening.text);
  const other = others.find(({ year }) => year !== null);
  if (opening === null || match?.[1] === undefined || other === undefined) return null;
  const day = Number(match[1]);
  const month = day <= other.day ? other.month : other.month === 1 ? 12 : other.month - 1;
  const year = month > other.month ? (other.year ?? 0) - 1 : other.year;
  const span = {
    start: opening.span.start + match.index,
    end: opening.span.start + match.index + match[0].length,
  };
  return dateFact(reading, { year, month, day, span }, null);
}

/** 发布时间：2025-04-12 of a page's table: it tells the year, never a date of the minutes. */
function pageDates(lines: readonly Line[]): PrintedDate[] {
  return lines
    .filter(({ official }) => /(?:时间|日期)\s*[：:]\s*20\d{2}|^20\d{2}[-/.]\d/u.test(official))
    .flatMap(({ official }) => findNumericDates(official));
}

/** The year of the nearest full date; a meeting late in the year is issued early in the next. */
function yearFor(date: PrintedDate, others: readonly PrintedDate[]): number | null {
  const other = others.find(({ year }) => year !== null);
  if (other?.year === undefined || other.year === null) return null;
  return date.month > other.month + 1 ? other.year - 1 : other.year;
}

function dateFact(reading: Reading, date: PrintedDate, year: number | null): Fact<IsoDate> | null {
  const iso = isoOf(date, year);
  return iso === null ? null : factOf(reading, iso, date.span);
}

function dateFactOrNull(reading: Reading, date: PrintedDate | null): Fact<IsoDate> | null {
  return date === null ? null : dateFact(reading, date, null);
}

/** A value that staff state in a field of the front matter. */
function state<T>(field: string, value: T): Fact<T> {
  return { value, origin: { kind: 'staff', field } };
}

/** The head with what staff state in the front matter in place of what was read. */
export function overrideHead(head: HeadReading, overrides: HeadOverrides): HeadReading {
  const text = (
    field: 'title' | 'issuer' | 'number' | 'session' | 'term' | 'held' | 'issued' | 'compiled',
  ): Fact<string> | null => {
    const value = overrides[field];
    return value === undefined ? head[field] : state(field, value);
  };
  const session = text('session');
  return {
    ...head,
    title: text('title'),
    issuer: text('issuer'),
    number: text('number'),
    session,
    sessionOrdinal:
      overrides.session === undefined ? head.sessionOrdinal : sessionOrdinalOf(overrides.session),
    term: text('term'),
    held: text('held'),
    issued: text('issued'),
    compiled: text('compiled'),
    chair:
      overrides.chair === undefined
        ? head.chair
        : state<Chair>('chair', { name: overrides.chair, title: head.chair?.value.title ?? null }),
  };
}
