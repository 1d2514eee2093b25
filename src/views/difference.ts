import { differenceOf, withoutSpace, type DifferencePart, type Piece } from '../corpus/difference.ts';
import type { TextChange } from '../corpus/corrections.ts';
import type { VersionText } from '../corpus/history.ts';
import { isTextBlock } from '../minutes/model.ts';

/** One sentence that was changed, added or removed, as two lines: before and after. */
export interface SentenceView {
  /** The heading it stands under; null where it stands under none. */
  readonly place: string | null;
  /** Empty when the sentence is new. */
  readonly before: readonly PieceView[];
  /** Empty when the sentence was removed. */
  readonly after: readonly PieceView[];
}

export interface PieceView {
  readonly changed: boolean;
  readonly text: string;
}

/** The characters of an unchanged stretch that are shown beside a change. */
const CONTEXT = 30;

/** The sentences that a change touched, in text order; those that differ in white space alone are left out. */
export function sentencesOf({ before, after }: TextChange): readonly SentenceView[] {
  const sentences: SentenceView[] = [];
  let [one, other] = [0, 0];
  for (const part of differenceOf(before.text, after.text)) {
    const view = part.kind === 'changed' ? sentenceOf(part.pieces) : null;
    if (view !== null) {
      const place = view.after.length > 0 ? headingAt(after, other) : headingAt(before, one);
      sentences.push({ place, ...view });
    }
    one += lengthOf(part, 'before');
    other += lengthOf(part, 'after');
  }
  return sentences;
}

function lengthOf(part: DifferencePart, side: 'before' | 'after'): number {
  if (part.kind === 'same') return part[side].length;
  const other = side === 'before' ? 'added' : 'removed';
  return part.pieces.reduce((sum, { kind, text }) => (kind === other ? sum : sum + text.length), 0);
}

function sentenceOf(pieces: readonly Piece[]): Omit<SentenceView, 'place'> | null {
  if (pieces.every(({ kind, text }) => kind === 'same' || withoutSpace(text) === '')) return null;
  return { before: lineOf(pieces, 'removed'), after: lineOf(pieces, 'added') };
}

function lineOf(pieces: readonly Piece[], changed: 'removed' | 'added'): readonly PieceView[] {
  const line = pieces.filter(({ kind }) => kind === 'same' || kind === changed);
  if (line.every(({ kind }) => kind === 'same') && pieces.length === 1) return [];
  return line
    .map(({ kind, text }, at) => ({
      changed: kind === changed,
      text:
        kind === changed
          ? text.trim()
          : shortened(text.replaceAll('\n', ''), at === 0, at === line.length - 1),
    }))
    .filter(({ text }) => text !== '');
}

/** An unchanged stretch, cut where it is far from any change. */
function shortened(text: string, first: boolean, last: boolean): string {
  const characters = Array.from(text);
  if (characters.length <= 2 * CONTEXT + 1) return text;
  const head = first ? '' : characters.slice(0, CONTEXT).join('');
  const tail = last ? '' : characters.slice(-CONTEXT).join('');
  return `${head}……${tail}`;
}

/** The heading that an offset stands under. */
function headingAt({ text, blocks }: VersionText, offset: number): string | null {
  const heading = blocks.findLast(
    (block) =>
      isTextBlock(block) && block.kind === 'heading' && block.depth > 1 && block.span.start <= offset,
  );
  return heading === undefined ? null : text.slice(heading.span.start, heading.span.end);
}
