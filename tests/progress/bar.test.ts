import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barOf, restOf, spanOf, widthOf } from '../../src/progress/bar.ts';

describe('a bar', () => {
  test('says what is done, how much of it, and how long the rest takes', () => {
    expect(barOf({ name: '页面', done: 2500, total: 10_000, elapsed: 10_000 }, 80)).toBe(
      '页面 █████░░░░░░░░░░░░░░░ 2,500/10,000 还需 30 秒',
    );
  });

  test('is full when all is done, and where nothing was to do', () => {
    expect(barOf({ name: '图片', done: 7, total: 7, elapsed: 2000 }, 80)).toBe(
      `图片 ${'█'.repeat(20)} 7/7 还需 0 秒`,
    );
    expect(barOf({ name: '图片', done: 0, total: 0, elapsed: 0 }, 80)).toBe(`图片 ${'█'.repeat(20)} 0/0`);
  });

  test('says how long it has taken where nobody knows how much is left', () => {
    expect(barOf({ name: '检索', done: 1200, total: null, elapsed: 61_000 }, 80)).toBe(
      '检索 1,200 已用 1 分 1 秒',
    );
    expect(barOf({ name: '检索', done: 0, total: null, elapsed: 500 }, 80)).toBe('检索 已用 1 秒');
  });

  test('gives up the bar, then the time, then the count in a narrow terminal', () => {
    const part = { name: '页面', done: 2500, total: 10_000, elapsed: 10_000 };
    expect(barOf(part, 40)).toBe('页面 2,500/10,000 还需 30 秒');
    expect(barOf(part, 20)).toBe('页面 2,500/10,000');
    expect(barOf(part, 10)).toBe('页面');
    expect(barOf(part, 3)).toBe('页');
  });

  test('is never wider than the terminal', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('页', '面', 'a', '（', ' ') }),
        fc.nat(),
        fc.option(fc.nat()),
        fc.nat(),
        fc.nat(120),
        (name, done, total, elapsed, columns) => {
          expect(widthOf(barOf({ name, done, total, elapsed }, columns))).toBeLessThanOrEqual(columns);
        },
      ),
    );
  });
});

describe('the time that is left', () => {
  test('is unknown until something is done and a second has passed', () => {
    expect(restOf({ done: 0, total: 10, elapsed: 5000 })).toBeNull();
    expect(restOf({ done: 5, total: 10, elapsed: 999 })).toBeNull();
    expect(restOf({ done: 5, total: 10, elapsed: 1000 })).toBe(1000);
  });

  test('is nothing when more is done than was thought', () => {
    expect(restOf({ done: 12, total: 10, elapsed: 3000 })).toBe(0);
  });

  test('is told in seconds, minutes or hours', () => {
    expect([0, 8100, 60_000, 200_000, 7_500_000].map(spanOf)).toEqual([
      '0 秒',
      '9 秒',
      '1 分 0 秒',
      '3 分 20 秒',
      '2 小时 5 分',
    ]);
  });
});
