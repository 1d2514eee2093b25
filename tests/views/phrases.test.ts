import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phrasesOf } from '../../src/views/phrases.ts';

describe('phrasesOf', () => {
  test('keeps the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(phrasesOf(text).join('')).toBe(text);
      }),
    );
  });

  test('keeps words, numbers and brackets together', () => {
    const phrases = phrasesOf('审议《2025年生活垃圾分类工作方案》第13号');
    expect(phrases.length).toBeGreaterThan(3);
    for (const word of ['2025年', '垃圾', '分类', '第13号']) expect(phrases.join('|')).toContain(word);
    expect(phrases.some((phrase) => /^[》，。）]|[《（]$/u.test(phrase))).toBe(false);
  });
});
