import { describe, expect, test } from 'vitest';
import { changed, findingLines } from './examples.ts';

describe('the rule about dates', () => {
  test.each([
    ['2024年3月16日', '2024年3月14日', '整理日期 2024-03-14 早于会议日期 2024-03-15'],
    ['2024年3月18日', '2024年3月15日', '印发日期 2024-03-15 早于整理日期 2024-03-16'],
  ])('points at the later of two dates when %s becomes %s', (from, to, message) => {
    expect(findingLines(changed(from, to))).toEqual([`dates/order @${to}: ${message}`]);
  });

  test('compares publication with the last date before it', () => {
    expect(findingLines(changed('2024-03-20 09:00', '2024-03-17 09:00'))).toEqual([
      'dates/order @2024-03-17 09:00: 发布日期 2024-03-17 早于印发日期 2024-03-18',
    ]);
  });

  test('lets minutes be archived from the day they are published, not before', () => {
    const archived = (day: string): string => changed('published', `archived: ${day}\npublished`);
    expect(findingLines(archived('2024-03-20'))).toEqual([]);
    expect(findingLines(archived('2024-03-19'))).toEqual([
      'dates/order @2024-03-19: 归档日期 2024-03-19 早于发布日期 2024-03-20',
    ]);
  });

  test('points into the front matter when staff state the date', () => {
    expect(findingLines(changed('published', 'held: 2024-03-17\npublished'))).toEqual([
      'dates/order @2024年3月16日: 整理日期 2024-03-16 早于会议日期 2024-03-17',
    ]);
    expect(findingLines(changed('published', 'issued: 2024-03-01\npublished'))).toEqual([
      'dates/order @2024-03-01: 印发日期 2024-03-01 早于整理日期 2024-03-16',
    ]);
  });

  test('points at a meeting that lies in the future, although its minutes wait', () => {
    const source = changed('published: 2024-03-20', 'published: 2026-01-20').replaceAll(
      '2024年3月',
      '2025年12月',
    );
    expect(findingLines(source, 'dates/')).toEqual([
      'dates/order @2025年12月15日: 会议日期 2025-12-15 还没有到',
    ]);
  });

  test('lets all fall on one day', () => {
    const source = changed('2024年3月16日', '2024年3月15日').replace('2024年3月18日', '2024年3月15日');
    expect(findingLines(source.replace('2024-03-20', '2024-03-15'))).toEqual([]);
  });
});
