import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonPairs } from '../../src/corpus/common-pairs.ts';
import { differenceOf, withoutSpace, type DifferencePart } from '../../src/corpus/difference.ts';

/** The text before or after, put together from a difference. */
function sideOf(parts: readonly DifferencePart[], side: 'before' | 'after'): string {
  const other = side === 'before' ? 'added' : 'removed';
  return parts
    .map((part) =>
      part.kind === 'same'
        ? part[side]
        : part.pieces
            .filter(({ kind }) => kind !== other)
            .map(({ text }) => text)
            .join(''),
    )
    .join('');
}

/** The changed sentences as people read them: [-removed-], {+added+}. */
function shown(before: string, after: string): readonly string[] {
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  return differenceOf(before, after).flatMap((part) =>
    part.kind === 'same'
      ? []
      : [part.pieces.map(({ kind, text }) => marks[kind][0] + text + marks[kind][1]).join('')],
  );
}

const TEXT = fc
  .array(fc.constantFrom('会议', '原则同意', '该办法', '市', '局', '，', '。', '；', '\n', ' ', '𠮷', '9'), {
    maxLength: 60,
  })
  .map((words) => words.join(''));

/** A text and the same with some stretches replaced. */
const EDITED = fc
  .tuple(
    TEXT,
    fc.array(fc.tuple(fc.nat(60), fc.nat(5), fc.constantFrom('', '改', '。', '新增一句。')), {
      maxLength: 4,
    }),
  )
  .map(
    ([text, edits]) =>
      [
        text,
        edits.reduce((now, [at, length, insert]) => now.slice(0, at) + insert + now.slice(at + length), text),
      ] as const,
  );

describe('differenceOf', () => {
  test('holds the whole of both texts', () => {
    fc.assert(
      fc.property(fc.oneof(EDITED, fc.tuple(TEXT, TEXT)), ([before, after]) => {
        const parts = differenceOf(before, after);
        expect(sideOf(parts, 'before')).toBe(before);
        expect(sideOf(parts, 'after')).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  test('has a changed part when the texts differ in more than white space, and none where sentences only moved apart', () => {
    fc.assert(
      fc.property(EDITED, ([before, after]) => {
        const changed = differenceOf(before, after).some(({ kind }) => kind === 'changed');
        expect(changed || withoutSpace(before) === withoutSpace(after)).toBe(true);
      }),
    );
    expect(shown('会议强调。\n\n（一）要', '会议 强调。（一） 要')).toEqual([]);
  });

  test('shows the characters that changed in the sentence that changed', () => {
    expect(shown('甲局汇报。会议原则同意该《方案》。散会。', '甲局汇报。会议同意该《方案》。散会。')).toEqual(
      ['会议[-原则-]同意该《方案》。'],
    );
    expect(shown('2024年3月15日上午，召开会议。', '2024年3月16日上午，召开会议。')).toEqual([
      '2024年3月1[-5-]{+6+}日上午，召开会议。',
    ]);
  });

  test('shows a sentence that came or went as a whole', () => {
    expect(shown('甲。\n丙。', '甲。\n会后由市林业局负责落实。\n丙。')).toEqual([
      '{+会后由市林业局负责落实。\n+}',
    ]);
    expect(shown('会议听取了汇报。会议要求抓紧。', '会议听取了汇报。')).toEqual(['[-会议要求抓紧。-]']);
  });

  test('does not mix two sentences that have nothing to do with each other', () => {
    expect(shown('会议强调安全生产。', '各镇要抓好防汛。')).toEqual([
      '[-会议强调安全生产。-]',
      '{+各镇要抓好防汛。+}',
    ]);
  });

  test('finds the partners among several changed sentences', () => {
    expect(
      shown(
        '由市城管局修改完善。由市林业局抓好落实。',
        '由市规划局牵头研究。由市城管局修改完善后报批。由市林业局尽快抓好落实。',
      ),
    ).toEqual(['{+由市规划局牵头研究。+}', '由市城管局修改完善{+后报批+}。', '由市林业局{+尽快+}抓好落实。']);
  });

  test('compares two long texts that share nothing without running away', () => {
    const one = Array.from({ length: 6000 }, (_, at) => `第${String(at)}句`).join('。');
    const other = Array.from({ length: 6000 }, (_, at) => `其${String(at)}言`).join('；');
    const parts = differenceOf(one, other);
    expect(sideOf(parts, 'after')).toBe(other);
  });
});

describe('commonPairs', () => {
  test('is as long as the longest common subsequence', () => {
    const word = fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 12 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const pairs = commonPairs(one, other);
        expect(pairs.length).toBe(longest(one, other));
        expect(pairs.map(([left]) => one[left])).toEqual(pairs.map(([, right]) => other[right]));
        for (const side of [0, 1] as const) {
          const positions = pairs.map((pair) => pair[side]);
          expect([...new Set(positions)].toSorted((left, right) => left - right)).toEqual(positions);
        }
      }),
    );
  });
});

/** The length of a longest common subsequence, by its definition. */
function longest(one: readonly string[], other: readonly string[]): number {
  const [head, ...rest] = one;
  if (head === undefined) return 0;
  const at = other.indexOf(head);
  const without = longest(rest, other);
  return at < 0 ? without : Math.max(without, 1 + longest(rest, other.slice(at + 1)));
}
