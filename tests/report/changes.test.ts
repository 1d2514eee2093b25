import { expect, test } from 'vitest';
import { formatChanges } from '../../src/report/changes.ts';

test('the changes of a file show each place complete, spaces and ends of lines too', () => {
  const report = formatChanges('a.md', [
    { line: 3, before: ['published: 2024年3月20日 9:00'], after: ['published: 2024-03-20 09:00'] },
    { line: 8, before: [`${'甲'.repeat(30)} ，`, '乙。'], after: [`${'甲'.repeat(30)}，乙。`] },
    { line: 9, before: ['', ''], after: [''] },
    { line: 12, before: [], after: [''] },
  ]);
  expect(report).toBe(`a.md：4 处
  第 3 行
    - …shed: 2024年3月20日␣9:00
    + …shed: 2024-03-20␣09:00
  第 8 行
    - …${'甲'.repeat(10)}␣，⏎乙。
    + …${'甲'.repeat(10)}，乙。
  第 9 行
    - （多余的空行）
  第 12 行
    + （空行）`);
});

test('a file without changes has no report', () => {
  expect(formatChanges('a.md', [])).toBe('');
});
