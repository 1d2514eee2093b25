import type { Span } from '../minutes/places.ts';

/** Something known of a range of a text. Spans count in the text that is annotated. */
export interface Annotation<Mark> {
  readonly span: Span;
  readonly mark: Mark;
}

/**
 * A text cut up for printing. Whatever the annotations, the texts of all pieces in order are the text:
 * annotating can neither lose nor add a character.
 */
export type Piece<Mark> =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'mark';
      readonly mark: Mark;
      /** False on the later parts of an annotation that had to be split; only the first may carry an id. */
      readonly first: boolean;
      readonly pieces: readonly Piece<Mark>[];
    };

interface Fragment<Mark> {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
  readonly first: boolean;
}

/**
 * Nests annotations into a tree over `text`. The one that begins first is outside; of two that begin
 * together, the longer; of two alike, the earlier in the list. One that leaves the annotation it began
 * in is split there. Parts outside the text are cut off, and what is then empty is dropped.
 */
export function annotate<Mark>(
  text: string,
  annotations: readonly Annotation<Mark>[],
): readonly Piece<Mark>[] {
  const fragments = annotations
    .map(({ span, mark }) => ({
      start: Math.max(0, span.start),
      end: Math.min(text.length, span.end),
      mark,
      first: span.start >= 0,
    }))
    .filter(({ start, end }) => start < end)
    .sort(outermostFirst);
  return nest(text, 0, text.length, fragments);
}

/** The text of pieces, marks taken away. */
export function textOf<Mark>(pieces: readonly Piece<Mark>[]): string {
  return pieces.map((piece) => (piece.kind === 'text' ? piece.text : textOf(piece.pieces))).join('');
}

/** The annotations that touch `span`, counted from its start: what `annotate` takes for a part of a text. */
export function within<Mark>(
  span: Span,
  annotations: readonly Annotation<Mark>[],
): readonly Annotation<Mark>[] {
  return annotations
    .filter((annotation) => annotation.span.start < span.end && annotation.span.end > span.start)
    .map(({ span: { start, end }, mark }) => ({
      span: { start: start - span.start, end: end - span.start },
      mark,
    }));
}

function nest<Mark>(
  text: string,
  start: number,
  end: number,
  fragments: readonly Fragment<Mark>[],
): readonly Piece<Mark>[] {
  const pieces: Piece<Mark>[] = [];
  let at = start;
  let rest = fragments;
  while (rest[0] !== undefined) {
    const outer = rest[0];
    const touching = rest.slice(1).filter((fragment) => fragment.start < outer.end);
    const later = rest.slice(1 + touching.length);
    const inner = touching.map((fragment) => ({ ...fragment, end: Math.min(fragment.end, outer.end) }));
    const spilled = touching
      .filter((fragment) => fragment.end > outer.end)
      .map((fragment) => ({ ...fragment, start: outer.end, first: false }));
    if (outer.start > at) pieces.push({ kind: 'text', text: text.slice(at, outer.start) });
    const { mark, first } = outer;
    pieces.push({ kind: 'mark', mark, first, pieces: nest(text, outer.start, outer.end, inner) });
    at = outer.end;
    rest = [...spilled, ...later].sort(outermostFirst);
  }
  if (end > at) pieces.push({ kind: 'text', text: text.slice(at, end) });
  return pieces;
}

function outermostFirst(
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): number {
  return a.start - b.start || b.end - a.end;
}
