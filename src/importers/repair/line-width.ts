import { endsSentence, isHeadingLike, openerOf, ordinalOf } from '../lines.ts';
import type { Block } from '../blocks.ts';

/** How a text was broken into lines. */
export interface LineMeasure {
  /** The width of a full line in columns: a Chinese character is two. */
  readonly width: number;
  /** How full the emptiest lines are that surely go on, as a share of the width: below it, one ends. */
  readonly least: number;
  /** Whether paragraphs show by an indent of about two characters. */
  readonly indented: boolean;
  /**
   * For 会议强调, 会议听取 …: true where the document surely begins paragraphs with the word and
   * hardly ever goes on with it inside one, false where it is the other way round.
   */
  readonly opens: ReadonlyMap<string, boolean>;
  /** Whether items are numbered (一、, 一): then 会议听取 alone opens none. */
  readonly numbered: boolean;
}

/** The width of a text in columns; everything outside Latin is two wide. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2;
  return width;
}

/** How far a line reaches, as a share of a full one: by its position, else by its characters. */
export function fillOf(line: Block, width: number): number {
  return line.fill ?? displayWidth(line.text.trim()) / width;
}

const WIDEST = 120;
const NARROWEST = 24;

/**
 * Tells whether the lines were broken at a fixed width, and at which: most of the longer lines then
 * lie close under one width, end in the middle of a sentence, and hardly any is longer.
 * Null where lines are paragraphs.
 */
export function measureLines(blocks: readonly Block[]): LineMeasure | null {
  const lines = blocks.filter(({ kind }) => kind !== 'heading');
  const widths = lines.map(({ text }) => displayWidth(text.trim()));
  const width = fullest(widths);
  if (width === null) return null;
  const long = widths.filter((each) => each > width * 1.25).length;
  const full = lines.filter((_, index) => (widths[index] ?? 0) >= width * 0.8);
  const running = full.filter(({ text }) => !endsSentence(text)).length;
  if (full.length < 3 || long > full.length * 0.1 || running < full.length * 0.6) return null;
  const indents = lines.filter(({ indent }) => indent >= 1.5 && indent <= 4).length;
  const marks = lines.map(({ text }) => ordinalOf(text)?.style);
  const numbered = marks.filter((style) => style === 'item' || style === 'bare').length >= 2;
  const fills = full
    .filter(({ text }) => !endsSentence(text))
    .map((line) => fillOf(line, width))
    .sort((a, b) => a - b);
  const least = Math.min(0.97, fills[Math.floor(fills.length * 0.05)] ?? 0.75) - 0.03;
  return {
    width,
    least,
    numbered,
    opens: openersOf(lines, widths, width),
    indented: indents >= 2 && full.filter(({ indent }) => indent < 1).length >= indents / 2,
  };
}

const INSIDE = /[。！？]\s*(会议(?:还)?[\p{Script=Han}]{2})/gu;

/** Counts each opening word behind a line that surely ends its paragraph, and inside lines. */
function openersOf(
  lines: readonly Block[],
  widths: readonly number[],
  width: number,
): ReadonlyMap<string, boolean> {
  const counts = new Map<string, number>();
  const add = (word: string, amount: number): void => void counts.set(word, (counts.get(word) ?? 0) + amount);
  for (const [index, { text }] of lines.entries()) {
    const before = lines[index - 1];
    const word = openerOf(text);
    const short = (widths[index - 1] ?? 0) < width * 0.75;
    const surely = before && (short || (isHeadingLike(before.text) && !endsSentence(before.text)));
    if (word !== null && surely) add(word, 1);
    for (const [, inside = ''] of text.matchAll(INSIDE)) add(inside, -1);
  }
  return new Map([...counts].map(([word, count]) => [word, count > 0]));
}

/** The width (within bounds) under which, by four characters, most lines lie; null without lines. */
function fullest(widths: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const width of widths) {
    if (width >= NARROWEST && width <= WIDEST) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best: number | null = null;
  let most = 0;
  for (const width of counts.keys()) {
    let near = 0;
    for (let each = width - 4; each <= width + 2; each++) near += counts.get(each) ?? 0;
    if (near > most || (near === most && best !== null && width > best)) [best, most] = [width, near];
  }
  return best;
}
