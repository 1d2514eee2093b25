import type { Fact } from '../model.ts';
import type { Line } from './lines.ts';
import type { Span } from '../places.ts';
import { factAt, type Reading } from './reading.ts';

const TITLE = /^[^。：]{0,50}纪要(?=[（(]?第?[^，。]{0,12}[号期][）)]?$|[（(][^（）()]{1,20}[）)]$|$)/u;
/** A first title line that holds only the body: ‹区›人民政府 / 2026年第1次常务会议纪要. */
const BODY_LINE = /^[^，。：]{2,40}(?:政府|委员会|管委会|办公室|办事处|党组|领导小组|指挥部|街道|镇|乡|局)$/u;
/** A headline: one line without marks that says who held which meeting. */
const HEADLINE = /^[^，。：；>》]{6,50}(?:会议|常务会)[^，。：；>》]{0,8}$/u;
const OPENS_WITHOUT_BODY =
  /^(?:(?:\d{4}|[二〇零一三四五六七八九]{4})年|第|常务|党组|专题|会议纪要|全体|办公|党政|局长|主任|市长|县长|区长|镇长)/u;

/** The title of a document, and the first of two lines when it names only the body. */
export interface TitleReading {
  readonly title: Fact<string>;
  readonly span: Span;
  /** The line, or the start of the title, that names the body: 昆都仑区人民政府 in a two-line title. */
  readonly body: Fact<string> | null;
}

/**
 * The title line: it ends in 纪要 (a number or bracket behind it is cut off), or is a first-level
 * heading; a line before it that only names the body is joined. Null when the text has none.
 */
export function readTitle(reading: Reading, lines: readonly Line[]): TitleReading | null {
  const index = titleIndex(lines);
  const line = lines[index];
  if (line === undefined) return null;
  const previous = lines[index - 1];
  const length = TITLE.exec(line.text)?.[0].length ?? line.text.length;
  const end = line.span.start + length;
  const joined =
    previous !== undefined &&
    previous.depth <= 1 &&
    BODY_LINE.test(previous.text) &&
    OPENS_WITHOUT_BODY.test(line.text);
  const split = index >= 0 && !joined ? titleOverTwoHeadings(lines, index) : null;
  const span = { start: joined ? previous.span.start : line.span.start, end: split ?? end };
  const title = joinLines(reading, span);
  const body =
    /^[\u4e00-\u9fff]{2,12}?(?:省|市|县|区|州|旗|盟|镇|乡|街道)[\u4e00-\u9fff]{0,6}?人民政府(?=[\u4e00-\u9fff\d]*纪要)/u.exec(
      line.text,
    );
  const bodySpan = joined
    ? previous.span
    : body === null
      ? BODY_LINE.test(line.text) && split !== null
        ? line.span
        : null
      : { start: line.span.start, end: line.span.start + body[0].length };
  return { title, span, body: bodySpan === null ? null : factAt(reading, bodySpan) };
}

/** The line of the title: a first-level heading or …纪要, else a headline of a news report. */
function titleIndex(lines: readonly Line[]): number {
  const index = lines.findIndex(({ text, depth }) => depth === 1 || TITLE.test(text));
  return index >= 0 ? index : lines.slice(0, 4).findIndex(({ text }) => HEADLINE.test(text));
}

/** Where a first-level heading without 纪要 is followed by the line that has it. */
function titleOverTwoHeadings(lines: readonly Line[], index: number): number | null {
  const [line, next] = [lines[index], lines[index + 1]];
  if (line === undefined || next === undefined || TITLE.test(line.text) || !BODY_LINE.test(line.text))
    return null;
  return TITLE.test(next.text) ? next.span.start + (TITLE.exec(next.text)?.[0].length ?? 0) : null;
}

/** The official text of a span, its line breaks taken for spaces. */
function joinLines(reading: Reading, span: Span): Fact<string> {
  const fact = factAt(reading, span);
  return { ...fact, value: fact.value.replace(/\s*\n\s*/gu, ' ') };
}

const NUMBER_FORMS: readonly RegExp[] = [
  /^[（(]?((?:总)?第[\d一二三四五六七八九十百〇零]{1,5}[号期])[）)]?$/u,
  /^[（(]?([\u4e00-\u9fff]{0,14}[〔[（(【]\d{4}[〕\]）)】]第?\d{1,4}[号期])[）)]?$/u,
  /^[（(]?((?:[\u4e00-\u9fff\d]{0,24}届[\u4e00-\u9fff]{0,12})?第[\d一二三四五六七八九十百〇零]{1,5}次)[）)]?$/u,
  /^[（(]?((?:\d{4}|[二〇零一三四五六七八九]{4})年第?[\d一二三四五六七八九十]{1,4}[号期])[）)]?$/u,
];

/**
 * The number line as printed: 第13号, （第5期）, 长府会议纪要〔2025〕2号, 第47次, 十九届县政府第97次; also
 * behind the title on the same line. An empty 文号： of a page's table is none.
 */
export function readNumber(
  reading: Reading,
  lines: readonly Line[],
  title: TitleReading | null,
): Fact<string> | null {
  for (const { span, text } of lines) {
    const rest =
      title !== null && span.start < title.span.end && title.span.end < span.end
        ? title.span.end - span.start
        : 0;
    for (const form of NUMBER_FORMS) {
      const match = form.exec(text.slice(rest));
      if (match?.[1] === undefined) continue;
      const start = span.start + rest + match[0].indexOf(match[1]);
      return factAt(reading, { start, end: start + match[1].length });
    }
  }
  return null;
}
