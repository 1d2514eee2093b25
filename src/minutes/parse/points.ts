import type { Point } from '../model.ts';
import type { Span } from '../places.ts';
import { numberOf } from './numerals.ts';
import type { Reading } from './reading.ts';

/** A mark in the text of an item, before it is known where its point ends. */
interface Mark {
  readonly at: number;
  readonly text: string;
  readonly value: number;
}

const BRACKETED = /[（(]([一二三四五六七八九十]{1,3})[）)]/gu;
const ARABIC = /(?<=^|[\n。；：])(\d{1,2})(?:[.．、](?!\d)|(?=[\u4e00-\u9fff]))/gu;
const INLINE = /(?<=^|[\n，。；：、）)“—])(?:第)?([一二三四五六七八九十]{1,2})(是|要)/gu;

/**
 * The numbered points of an item: （一）（二）… or (一)(二)…, run-in or as paragraphs; where there are
 * none, a list 1. 2. 3. of at least two. A mark counts only in its turn, so that 第（三）项 of
 * another document is no point; a list may begin again at （一）.
 */
export function readPoints(reading: Reading, span: Span, anchor: string): Point[] {
  const bracketed = inTurn(findMarks(reading.text, span, BRACKETED), 1);
  const marks = bracketed.length > 0 ? bracketed : inTurn(findMarks(reading.text, span, ARABIC), 2);
  return closePoints(reading, span, marks, (order) => `${anchor}-${order}`);
}

/** The inline points of an item: 一是…二是…, 一要…二要…. They have no anchor of their own. */
export function readInlinePoints(reading: Reading, span: Span): Point[] {
  return closePoints(reading, span, inTurn(findMarks(reading.text, span, INLINE), 2), () => '');
}

function findMarks(text: string, { start, end }: Span, form: RegExp): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.slice(start, end).matchAll(form)) {
    const value = numberOf(match[1] ?? '');
    if (value !== null && value > 0) marks.push({ at: start + match.index, text: match[0], value });
  }
  return marks;
}

/** Runs 1, 2, 3, … of marks; a run shorter than `least` is none. */
function inTurn(marks: readonly Mark[], least: number): Mark[] {
  const runs: Mark[][] = [];
  for (const mark of marks) {
    const run = runs.at(-1);
    if (mark.value === 1) runs.push([mark]);
    else if (run !== undefined && mark.value === (run.at(-1)?.value ?? 0) + 1) run.push(mark);
  }
  return runs.filter((run) => run.length >= least).flat();
}

function closePoints(
  reading: Reading,
  span: Span,
  marks: readonly Mark[],
  anchorOf: (order: number) => string,
): Point[] {
  return marks.map((mark, index) => {
    const end = marks[index + 1]?.at ?? span.end;
    return {
      order: index + 1,
      mark: mark.text,
      anchor: anchorOf(index + 1),
      span: reading.original({ start: mark.at, end: trimEnd(reading.text, mark.at, end) }),
    };
  });
}

function trimEnd(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && text.charAt(to - 1) === '\n') to--;
  return to;
}
