import type { Chair, Fact } from '../model.ts';
import type { Span } from '../places.ts';
import { numberOf } from './numerals.ts';
import { factAt, factOf, type Reading } from './reading.ts';
import { plainText } from './signs.ts';
import type { Line } from './lines.ts';
import { isDottedName, isHanName } from './surnames.ts';

/** The sentence that says who held which meeting where, as a span of the reading. */
export function findOpening(lines: readonly Line[]): Line | null {
  const sentences = lines.filter(({ text }) => /[，。]/u.test(text));
  return (
    sentences.find(({ text }) => /主持(?:召开|了|会议)|主持并/u.test(text)) ??
    sentences.find(({ text }) => /召开[^，。]{0,30}会议|会议[^，。]{0,40}召开/u.test(text)) ??
    null
  );
}

const MEETING =
  /(?:主持召开|主持|召开)了?((?!召开|了)(?:[^，。；：、\n]|(?<=届|次)、){2,44}?会议)(?=[，。；：、\n（(]|$)/u;

/** ‹body›2026年第二次会议在…召开: the meeting stands before the verb. */
const MEETING_FIRST =
  /(?:^|[日午上，])([^，。；：、\n日]{4,44}?会议)(?=(?:在[^，。；：\n]{2,30})?(?:召开|举行))/u;

/** The meeting as the opening sentence names it, from behind 召开 to its first 会议. */
export function readSession(reading: Reading, opening: Line): Fact<string> | null {
  const match = MEETING.exec(opening.text) ?? MEETING_FIRST.exec(opening.text);
  if (match?.[1] === undefined || match[1].length < 4) return null;
  const start = opening.span.start + match.index + match[0].length - match[1].length;
  return factAt(reading, { start, end: start + match[1].length });
}

/** 9 of 市政府第9次常务会议; null when no 第…次 is printed. */
export function sessionOrdinalOf(session: string): number | null {
  const match = /第([\d一二三四五六七八九十百〇零]{1,5})次/u.exec(plainText(session).replace(/\s+/gu, ''));
  return match?.[1] === undefined ? null : numberOf(match[1]);
}

/** 第13届, 十九届, 第十六届 of the session or number line. */
export function readTerm(reading: Reading, spans: readonly Span[]): Fact<string> | null {
  for (const span of spans) {
    const match = /第?[\d一二三四五六七八九十]{1,4}届/u.exec(reading.text.slice(span.start, span.end));
    if (match !== null)
      return factAt(reading, {
        start: span.start + match.index,
        end: span.start + match.index + match[0].length,
      });
  }
  return null;
}

const VENUE =
  /在([^，。；\n在]{2,30}?(?:会议室|室|楼|厅|会议中心|大厦|礼堂|会堂|会场|指挥中心))(?=主持|召开|举行|以|组织)/u;

/** Where the meeting was held: 在…会议室主持召开, or a line 地点：. */
export function readVenue(
  reading: Reading,
  opening: Line | null,
  lines: readonly Line[],
): Fact<string> | null {
  const match = opening === null ? null : VENUE.exec(opening.text);
  if (opening !== null && match?.[1] !== undefined) {
    const start = opening.span.start + match.index + 1;
    return factAt(reading, { start, end: start + match[1].length });
  }
  return labelled(reading, lines, /^(?:会议)?(?:地点|会址)[：:]/u);
}

/** 上午, 下午 or 晚上 behind the date of the opening sentence or of a line 时间：. */
export function readHeldPart(reading: Reading, lines: readonly Line[]): Fact<string> | null {
  for (const { span, text } of lines) {
    const match = /[日号](上午|下午|晚上|晚|中午)/u.exec(text);
    if (match?.[1] === undefined) continue;
    const start = span.start + match.index + 1;
    return factAt(reading, { start, end: start + match[1].length });
  }
  return null;
}

const OFFICE =
  /(?:代|副|常务副|党组)?(?:书记|省长|市长|区长|县长|州长|旗长|盟长|镇长|乡长|主席|主任|局长|部长|厅长|秘书长|专员|组长|总指挥|指挥长|会长|董事长|总经理|检察长|院长|常委|委员|成员|同志)/gu;

/**
 * The chair and the office beside the name: 胡卫江市长主持, 县委副书记、县长黄国杰主持, 受市长委托，…主持, or
 * a line 主持人：…. Null when no name can be told from the office.
 */
export function readChair(
  reading: Reading,
  opening: Line | null,
  lines: readonly Line[],
): Fact<Chair> | null {
  const label = labelled(reading, lines, /^(?:会议)?主持(?:人|者)?[：:]/u);
  if (label !== null && label.origin.kind === 'text')
    return splitChair(reading, reading.compact(label.origin.span));
  if (opening === null) return null;
  const passive = /会议由([^。；\n]{2,50}?)主持/u.exec(opening.text);
  if (passive?.[1] !== undefined) {
    const start = opening.span.start + passive.index + 3;
    return splitChair(reading, { start, end: start + passive[1].length });
  }
  const at = opening.text.search(/主持/u);
  if (at < 0) return null;
  const venue = VENUE.exec(opening.text);
  const before = opening.text.slice(0, venue !== null && venue.index < at ? venue.index : at);
  const start = chairStart(before);
  return splitChair(reading, { start: opening.span.start + start, end: opening.span.start + before.length });
}

/** Behind the date and its part of the day: 2022年7月2日下午，|胡卫江市长. */
function chairStart(before: string): number {
  const date = /^.*(?:[日号](?:上午|下午|晚上|晚|中午)?|年)(?:[\d：:时点分半]{0,8})[，,]?/u.exec(before);
  const start = date?.[0].length ?? 0;
  const entrusted = /^受.{2,30}?(?:委托|指派)，/u.exec(before.slice(start));
  if (entrusted !== null) return start + entrusted[0].length;
  const comma = before.lastIndexOf('，');
  return comma >= start && before.slice(comma + 1).length >= 2 ? comma + 1 : start;
}

function splitChair(reading: Reading, { start, end }: Span): Fact<Chair> | null {
  const bracketed = /^([^（(]{2,12})[（(]([^）)]{2,20})[）)]$/u.exec(reading.text.slice(start, end));
  if (bracketed?.[1] !== undefined && bracketed[2] !== undefined && isPerson(bracketed[1]))
    return factOf(reading, { name: bracketed[1], title: bracketed[2] }, { start, end });
  const text = reading.text
    .slice(start, end)
    .replace(/[。，]$/u, '')
    .replace(/(?<=.{3})同志$/u, '');
  const offices = [...text.matchAll(OFFICE)];
  const last = offices.at(-1);
  if (last === undefined)
    return isPerson(text) ? factOf(reading, { name: text, title: null }, { start, end }) : null;
  const lastEnd = last.index + last[0].length;
  const behind = text.slice(lastEnd).replace(/[（(].*$/u, '');
  if (isPerson(behind))
    return chairFact(reading, start, { name: behind, at: lastEnd }, { title: text.slice(0, lastEnd), at: 0 });
  const [first] = offices;
  const front = text.slice(0, first?.index ?? 0);
  for (const length of [3, 2, 4]) {
    const name = front.slice(0, length);
    if (
      isPerson(name) &&
      (front.length === length || /^(?:市|区|县|州|省|镇|乡|党|常|代|副|政)/u.test(front.slice(length)))
    )
      return chairFact(reading, start, { name, at: 0 }, { title: text.slice(length, lastEnd), at: length });
  }
  return null;
}

function chairFact(
  reading: Reading,
  start: number,
  name: { name: string; at: number },
  office: { title: string; at: number },
): Fact<Chair> {
  const nameFact = factAt(reading, { start: start + name.at, end: start + name.at + name.name.length });
  const title = factAt(reading, { start: start + office.at, end: start + office.at + office.title.length });
  const span = {
    start: start + Math.min(name.at, office.at),
    end: start + Math.max(name.at + name.name.length, office.at + office.title.length),
  };
  const without = office.title === '同志' || office.title === '';
  return factOf(reading, { name: nameFact.value, title: without ? null : title.value }, span);
}

function isPerson(text: string): boolean {
  return isHanName(text) || isDottedName(text);
}

function labelled(reading: Reading, lines: readonly Line[], label: RegExp): Fact<string> | null {
  for (const { span, text } of lines) {
    const match = label.exec(text);
    if (match !== null && match[0].length < text.length)
      return factAt(reading, {
        start: span.start + match[0].length,
        end: text.endsWith('。') ? span.end - 1 : span.end,
      });
  }
  return null;
}
