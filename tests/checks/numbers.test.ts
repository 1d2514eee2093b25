import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sequenceFaults } from '../../src/checks/sequence.ts';
import { changed, FAULTLESS, findingLines } from './examples.ts';

function numbered(values: readonly number[]) {
  return values.map((value) => ({ mark: `${value}`, value, of: value }));
}

describe('the rule about item numbers', () => {
  test.each([
    ['## 三、听取', '三', '从“一”跳到“三”'],
    ['## 一、听取', '一', '“一”连续出现两次'],
    ['## 十、听取', '十', '从“一”跳到“十”'],
  ])('points at a number out of turn: %s', (heading, number, fact) => {
    expect(findingLines(changed('## 二、听取', heading))).toEqual([
      `items/number-gap @${number}: 议题序号${fact}`,
    ]);
  });

  test('wants the first to be the first', () => {
    const source = changed('## 一、', '## 二、').replace('## 二、听取', '## 三、听取');
    expect(findingLines(source)).toEqual(['items/number-gap @二: 议题序号从“二”开始，前面没有第一个']);
  });

  test('goes on after a gap, so that one gap is one finding', () => {
    const third = '\n\n## 五、研究其他事项\n\n会议研究了其他事项。\n';
    const source = changed('## 二、听取', '## 四、听取').replace('\n\n出席：', `${third}\n出席：`);
    expect(findingLines(source)).toEqual(['items/number-gap @四: 议题序号从“一”跳到“四”']);
  });
});

describe('the rule about point numbers', () => {
  test('finds a gap within a paragraph', () => {
    expect(findingLines(changed('（二）要精心', '（三）要精心'))).toEqual([
      'points/number-gap @（三）: 议题“一”的分点序号从“（一）”跳到“（三）”',
    ]);
  });

  test('finds a gap over paragraphs', () => {
    expect(findingLines(changed('（二）要保证', '（四）要保证'))).toEqual([
      'points/number-gap @（四）: 议题“二”的分点序号从“（一）”跳到“（四）”',
    ]);
  });

  test('finds a mark that stands twice, and a list without its first', () => {
    expect(findingLines(changed('（二）要精心', '（一）要精心'))).toHaveLength(1);
    expect(findingLines(changed('（一）要抓住时节。', '要抓住时节。'))).toEqual([
      'points/number-gap @（二）: 议题“二”的分点序号从“（二）”开始，前面没有第一个',
    ]);
  });

  test('takes half and full width for one form', () => {
    expect(findingLines(changed('（二）要精心', '(二)要精心'), 'points/')).toEqual([]);
  });

  test('lets a new list begin', () => {
    expect(findingLines(changed('密切配合。', '密切配合。会议要求，（一）要早动手。（二）要细致。'))).toEqual(
      [],
    );
  });

  test('takes the point of another document for none', () => {
    expect(findingLines(changed('要科学规划', '要落实条例第七条第（三）项'))).toEqual([]);
  });

  test('numbers 1. 2. anew under each point', () => {
    const lists = '密切配合。\n\n1.早动手。\n\n2.细致。\n\n（三）要宣传。\n\n1.进学校。\n\n2.进社区。';
    expect(findingLines(changed('密切配合。', lists))).toEqual([]);
    expect(findingLines(changed('密切配合。', lists.replace('2.进', '2进')))).toEqual([]);
    expect(findingLines(changed('密切配合。', lists.replace('2.进', '3.进')))).toEqual([
      'points/number-gap @3: 议题“一”的分点序号从“1”跳到“3”',
    ]);
  });
});

describe('a sequence', () => {
  test('from one without gap has no fault, also several behind each other', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 1 }), (lengths) => {
        const values = lengths.flatMap((length) => Array.from({ length }, (_, at) => at + 1));
        expect(sequenceFaults(numbered(values))).toEqual([]);
      }),
    );
  });

  test('that lacks one number in the middle has one fault, at the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 30 }), fc.nat(), (length, seed) => {
        const missing = 2 + (seed % (length - 2));
        const values = Array.from({ length }, (_, at) => at + 1).filter((value) => value !== missing);
        expect(sequenceFaults(numbered(values)).map(({ of }) => of)).toEqual([missing + 1]);
      }),
    );
  });
});

test('the faultless minutes have no finding', () => {
  expect(findingLines(FAULTLESS)).toEqual([]);
});
