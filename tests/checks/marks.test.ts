import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changed, findingLines } from './examples.ts';

function inText(words: string, group = 'marks/'): readonly string[] {
  return findingLines(changed('要科学规划', words), group);
}

describe('the rule about separators', () => {
  test.each([
    ['要落实《甲办法》、《乙办法》', '书名号'],
    ['要落实“甲工程”、“乙工程”', '引号'],
  ])('finds the needless one in %s', (words, name) => {
    expect(inText(words)).toEqual([`marks/separator @、: 并列的${name}之间用了顿号`]);
  });

  test.each(['要落实《甲办法》《乙办法》', '要落实《甲办法》（试行）、《乙办法》', '“甲工程”“乙工程”'])(
    'is content with %s',
    (words) => {
      expect(inText(words)).toEqual([]);
    },
  );
});

describe('the rule about pairs', () => {
  test.each([
    ['要落实《甲办法', '《', '》'],
    ['要落实甲办法》', '》', '《'],
    ['要落实“甲工程', '“', '”'],
    ['要落实（甲工程', '（', '）'],
    ['要落实甲工程〕', '〕', '〔'],
  ])('finds the lonely mark in %s', (words, mark, partner) => {
    expect(inText(words, 'marks/unpaired')).toEqual([
      `marks/unpaired @${mark}: “${mark}”没有成对，缺少“${partner}”`,
    ]);
  });

  test('takes brackets of two widths for a pair, numbers and apostrophes for none', () => {
    expect(inText('要落实甲工程（试行)', 'marks/unpaired')).toEqual([]);
    expect(inText('要做到：1）规划。2）养护，请O’Neill', 'marks/unpaired')).toEqual([]);
  });

  test('finds the partner in the next paragraph below the same heading', () => {
    expect(inText('要落实“甲\n\n工程”', 'marks/unpaired')).toEqual([]);
  });

  test('passes over paragraphs of one long quotation', () => {
    expect(inText('要科学规划。\n\n“第一段。\n\n“第二段。”', 'marks/unpaired')).toEqual([]);
  });

  test('has nothing to say of text in which all marks are paired', () => {
    const word = fc.constantFrom('规划', '养护', '要', '，');
    const { text } = fc.letrec<{ text: string }>((tie) => ({
      text: fc.oneof(
        { depthSize: 'small' },
        word,
        fc
          .tuple(fc.constantFrom('《》', '“”', '（）', '‘’', '〔〕'), fc.array(tie('text'), { maxLength: 3 }))
          .map(([pair, inner]) => pair.charAt(0) + inner.join('') + pair.charAt(1)),
      ),
    }));
    fc.assert(
      fc.property(text, (words) => {
        expect(inText(`要${words}`, 'marks/unpaired')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the rules about other marks', () => {
  test('find a title within a title and a quotation within a quotation', () => {
    expect(inText('要落实《关于印发《甲办法》的通知》')).toEqual(['marks/nesting @《: “《…》”里又用了“《”']);
    expect(inText('要落实“甲“乙”丙”')).toEqual([
      'marks/nesting @“: ““…”””里又用了““”'.replace('““…”””', '““…””'),
    ]);
    expect(inText('要落实《关于印发〈甲办法〉的通知》和“甲‘乙’丙”')).toEqual([]);
  });

  test('find straight quotes', () => {
    expect(inText('要打造"甲工程"')).toEqual(['marks/straight-quote @": 这一段有 2 个直引号“"”']);
    expect(inText("要用5'30和O'Neill")).toEqual([]);
  });

  test('find half-width marks beside hanzi, but not in numbers and Latin words', () => {
    expect(inText('要科学规划,打造(甲)工程;')).toEqual([
      'marks/half-width @,: 这一段有 4 个半角标点（, ( ) ;）',
    ]);
    expect(inText('要在9:30前完成1,200个、3.5万个，采用PM2.5标准')).toEqual([]);
  });
});
