import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexWords, phraseOf } from '../../src/search/pagefind-words.ts';
import { findHits, matches } from '../../src/search/match.ts';
import { normalise } from '../../src/search/normalise.ts';
import { parseQuery, type Query } from '../../src/search/query.ts';

const text = fc.string({
  unit: fc.constantFrom(...Array.from('安全生产２２0Ａa，、“” \n㎡𠮷')),
  maxLength: 40,
});
const needle = fc.string({
  unit: fc.constantFrom(...Array.from('安全生产2aA,、m𠮷')),
  minLength: 1,
  maxLength: 4,
});

function query(input: string): Query {
  const parsed = parseQuery(input, { shortest: 1 });
  if (parsed.kind === 'refused') throw new Error(parsed.message);
  return parsed.query;
}

const RECORD = { heading: '关于２０２４年工作', text: '三、关于２０２４年工作\n会议听取了“燃气 安全”汇报。' };

describe('matches', () => {
  test.each([
    ['2024年', true],
    ['燃气安全', true],
    ['听取 工作', true],
    ['听取 供水', false],
    ['听取 -供水', true],
    ['听取 -燃气', false],
    ['标题:2024年', true],
    ['标题:燃气', false],
    ['-标题:工作', false],
    ['', true],
  ])('answers %j with %j', (input, expected) => {
    expect(matches(RECORD, query(input))).toBe(expected);
  });

  test('never runs over the end of a block', () => {
    expect(matches(RECORD, query('工作会议'))).toBe(false);
  });

  test('is the plain substring test on normalised blocks', () => {
    fc.assert(
      fc.property(text, needle, (haystack, typed) => {
        const folded = normalise(typed);
        const expected = haystack.split('\n').some((block) => normalise(block).includes(folded));
        const words = [{ field: 'text' as const, text: folded, typed }];
        expect(matches({ heading: '', text: haystack }, { words, excluded: [] })).toBe(expected);
        expect(findHits(haystack, words).length > 0).toBe(expected);
      }),
    );
  });
});

describe('findHits', () => {
  test('gives the places in the original, whatever its width and spacing', () => {
    const original = '共１５ 条，“１５”条。';
    const hits = findHits(original, [{ text: '15条' }]);
    expect(hits.map(({ start, end }) => original.slice(start, end))).toEqual(['１５ 条', '１５”条']);
  });

  test('makes overlapping hits one', () => {
    expect(findHits('安全安全安', [{ text: '安全安' }, { text: '全安' }])).toEqual([{ start: 0, end: 5 }]);
  });

  test('counts offsets over blocks', () => {
    expect(findHits('一\n𠮷安全\n安全', [{ text: '安全' }])).toEqual([
      { start: 4, end: 6 },
      { start: 7, end: 9 },
    ]);
  });

  test('cuts out text that contains the word', () => {
    fc.assert(
      fc.property(text, needle, (haystack, typed) => {
        const word = normalise(typed);
        for (const { start, end } of findHits(haystack, [{ text: word }]))
          expect(normalise(haystack.slice(start, end))).toContain(word);
      }),
    );
  });
});

describe('the words of the Pagefind index', () => {
  test('are pairs of neighbours in hexadecimal, closed at the end of each block', () => {
    expect(indexWords('安全生\n\n“产”', 'text')).toEqual([
      ['5b895168', '5168751f', '751fzzzz'],
      ['4ea7zzzz'],
    ]);
    expect(indexWords('安全', 'heading')).toEqual([['h5b895168', 'h5168zzzz']]);
  });

  test('hold a phrase exactly where the block contains the word', () => {
    fc.assert(
      fc.property(text, needle, (haystack, typed) => {
        const word = normalise(typed);
        fc.pre(word.length >= 2);
        const written = ` ${indexWords(haystack, 'text').flat().join(' ')} `;
        const phrase = phraseOf({ field: 'text', text: word, typed }).slice(1, -1);
        const expected = haystack.split('\n').some((block) => normalise(block).includes(word));
        expect(written.includes(` ${phrase} `)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});
