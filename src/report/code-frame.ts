import type { Place } from '../minutes/places.ts';
import { displayWidth, visible } from './width.ts';

type SourcePlace = Extract<Place, { kind: 'source' }>;

const LINE_NUMBER_WIDTH = 5;
/** Columns of text shown of a line: paragraphs of minutes are single lines of hundreds of characters. */
const FRAME_WIDTH = 72;
const CONTEXT_WIDTH = 24;
const CUT = '…';

/**
 * The line a finding points at, with its number, the line before it and carets under the place; a
 * long line is cut to a part around the place. Carets count display width, for a Chinese character
 * is two columns wide. Empty when there is no such line.
 */
export function codeFrame(lines: readonly string[], place: SourcePlace): readonly string[] {
  const line = lines[place.line - 1];
  if (line === undefined) return [];
  const { text, before, marked } = excerpt(line, place.column - 1, place.length);
  const width = Math.max(LINE_NUMBER_WIDTH, String(place.line).length);
  const row = (number: string, content: string): string => `${number.padStart(width)} │ ${content}`.trimEnd();
  const previous = lines[place.line - 2];
  return [
    ...(previous === undefined ? [] : [row(String(place.line - 1), excerpt(previous, 0, 0).text)]),
    row(String(place.line), text),
    row('', ' '.repeat(displayWidth(before)) + '^'.repeat(Math.max(1, displayWidth(marked)))),
  ];
}

/** The lines of a source, broken where `indexLines` breaks them. */
export function linesOf(source: string): readonly string[] {
  return source.split(/\r\n|\n|\r/);
}

interface Excerpt {
  readonly text: string;
  /** What the text has before the place, and at it. */
  readonly before: string;
  readonly marked: string;
}

function excerpt(rawLine: string, at: number, length: number): Excerpt {
  const line = visible(rawLine);
  const context =
    displayWidth(line) <= FRAME_WIDTH ? line.length : lastFitting(line.slice(0, at), CONTEXT_WIDTH);
  const start = Math.max(0, at - context);
  const lead = start > 0 ? CUT : '';
  const shown = firstFitting(line.slice(start), FRAME_WIDTH);
  const tail = start + shown < line.length ? CUT : '';
  const marked = line.slice(at, Math.min(at + length, start + shown));
  return {
    text: lead + line.slice(start, start + shown) + tail,
    before: lead + line.slice(start, at),
    marked,
  };
}

/** How many UTF-16 units from the start of a text fit into some columns; never half a character. */
function firstFitting(text: string, columns: number): number {
  let units = 0;
  let left = columns;
  for (const character of text) {
    left -= displayWidth(character);
    if (left < 0) break;
    units += character.length;
  }
  return units;
}

/** The same from the end. */
function lastFitting(text: string, columns: number): number {
  const characters = Array.from(text.slice(-columns * 2));
  return firstFitting(characters.toReversed().join(''), columns);
}
