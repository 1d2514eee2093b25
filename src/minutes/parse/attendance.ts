import type { BureauLexicon } from '../lexicon.ts';
import type { Attendance, ObserverUnit, Person } from '../model.ts';
import type { Span } from '../places.ts';
import { isTailBlock, SPACED_LABEL } from './foot.ts';
import { readEntry, readObservers } from './observers.ts';
import { readProseAttendance } from './prose-attendance.ts';
import type { Reading } from './reading.ts';
import { splitRoster } from './roster.ts';
import { isDottedName } from './surnames.ts';
import type { Line } from './lines.ts';

type Role = 'present' | 'observer' | 'absent' | 'recorder';

const WHO = '(?:人员|领导|单位|会议|部门|代表|委员|同志)*(?:（[^）]{1,12}）)?';
const LABELS: readonly (readonly [RegExp, Role | null])[] = [
  [new RegExp(`^(?:出席|参加|参会|到会)${WHO}：`, 'u'), 'present'],
  [new RegExp(`^(?:固定|邀请|特邀|应邀)?列席${WHO}：`, 'u'), 'observer'],
  [/^(?:出席)(?!会议|了|的|人数|情况)(?=[\u4e00-\u9fff]{2,4}(?:[、，]|$))/u, 'present'],
  [/^(?:列席)(?!会议|了|的|相关|人数|情况)(?=[\u4e00-\u9fff]{2,4}(?:[、，]|$))/u, 'observer'],
  [/^(?:请假|缺席)(?:人员|领导|单位)*：/u, 'absent'],
  [/^(?:记录|记录人|记录员|整理人)：/u, 'recorder'],
  [/^(?:主持|主持人)：/u, null],
];
/** （一）邀请列席：, 固定列席：, 第一至五议题：, 第九议题：, 县直部门：. */
const GROUP = /^(?:[（(][一二三四五六七八九十]{1,3}[）)])?([\u4e00-\u9fff\d、至—-]{2,16})[：:]/u;
const GROUP_MARK = /^[（(][一二三四五六七八九十]{1,3}[）)]/u;

/**
 * Reads who was there. Accepted: 出席/列席/请假/记录 with a colon, with spaces inside the label, or
 * without colon before names; lists that go on over paragraphs; groups; and, where no list is
 * printed, the prose of the head (…出席会议。…列席会议。). `lines` are those of head and tail in order.
 */
export function readAttendance(reading: Reading, lines: readonly Line[], lexicon: BureauLexicon): Attendance {
  const lists = collectLists(lines);
  if (lists.length === 0) return readProseAttendance(reading, lines, lexicon);
  const passages = lists.flatMap(({ role, spans }) => {
    const actual = role === 'present' && namesBodies(reading, spans, lexicon) ? 'observer' : role;
    return spans.map((span, index) => ({ role: actual, span, index }));
  });
  const official = (role: Role): readonly Span[] =>
    passages.filter((passage) => passage.role === role).map(({ span }) => reading.original(span));
  const observers = passages.flatMap(({ role, span, index }) =>
    role === 'observer' ? readGroup(reading, span, lexicon, index) : [],
  );
  const [first] = lists;
  const last = lists.at(-1);
  const whole = first === undefined || last === undefined ? null : { start: first.start, end: last.end };
  return {
    span: whole === null ? null : reading.original(whole),
    present: official('present').flatMap((span) => readPeople(reading.official, span)),
    observers: joinSpaced(observers),
    absent: official('absent').flatMap((span) => readAbsent(reading.official, span)),
    recorder: official('recorder').flatMap((span) => readPeople(reading.official, span))[0] ?? null,
  };
}

interface List {
  readonly role: Role;
  readonly start: number;
  end: number;
  /** The content of each line, without label. */
  readonly spans: Span[];
}

function collectLists(lines: readonly Line[]): List[] {
  const lists: List[] = [];
  let current: List | null = null;
  for (const { span, text, official } of lines) {
    const label = labelOf(text, official);
    if (label !== null) {
      current =
        label.role === null ? null : { role: label.role, start: span.start, end: span.end, spans: [] };
      if (current === null) continue;
      lists.push(current);
      if (span.start + label.length < span.end)
        current.spans.push({ start: span.start + label.length, end: span.end });
    } else if (isTailBlock(text, official) || /会议还/u.test(text)) current = null;
    else if (current !== null) {
      current.spans.push(span);
      current.end = span.end;
    }
  }
  return lists;
}

/** The label a line begins with, its length in the reading, and whose list it opens. */
function labelOf(
  text: string,
  official: string,
): { readonly role: Role | null; readonly length: number } | null {
  for (const [form, role] of LABELS) {
    const match = form.exec(text);
    if (match !== null) return { role, length: match[0].length };
  }
  if (!SPACED_LABEL.test(official)) return null;
  return { role: text.startsWith('出席') ? 'present' : 'observer', length: 2 };
}

/** One line of observers, its group label taken off; a label that is a body is the body of the names. */
function readGroup(reading: Reading, span: Span, lexicon: BureauLexicon, index: number): ObserverUnit[] {
  const text = reading.text.slice(span.start, span.end);
  const label = GROUP.exec(text);
  if (label?.[1] === undefined) {
    const mark = index === 0 || GROUP_MARK.test(text) ? (GROUP_MARK.exec(text)?.[0].length ?? 0) : 0;
    return readObservers(
      reading.official,
      reading.original({ start: span.start + mark, end: span.end }),
      null,
      lexicon,
    );
  }
  const content = { start: span.start + label[0].length, end: span.end };
  const name = label[1];
  const units = readObservers(reading.official, reading.original(content), name, lexicon);
  const nameStart = span.start + label[0].indexOf(name);
  const registered = lexicon.longestAt(name, 0, { bare: true });
  if (!/(?:办|办公室|局|委|府|会|中心|院|部)$/u.test(name) || units.some(({ unit }) => unit !== null))
    return units;
  const unit = {
    text: name,
    span: reading.original({ start: nameStart, end: nameStart + name.length }),
    bureaus: registered?.length === name.length ? registered.bureaus : [],
  };
  return [{ unit, names: units.flatMap(({ names }) => names), represented: false, group: null }];
}

/** Consecutive entries without body, of the same group, are one. */
function joinSpaced(units: readonly ObserverUnit[]): ObserverUnit[] {
  const joined: { readonly unit: ObserverUnit; readonly names: Person[] }[] = [];
  for (const unit of units) {
    const last = joined.at(-1);
    if (last !== undefined && last.unit.unit === null && unit.unit === null && last.unit.group === unit.group)
      for (const name of unit.names) last.names.push(name);
    else joined.push({ unit, names: [...unit.names] });
  }
  return joined.map(({ unit, names }) => ({ ...unit, names }));
}

const OFFICE_BEFORE_NAME =
  /^.*(?:书记|市长|县长|区长|州长|旗长|镇长|乡长|主席|主任|局长|部长|秘书长|常委|委员|成员|组长|总经理|董事长|检察长|院长)(?=[\u3400-\u9fff·]{2,})/u;

/** The people of a 出席 list; offices and bodies written before the names are left away. */
function readPeople(official: string, span: Span): Person[] {
  return splitRoster(official, span).flatMap(({ text, span: at }) => {
    const bare = text.replace(/^[（(][^）)]*[）)]/u, '').replace(/[（(].*[）)]$/u, '');
    const name = bare.replace(OFFICE_BEFORE_NAME, '');
    if (!isPerson(name)) return [];
    const start = at.start + Math.max(0, official.slice(at.start, at.end).indexOf(name));
    return [{ name, span: name.length === text.length ? at : { start, end: start + name.length } }];
  });
}

/** A name of a list of people: short, or dotted, or a longer one that names no kind of people. */
function isPerson(name: string): boolean {
  if (isDottedName(name) || /^[\u3400-\u9fff\uf900-\ufaff]{2,4}$/u.test(name)) return true;
  return (
    /^[\u3400-\u9fff]{5,7}$/u.test(name) && !/(?:人员|成员|领导|干部|单位|部门|同志|代表|委员)$/u.test(name)
  );
}

/** 请假：‹name›（reason）, also with body and office in front: 县水务局局长‹name›. */
function readAbsent(official: string, span: Span): (Person & { reason: string | null })[] {
  return splitRoster(official, span).flatMap(({ text, span: at }) => {
    const match = /^([^（(]{2,24})(?:[（(](.+)[）)])?$/u.exec(text);
    if (match?.[1] === undefined) return [];
    const name = match[1].replace(OFFICE_BEFORE_NAME, '');
    const start = at.start + match[1].length - name.length;
    return [{ name, span: { start, end: start + name.length }, reason: match[2] ?? null }];
  });
}

/** 参加会议人员：市发改委‹name›，…: a list of bodies is one of observers, whatever its label. */
function namesBodies(reading: Reading, spans: readonly Span[], lexicon: BureauLexicon): boolean {
  const entries = spans.flatMap((span) =>
    splitRoster(reading.official, reading.original(span)).map((piece) => readEntry(piece, lexicon)),
  );
  return entries.filter(({ unit, name }) => unit !== null && name !== null).length > entries.length / 2;
}
