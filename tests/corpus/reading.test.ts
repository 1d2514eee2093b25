import { describe, expect, test } from 'vitest';
import { initialOf, readingOf } from '../../src/corpus/reading.ts';

describe('readings', () => {
  test('are pinyin without tones, syllable by syllable', () => {
    expect(readingOf('市城管局')).toBe('shi cheng guan ju');
    expect(readingOf('长江新区')).toBe('chang jiang xin qu');
  });

  test.each([
    ['市公安局', 'G'],
    ['长江新区管委会', 'C'],
    ['团市委', 'T'],
    ['县委办', 'W'],
    ['市长', 'S'],
    ['EPC专班', 'E'],
    ['12345热线', '#'],
  ])('put %s under %s', (name, letter) => {
    expect(initialOf(name)).toBe(letter);
  });
});
