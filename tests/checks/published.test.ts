import { expect, test } from 'vitest';
import { changed, findingLines, NOW } from './examples.ts';

test('a time of publication that lies ahead is told to the minute', () => {
  expect(findingLines(changed('2024-03-20 09:00', '2024-12-31 12:01'))).toEqual([
    `published/in-future @2024-12-31 12:01: 发布时间“2024-12-31 12:01”还没有到（现在是 ${NOW}），到时候再公开`,
  ]);
  expect(findingLines(changed('2024-03-20 09:00', NOW))).toEqual([]);
});
