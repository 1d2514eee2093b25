import type { BureauLexicon } from '../lexicon.ts';
import type { Attendance, ObserverUnit, Person } from '../model.ts';
import type { Span } from '../places.ts';
import { bodyListAt, mentionOf } from './bodies.ts';
import { readObservers } from './observers.ts';
import type { Reading } from './reading.ts';
import { splitSentences } from './sentences.ts';
import { isName } from './surnames.ts';
import type { Line } from './lines.ts';

const OFFICE_END =
  /^.*(?:书记|省长|市长|县长|区长|州长|旗长|镇长|乡长|主席|主任|局长|部长|秘书长|常委|领导|委员|成员|组长|调研员|总经理|董事长|检察长|院长|政委|同志)(?=[\u3400-\u9fff·]{2,})/u;

/**
 * Who was there by the prose of the head: ‹office›‹name›，‹office›‹name、name›出席会议。 …负责人列席会议。
 * Only what has the form of a name is taken as one.
 */
export function readProseAttendance(
  reading: Reading,
  lines: readonly Line[],
  lexicon: BureauLexicon,
): Attendance {
  const parts = lines
    .flatMap(({ span }) => splitSentences(reading.text, span))
    .flatMap((sentence) => splitAtRoles(reading.text, sentence));
  return {
    span: null,
    present: parts.flatMap(({ role, span }) => (role === 'present' ? peopleIn(reading, span) : [])),
    observers: parts.flatMap(({ role, span }) =>
      role === 'observer' ? observersIn(reading, span, lexicon) : [],
    ),
    absent: [],
    recorder: null,
  };
}

function splitAtRoles(text: string, { start, end }: Span): { role: 'present' | 'observer'; span: Span }[] {
  const parts: { role: 'present' | 'observer'; span: Span }[] = [];
  let from = start;
  for (const match of text
    .slice(start, end)
    .matchAll(
      /(?:应邀)?(出席|参加|列席)(?:了)?(?:(?:本次|此次)?(?:会议|相关议题|有关议题|部分议题)|(?=[。，]))/gu,
    )) {
    const at = start + match.index;
    parts.push({ role: match[1] === '列席' ? 'observer' : 'present', span: { start: from, end: at } });
    from = at + match[0].length;
  }
  return parts;
}

function peopleIn(reading: Reading, span: Span): Person[] {
  return piecesOf(reading.text, span).flatMap(({ text, start }) => {
    const office = OFFICE_END.exec(text)?.[0].length ?? 0;
    const name = text.slice(office);
    if (!isName(name)) return [];
    return [{ name, span: reading.original({ start: start + office, end: start + text.length }) }];
  });
}

/** ‹body›副主任‹name›、…: entries; 区财政局、人社局等单位及各镇主要领导: bodies; else the group as it is called. */
function observersIn(reading: Reading, span: Span, lexicon: BureauLexicon): ObserverUnit[] {
  const start = span.start + (/^[，。、]/u.test(reading.text.slice(span.start)) ? 1 : 0);
  if (span.end - start < 2) return [];
  const whole = reading.original({ start, end: span.end });
  const entries = readObservers(reading.official, whole, null, lexicon);
  if (entries.some(({ names }) => names.length > 0)) return entries;
  const list = bodyListAt(reading.text, start, span.end, lexicon);
  const named = list === null || list.bodies.length < 2 ? [] : list.bodies;
  const from = named.length === 0 || list === null ? start : skipJoin(reading.text, list.end, span.end);
  const rest = from < span.end ? [groupOf(reading, { start: from, end: span.end })] : [];
  return [
    ...named.map((body) => ({ unit: mentionOf(reading, body), names: [], represented: true, group: null })),
    ...rest,
  ];
}

function skipJoin(text: string, at: number, end: number): number {
  return /^[及和与、，]/u.test(text.slice(at, at + 1)) ? Math.min(end, at + 1) : at;
}

function groupOf(reading: Reading, span: Span): ObserverUnit {
  const original = reading.original(span);
  const text = reading.official.slice(original.start, original.end);
  return { unit: { text, span: original, bureaus: [] }, names: [], represented: true, group: null };
}

function piecesOf(text: string, { start, end }: Span): { text: string; start: number }[] {
  const pieces: { text: string; start: number }[] = [];
  let from = start;
  for (const part of text.slice(start, end).split(/[、，和及]/u)) {
    if (part !== '') pieces.push({ text: part, start: from });
    from += part.length + 1;
  }
  return pieces;
}
