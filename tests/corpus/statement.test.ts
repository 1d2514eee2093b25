import { describe, expect, test } from 'vitest';
import { kindOf, readStatement } from '../../src/corpus/statement.ts';

describe('readStatement', () => {
  test('reads reason and kind wherever they stand, with either colon', () => {
    expect(readStatement(['改正一处\n\n更正说明: 金额应为 5 万元\n更正类型: 补充\n'])).toEqual({
      reason: '金额应为 5 万元',
      kind: '补充',
    });
    expect(readStatement(['更正说明：日期有误\r\n\r\nReviewed-by: X\r\n'])).toEqual({
      reason: '日期有误',
      kind: null,
    });
  });

  test('joins a reason that goes on in indented lines, and different reasons of several commits', () => {
    expect(readStatement(['改\n\n更正说明: 第一行\n  第二行\n\n正文'])).toEqual({
      reason: '第一行第二行',
      kind: null,
    });
    expect(readStatement(['更正说明: 甲', '更正说明: 乙', '更正说明: 甲']).reason).toBe('甲；乙');
  });

  test('finds nothing in other words, in the middle of a line or in an empty value', () => {
    for (const message of ['改正错字', '见更正说明: 无', '更正说明:', '更正说明:  \n下一行', ''])
      expect(readStatement([message])).toEqual({ reason: null, kind: null });
  });

  test('counts a taking back before any other kind', () => {
    expect(readStatement(['更正类型: 撤回', '更正类型: 更正']).kind).toBe('撤回');
    expect(readStatement(['更正类型: 补充', '更正类型: 更正']).kind).toBe('更正');
  });
});

describe('kindOf', () => {
  test('takes 更正 when nothing is stated, and knows no other words', () => {
    expect(kindOf({ reason: null, kind: null })).toBe('更正');
    expect(kindOf({ reason: null, kind: '撤回' })).toBe('撤回');
    expect(kindOf({ reason: null, kind: '撤销' })).toBeNull();
  });
});
