import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotate, textOf, within, type Annotation, type Piece } from '../../src/views/annotate.ts';

const text = fc.string({
  maxLength: 40,
  unit: fc.constantFrom('会', '议', '（', '一', '）', ' ', '<', '𠮷', 'a'),
});
const annotations = (length: number): fc.Arbitrary<Annotation<number>[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: -3, max: length + 3 }), fc.integer({ min: 0, max: length + 3 })), {
      maxLength: 8,
    })
    .map((spans) => spans.map(([start, size], mark) => ({ span: { start, end: start + size }, mark })));
const annotated = text.chain((value) => fc.tuple(fc.constant(value), annotations(value.length)));

/** What stands under each mark, its parts joined, and how often it was marked as first. */
function underMarks(
  pieces: readonly Piece<number>[],
  found = new Map<number, { text: string; firsts: number }>(),
) {
  for (const piece of pieces) {
    if (piece.kind === 'text') continue;
    const before = found.get(piece.mark) ?? { text: '', firsts: 0 };
    found.set(piece.mark, {
      text: before.text + textOf(piece.pieces),
      firsts: before.firsts + (piece.first ? 1 : 0),
    });
    underMarks(piece.pieces, found);
  }
  return found;
}

describe('annotate', () => {
  test('keeps the text, whatever the annotations', () => {
    fc.assert(
      fc.property(annotated, ([value, marks]) => {
        expect(textOf(annotate(value, marks))).toBe(value);
      }),
    );
  });

  test('puts under every mark exactly the text of its span, and calls one part first', () => {
    fc.assert(
      fc.property(annotated, ([value, marks]) => {
        const found = underMarks(annotate(value, marks));
        const expected = marks
          .map(({ span: { start, end }, mark }) => ({
            mark,
            start,
            text: value.slice(Math.max(0, start), Math.max(0, end)),
          }))
          .filter((covered) => covered.text !== '')
          .map(
            ({ mark, start, text: covered }) =>
              [mark, { text: covered, firsts: start >= 0 ? 1 : 0 }] as const,
          );
        expect(found).toEqual(new Map(expected));
      }),
    );
  });

  test('nests what lies inside and splits what crosses', () => {
    const pieces = annotate('甲乙丙丁', [
      { span: { start: 1, end: 3 }, mark: 'outer' },
      { span: { start: 2, end: 4 }, mark: 'crossing' },
      { span: { start: 1, end: 2 }, mark: 'inner' },
    ]);
    expect(pieces).toEqual([
      { kind: 'text', text: '甲' },
      {
        kind: 'mark',
        mark: 'outer',
        first: true,
        pieces: [
          { kind: 'mark', mark: 'inner', first: true, pieces: [{ kind: 'text', text: '乙' }] },
          { kind: 'mark', mark: 'crossing', first: true, pieces: [{ kind: 'text', text: '丙' }] },
        ],
      },
      { kind: 'mark', mark: 'crossing', first: false, pieces: [{ kind: 'text', text: '丁' }] },
    ]);
  });

  test('takes a part of a text with the annotations that touch it', () => {
    const whole = '甲乙丙丁';
    const part = { start: 1, end: 3 };
    const marks = [
      { span: { start: 0, end: 2 }, mark: 'a' },
      { span: { start: 3, end: 4 }, mark: 'b' },
    ];
    expect(annotate(whole.slice(part.start, part.end), within(part, marks))).toEqual([
      { kind: 'mark', mark: 'a', first: false, pieces: [{ kind: 'text', text: '乙' }] },
      { kind: 'text', text: '丙' },
    ]);
  });
});
