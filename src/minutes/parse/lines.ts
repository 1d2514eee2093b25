import type { Block } from '../model.ts';
import type { Span } from '../places.ts';
import { numberOf } from './numerals.ts';
import type { Reading } from './reading.ts';

/** One line of a document as the recognisers see it: a block, or a part of a run-on one. */
export interface Line {
  /** In the reading. */
  readonly span: Span;
  /** The reading's text of the line. */
  readonly text: string;
  /** The official text of the line, with its spaces. */
  readonly official: string;
  /** 1 to 6 for a heading, 0 for a paragraph. */
  readonly depth: number;
}

/**
 * The lines of a document. A page that was copied as one run of text has no paragraphs: where no line
 * begins an item, a long paragraph that holds 一、…二、… in turn is cut before them, before labels
 * (出席：) and, in its head, at spaces.
 */
export function readLines(reading: Reading, blocks: readonly Block[]): readonly Line[] {
  const lines = blocks.map(({ span, depth }) => lineAt(reading, reading.compact(span), depth));
  if (lines.some(({ text, depth }) => depth >= 2 || ITEM.test(text))) return lines;
  return lines.flatMap((line) => cutsOf(line, reading).map((span) => lineAt(reading, span, line.depth)));
}

/** The lines that begin within a span. */
export function linesWithin(lines: readonly Line[], { start, end }: Span): readonly Line[] {
  return lines.filter(({ span }) => span.start >= start && span.start < end && span.end > span.start);
}

const ITEM = /^[一二三四五六七八九十]{1,3}[、．.]/u;
const RUN_ON = 400;
const ORDINAL = /(?<=^|[。：；？！”》）\s])([一二三四五六七八九十]{1,3})、/gu;
const PART =
  /(?<=[。）])(?:(?:出席|列席|请假|缺席|记录|主送|抄送|分送|本期发)[：]|会议还研究|[^。，：；]{4,30}(?:\d{4}|[二〇零一三四五六七八九]{4})年\d{1,2}月\d{1,2}日印发)/gu;

/** Ends of the parts of a head: …纪要|第9号|…办公室2025年5月30日|2025年5月22日. */
const HEAD_MARK = /纪要(?=第|[\u4e00-\u9fff]{4})|第[\d一二三四五六七八九十]{1,4}号|日(?=\d{4}年)/gu;

function lineAt(reading: Reading, span: Span, depth: number): Line {
  const original = reading.original(span);
  return {
    span,
    text: reading.text.slice(span.start, span.end),
    official: reading.official.slice(original.start, original.end),
    depth,
  };
}

function cutsOf(line: Line, reading: Reading): readonly Span[] {
  if (line.text.length < RUN_ON) return [line.span];
  const ordinals = ordinalsInTurn(line.text);
  if (ordinals.length < 2) return [line.span];
  const parts = [...line.text.matchAll(PART)].map(({ index }) => index);
  const cuts = [...headCuts(line, reading, ordinals[0] ?? 0), ...ordinals, ...parts].sort((a, b) => a - b);
  const bounds = [0, ...new Set(cuts.filter((cut) => cut > 0)), line.text.length];
  return bounds.slice(0, -1).map((start, index) => ({
    start: line.span.start + start,
    end: line.span.start + (bounds[index + 1] ?? line.text.length),
  }));
}

function ordinalsInTurn(text: string): readonly number[] {
  const found: number[] = [];
  for (const match of text.matchAll(ORDINAL))
    if (numberOf(match[1] ?? '') === found.length + 1) found.push(match.index);
  return found;
}

/** In front of the opening sentence, spaces and the ends of its parts tell the lines of the head. */
function headCuts(line: Line, reading: Reading, first: number): readonly number[] {
  const held = line.text.slice(0, first).search(/主持|召开/u);
  const head = held < 0 ? first : held;
  const start = reading.original(line.span).start;
  const spaces = [...line.official.matchAll(/[^\S\n]+/gu)].map(
    ({ index, 0: run }) =>
      reading.compact({ start: start + index + run.length, end: start + index + run.length }).start -
      line.span.start,
  );
  const marks = [...line.text.slice(0, head).matchAll(HEAD_MARK)].map(
    ({ index, 0: mark }) => index + mark.length,
  );
  return [...spaces, ...marks].filter((at) => at > 0 && at < head);
}
