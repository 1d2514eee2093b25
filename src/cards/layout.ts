import type { Face } from './font.ts';

/** May not begin a line, and may not end one (CLREQ 3.1.7). */
const NO_START = /^[，。；：？！、）》〉」』”’〕】…—·％%,.;:?!)\]]/u;
const NO_END = /[（《〈「『“‘〔【([]$/u;
const ELLIPSIS = '…';

/**
 * Breaks a text into lines of at most so many pixels: between any two characters but beside marks that
 * keep to their word, Latin words and numbers whole. What doesn't fit into `most` lines ends in ….
 */
export function breakLines(
  text: string,
  {
    face,
    size,
    width,
    most,
  }: { readonly face: Face; readonly size: number; readonly width: number; readonly most: number },
): readonly string[] {
  const widthAfter = (before: number, part: string): number => {
    let sum = before;
    for (const character of part) sum += face.glyph(character, size).advance;
    return sum;
  };
  const widthOf = (part: string): number => widthAfter(0, part);
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const piece of piecesOf(face.drawable(text))) {
    const longer = widthAfter(length, piece);
    if (line !== '' && longer <= width) {
      line += piece;
      length = longer;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = piece.trimStart();
    length = widthOf(line);
  }
  if (line !== '') lines.push(line.trimEnd());
  const fitting = lines.flatMap((each) => cutLong(each, width, widthOf));
  if (fitting.length <= most) return fitting;
  return [...fitting.slice(0, most - 1), shortened(fitting.slice(most - 1).join(''), width, widthOf)];
}

/** The parts between which a line may break. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const part of text.match(/[\p{Script=Latin}\p{N}.+-]+|\s+|[^]/gu) ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && (NO_START.test(part) || NO_END.test(last)))
      pieces[pieces.length - 1] = last + part;
    else pieces.push(part);
  }
  return pieces;
}

/** A piece that is longer than a line is cut where the line ends. */
function cutLong(line: string, width: number, widthOf: (part: string) => number): readonly string[] {
  if (widthOf(line) <= width) return [line];
  const lines = [''];
  for (const character of line) {
    if (widthOf((lines.at(-1) ?? '') + character) > width) lines.push('');
    lines[lines.length - 1] += character;
  }
  return lines;
}

function shortened(text: string, width: number, widthOf: (part: string) => number): string {
  const characters = Array.from(text);
  while (characters.length > 0 && widthOf(characters.join('') + ELLIPSIS) > width) characters.pop();
  return characters.join('').replace(/[，、：；《（“]+$/u, '') + ELLIPSIS;
}
