import type { Span } from '../places.ts';

/** One piece of a list of people, with what separates it from the piece before. */
export interface RosterPiece {
  readonly text: string;
  /** In the official text. */
  readonly span: Span;
  readonly before: 'start' | '、' | '，' | 'space' | 'line';
}

const SEPARATOR = /[、，,；;。\n]|[^\S\n]+/gu;

/**
 * Cuts a list of people into pieces at 、 ， ； 。, line feeds and runs of spaces (the only separator
 * in columns). Brackets keep their content together. A two-character name padded with a space, or
 * a single character cut off from its name, is one piece again.
 */
export function splitRoster(official: string, { start, end }: Span): RosterPiece[] {
  const pieces: RosterPiece[] = [];
  let from = start;
  let before: RosterPiece['before'] = 'start';
  const push = (to: number, next: RosterPiece['before']): void => {
    const text = official.slice(from, to);
    if (text !== '') pieces.push({ text, span: { start: from, end: to }, before });
    if (text !== '' || next !== 'space') before = next;
  };
  for (const match of official.slice(start, end).matchAll(SEPARATOR)) {
    const at = start + match.index;
    if (at < from || insideBrackets(official, from, at)) continue;
    push(at, separatorOf(match[0]));
    from = at + match[0].length;
  }
  push(end, 'space');
  return joinPadded(pieces, official);
}

function separatorOf(sign: string): RosterPiece['before'] {
  if (sign === '、') return '、';
  if (sign === '\n') return 'line';
  return /\s/u.test(sign) ? 'space' : '，';
}

function insideBrackets(text: string, from: number, at: number): boolean {
  const part = text.slice(from, at);
  return /[（(][^）)]*$/u.test(part);
}

/** 杨␠波 → one piece; 刘␠维禄 and 李春␠华 likewise: a single character is never a name. */
function joinPadded(pieces: readonly RosterPiece[], official: string): RosterPiece[] {
  const joined: RosterPiece[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    const next = pieces[index + 1];
    if (piece === undefined) continue;
    const previous = joined.at(-1);
    if (
      isSign(piece) &&
      next?.before === 'space' &&
      next.text.length <= 2 &&
      /^[\u3400-\u9fff]+$/u.test(next.text)
    ) {
      joined.push(merge(piece, next, official));
      index++;
    } else if (
      isSign(piece) &&
      piece.before === 'space' &&
      previous !== undefined &&
      previous.text.length === 2
    ) {
      joined[joined.length - 1] = merge(previous, piece, official);
    } else joined.push(piece);
  }
  return joined;
}

function isSign({ text }: RosterPiece): boolean {
  return /^[\u3400-\u9fff]$/u.test(text);
}

function merge(first: RosterPiece, second: RosterPiece, official: string): RosterPiece {
  const span = { start: first.span.start, end: second.span.end };
  return { text: official.slice(span.start, span.end).replace(/\s+/gu, ''), span, before: first.before };
}
