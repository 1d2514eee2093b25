import { describe, expect, test } from 'vitest';
import { findDates, isoOf } from '../../../src/minutes/parse/dates.ts';
import { digitsOf, numberOf } from '../../../src/minutes/parse/numerals.ts';

describe('numberOf', () => {
  test('reads ordinals as minutes write them', () => {
    const numerals = ['一', '十', '十一', '二十', '九十九', '一百零一', '12', '甲', ''];
    expect(numerals.map(numberOf)).toEqual([1, 10, 11, 20, 99, 101, 12, null, null]);
  });

  test('reads years sign by sign', () => {
    expect(['二〇二五', '二○二二', '2024', '二甲'].map(digitsOf)).toEqual([2025, 2022, 2024, null]);
  });
});

describe('findDates', () => {
  const iso = (text: string): (string | null)[] => findDates(text).map((date) => isoOf(date, 2025));

  test.for([
    ['2022年7月2日下午', ['2022-07-02']],
    ['（二〇二五年十一月三日）', ['2025-11-03']],
    ['11月3日', ['2025-11-03']],
    ['10月17日、10月31日国务院常务会议', ['2025-10-17', '2025-10-31']],
    ['2月30日', []],
    ['11日', []],
    ['2025行动计划', []],
  ] as const)('reads %s', ([text, dates]) => {
    expect(iso(text)).toEqual(dates);
  });
});
