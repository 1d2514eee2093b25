import { describe, expect, test } from 'vitest';
import { STEPS, repairBlocks, stepLabel } from '../../../src/importers/repair/steps.ts';
import { readLines } from '../../../src/importers/readers/txt.ts';
import { textOf } from '../source.ts';

describe('the repairs', () => {
  test('have names and labels that differ', () => {
    expect(new Set(STEPS.map(({ name }) => name)).size).toBe(STEPS.length);
    expect(new Set(STEPS.map(({ label }) => label)).size).toBe(STEPS.length);
    expect(stepLabel('word-spaces')).toBe('字词空格');
  });

  test('can be left out one by one', () => {
    const blocks = readLines('第 8 号\n');
    expect(textOf(repairBlocks(blocks).blocks)).toBe('第8号');
    expect(textOf(repairBlocks(blocks, ['number-spaces']).blocks)).toBe('第 8 号');
  });

  test('end in seconds on a megabyte of marks, of spaces, of short lines', () => {
    const start = process.cpuUsage();
    for (const unit of [
      '（一）',
      '《',
      '政',
      '政 ',
      '张\n',
      '出\n席：张\n三\n',
      '会议 听取了',
      '二 〇三一年一月一日 ',
    ]) {
      repairBlocks(readLines(unit.repeat(Math.ceil(300_000 / unit.length))));
    }
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(25_000);
  });
});
