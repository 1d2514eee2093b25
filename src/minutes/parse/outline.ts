import type { HeadingStyle } from '../model.ts';
import type { Span } from '../places.ts';
import { isTailBlock, OTHER_MATTERS } from './foot.ts';
import type { Line } from './lines.ts';
import { numberOf } from './numerals.ts';
import type { Reading } from './reading.ts';
import { firstSentenceEnd, splitSentences } from './sentences.ts';

/** Where one agenda item stands, before anything in it is read. Spans count in the reading. */
export interface OutlineItem {
  readonly number: Span | null;
  readonly style: HeadingStyle;
  readonly heading: Span | null;
  readonly parent: Span | null;
  readonly span: Span;
}

export interface Outline {
  readonly head: Span;
  readonly items: readonly OutlineItem[];
  readonly tail: Span;
}

/** The start of an item: at which offset, with which mark, and how its heading stands. */
interface Opening {
  readonly at: number;
  /** Index of the line it stands on. */
  readonly line: number;
  readonly number: Span | null;
  readonly headed: boolean;
  readonly parent: Span | null;
}

const CHINESE = /^([一二三四五六七八九十百]{1,4})(?:[、．.]|$)/u;
const BRACKETED = /^([（(][一二三四五六七八九十]{1,3}[）)])/u;
const TOPIC = /^[（(【]?((?:议题|第)[一二三四五六七八九十]{1,3}(?:项议题|项|个议题)?)[：:、）)】]/u;
const TAG = /^(.{2,90}?)([（(]议题[一二三四五六七八九十]{1,3}[）)])$/u;
const ARABIC = /^(\d{1,2})[.．、](?!\d)/u;
const ABOUT = /^关于[^。；！？]{4,60}(?:问题|事宜|事项|工作|情况|方案|意见|建议|请示)$/u;

/** What an item's heading or first sentence begins with when nothing numbers it. */
const ACTS =
  '(?:传达|学习|听取|审议|审定|审查|讨论|研究|通报|观看|部署|安排|原则|同意|通过|组织|集体学习|专题学习|集中学习|书面)';
const OPENS_ITEM = new RegExp(
  `^会议(?:首先|还|又|先后|分别|集中|专题|重点|一致|现场|并|书面|组织|共同|认真){0,2}${ACTS}`,
  'u',
);
const HEADING_VERB = new RegExp(`^(?:集中|专题|组织|再次|书面)?${ACTS}|^关于`, 'u');
const REMARK_OPENS = /^会议(?:指出|强调|要求|认为|明确|确定|决定|议定)/u;

/**
 * Finds where head, items and tail of a document stand. Accepted forms of items, tried in this
 * order: headings (`##`) and ordinals `一、` (own line, run-in or alone on the line); `议题一：`,
 * `第一项：` and `…（议题一）`; own-line headings 关于…问题; `1.` headings that have a body; `（一）` headings that
 * begin with a verb, mixed with unnumbered paragraphs under a parent sentence; paragraphs or
 * sentences that begin 会议听取/审议/传达…; at last paragraphs that begin 会议指出/强调/要求.
 */
export function outlineOf(reading: Reading, lines: readonly Line[]): Outline {
  const openings =
    firstNonEmpty([
      () => numberedOpenings(lines),
      () => topicOpenings(lines),
      () => aboutOpenings(lines),
      () => arabicOpenings(lines),
      () => unnumberedOpenings(reading, lines),
      () => remarkOpenings(lines),
    ]) ?? [];
  const first = openings[0]?.at ?? reading.text.length;
  const tail = tailStart(lines, openings.at(-1)?.at ?? openingEnd(lines), reading.text.length);
  const items = openings.map((opening, index) =>
    closeItem(reading.text, lines, opening, Math.min(openings[index + 1]?.at ?? tail, tail)),
  );
  return {
    head: { start: 0, end: Math.min(first, tail) },
    items,
    tail: { start: tail, end: reading.text.length },
  };
}

function firstNonEmpty(attempts: readonly (() => Opening[])[]): Opening[] | null {
  for (const attempt of attempts) {
    const found = attempt();
    if (found.length > 0) return found;
  }
  return null;
}

/** Blocks whose ordinals rise; Markdown headings below the title count with or without ordinal. */
function numberedOpenings(lines: readonly Line[]): Opening[] {
  const openings: Opening[] = [];
  let last = 0;
  for (const [line, { span, text, depth }] of lines.entries()) {
    const match = CHINESE.exec(text);
    const value = match?.[1] === undefined ? null : numberOf(match[1]);
    if (match?.[1] !== undefined && value !== null && value > last && value <= last + 5) {
      openings.push({
        at: span.start,
        line,
        number: markSpan(span, match),
        headed: depth >= 2,
        parent: null,
      });
      last = value;
    } else if (depth >= 2 && !isTailBlock(text) && !/[；，]$/u.test(text))
      openings.push({ at: span.start, line, number: headingNumber(span, text), headed: true, parent: null });
  }
  // Headings that are all （一）（二） may stand beside unnumbered items: those are read together.
  const onlyBracketed = openings.every(({ line }) => BRACKETED.test(lines[line]?.text ?? ''));
  return onlyBracketed && last === 0 ? [] : openings;
}

/** The ordinal of a heading in any form; null when it has none. */
function headingNumber(span: Span, text: string): Span | null {
  const tag = TAG.exec(text);
  if (tag?.[2] !== undefined)
    return { start: span.start + text.length - tag[2].length, end: span.start + text.length };
  const match = BRACKETED.exec(text) ?? TOPIC.exec(text) ?? ARABIC.exec(text);
  return match === null ? null : markSpan(span, match);
}

/** The span of a mark's first group: 三 of 三、, （一） of （一）, 议题一 of 议题一：. */
function markSpan(span: Span, match: RegExpExecArray): Span {
  const start = span.start + match[0].indexOf(match[1] ?? '');
  return { start, end: start + (match[1]?.length ?? 0) };
}

/** 议题一：…, 第一项：…, and headings with the tag behind them: 《…》（议题一）. */
function topicOpenings(lines: readonly Line[]): Opening[] {
  return lines.flatMap(({ span, text }, line): Opening[] => {
    const topic = TOPIC.exec(text);
    const tag = topic === null ? TAG.exec(text) : null;
    if (topic === null && tag === null) return [];
    const number = topic === null ? headingNumber(span, text) : markSpan(span, topic);
    return [{ at: span.start, line, number, headed: tag !== null, parent: null }];
  });
}

/** Own-line headings without ordinal: 关于城区学位供给有关问题. At least two, or they are chance. */
function aboutOpenings(lines: readonly Line[]): Opening[] {
  const found = lines.flatMap(({ span, text }, line): Opening[] =>
    ABOUT.test(text) ? [{ at: span.start, line, number: null, headed: true, parent: null }] : [],
  );
  return found.length >= 2 ? found : [];
}

/** `1.` headings that begin with a verb or 关于; an outline without bodies is none. */
function arabicOpenings(lines: readonly Line[]): Opening[] {
  const openings: Opening[] = [];
  for (const [line, { span, text }] of lines.entries()) {
    const match = ARABIC.exec(text);
    if (match?.[1] === undefined || numberOf(match[1]) !== openings.length + 1) continue;
    if (HEADING_VERB.test(text.slice(match[0].length)) || openings.length > 0)
      openings.push({ at: span.start, line, number: markSpan(span, match), headed: false, parent: null });
  }
  const bare = openings.filter(
    ({ line }, index) => openings[index + 1]?.line === line + 1 && !/。./u.test(lines[line]?.text ?? ''),
  );
  return openings.length >= 2 && bare.length <= openings.length / 3 ? openings : [];
}

/** `（一）` headings and 会议听取… paragraphs and sentences, in the order they stand. */
function unnumberedOpenings(reading: Reading, lines: readonly Line[]): Opening[] {
  const openings: Opening[] = [];
  let parent: Span | null = null;
  const begin = openingEnd(lines);
  for (const [line, { span, text, official, depth }] of lines.entries()) {
    if (span.end <= begin || isTailBlock(text, official) || OTHER_MATTERS.test(text)) continue;
    const bracket = BRACKETED.exec(text);
    if (bracket !== null) {
      if (depth >= 2 || HEADING_VERB.test(text.slice(bracket[0].length)))
        openings.push({
          at: span.start,
          line,
          number: markSpan(span, bracket),
          headed: depth >= 2,
          parent,
        });
      continue;
    }
    if (isParent(text, lines[line + 1]?.text)) {
      parent = span;
      continue;
    }
    const before = openings.length;
    if (decidesPrevious(lines, openings.at(-1), line)) continue;
    if (isFirstBelowHeading(openings.at(-1), line)) continue;
    for (const sentence of splitSentences(reading.text, {
      start: Math.max(span.start, begin),
      end: span.end,
    }))
      if (opensItem(reading.text.slice(sentence.start, sentence.end), sentence.start === span.start))
        openings.push({ at: sentence.start, line, number: null, headed: false, parent: null });
    if (openings.length > before) parent = null;
    else if (openings.length > 0 && continuesNothing(lines, openings.at(-1), line))
      openings.push({ at: span.start, line, number: null, headed: false, parent: null });
  }
  return openings;
}

/** 会议原则同意《…》 behind an item that hasn't been decided yet decides it and opens none. */
function decidesPrevious(lines: readonly Line[], previous: Opening | undefined, line: number): boolean {
  if (previous === undefined || !APPROVES_FIRST.test(lines[line]?.text ?? '')) return false;
  return !lines
    .slice(Math.max(previous.line, line - LOOK_BACK), line)
    .some(({ text }) => /原则上?同意|原则上?通过|会议同意|审议通过|，同意/u.test(text));
}

/** The first paragraph below a `（一）` heading is its body, whatever it begins with. */
function isFirstBelowHeading(previous: Opening | undefined, line: number): boolean {
  return previous !== undefined && previous.number !== null && previous.line === line - 1;
}

/** 听取了4项工作汇报，研究了有关事项: the opening sums up, it opens no item. */
const SUMMARY =
  /^[^《]*(?:(?:\d+|[两三四五六七八九十几])(?:项|个)(?:工作|议题|汇报|事项|内容)|有关会议精神)[^《]*$/u;
const APPROVES_FIRST = /^会议(?:经研究，?)?(?:原则上?)?(?:同意|通过)/u;

/** Inside a paragraph only a sentence that names its matter opens an item: not 会议讨论同意该方案. */
function opensItem(sentence: string, atStart: boolean): boolean {
  if (!OPENS_ITEM.test(sentence) || OTHER_MATTERS.test(sentence) || SUMMARY.test(sentence)) return false;
  if (!atStart && APPROVES_FIRST.test(sentence)) return false;
  return (
    atStart ||
    (/《|汇报|情况|报告|精神|有关/u.test(sentence) && !/^会议[^，。《]{0,12}(?:该|上述|此)/u.test(sentence))
  );
}

/** A short sentence without a title that stands over `（一）` headings: 会议研究区两会相关事宜。 */
function isParent(text: string, next: string | undefined): boolean {
  if (next === undefined || text.length > 40 || text.includes('《')) return false;
  const bracket = BRACKETED.exec(next);
  return bracket !== null && HEADING_VERB.test(next.slice(bracket[0].length)) && OPENS_ITEM.test(text);
}

/** A 会议指出 paragraph is an item of its own when the item before it has already had its say. */
function continuesNothing(lines: readonly Line[], previous: Opening | undefined, line: number): boolean {
  const text = lines[line]?.text ?? '';
  if (previous === undefined || previous.number !== null || !/^会议(?:指出|认为)/u.test(text)) return false;
  return lines
    .slice(Math.max(previous.line, line - LOOK_BACK), line)
    .some((each) => /会议(?:指出|强调|要求|认为)/u.test(each.text.replace(/^会议(?:指出|认为)/u, '')));
}

/** How many lines before a paragraph tell whether its item has had its say: bounded, so that no text is slow. */
const LOOK_BACK = 12;

/** News reports that name no act: every paragraph, or sentence, that begins 会议强调 and the like. */
function remarkOpenings(lines: readonly Line[]): Opening[] {
  const begin = openingEnd(lines);
  return lines.flatMap(({ span, text }, line) =>
    span.end > begin && REMARK_OPENS.test(text)
      ? [{ at: span.start, line, number: null, headed: false, parent: null }]
      : [],
  );
}

/** The end of the sentence that says who called the meeting; 0 when there is none. */
function openingEnd(lines: readonly Line[]): number {
  const line = lines.find(({ text }) => /主持|召开/u.test(text) && /[，。]/u.test(text));
  if (line === undefined) return 0;
  const at = line.text.search(/主持|召开/u);
  const end = line.text.slice(at).search(/。/u);
  return end < 0 ? line.span.end : line.span.start + at + end + 1;
}

function tailStart(lines: readonly Line[], after: number, end: number): number {
  const line = lines.find(
    ({ span, text, official }) =>
      span.start > after && (isTailBlock(text, official) || OTHER_MATTERS.test(text)),
  );
  return line?.span.start ?? end;
}

function closeItem(text: string, lines: readonly Line[], opening: Opening, end: number): OutlineItem {
  const { at, number, headed, parent } = opening;
  const lineEnd = lines[opening.line]?.span.end ?? end;
  const span = { start: at, end: trimEnd(text, at, end) };
  if (number === null && !headed) return { number, style: 'none', heading: null, parent, span };
  if (number !== null && number.end === lineEnd && number.start > at)
    return { number, style: 'own-line', heading: { start: at, end: number.start }, parent, span };
  const start = number === null ? at : skipMark(text, number.end, lineEnd);
  if (start >= lineEnd) return { number, style: 'bare-ordinal', heading: null, parent, span };
  const sentenceEnd = Math.min(firstSentenceEnd(text, { start, end: lineEnd }), lineEnd);
  const runIn = !headed && (sentenceEnd < lineEnd || text.startsWith('会议', start));
  const headingEnd = runIn || text.charAt(lineEnd - 1) === '。' ? trimStop(text, sentenceEnd) : lineEnd;
  return { number, style: runIn ? 'run-in' : 'own-line', heading: { start, end: headingEnd }, parent, span };
}

function skipMark(text: string, at: number, end: number): number {
  let start = at;
  while (start < end && '、．.：:）)】'.includes(text.charAt(start))) start++;
  return start;
}

function trimStop(text: string, end: number): number {
  return '。！？'.includes(text.charAt(end - 1)) ? end - 1 : end;
}

function trimEnd(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && text.charAt(to - 1) === '\n') to--;
  return to;
}
