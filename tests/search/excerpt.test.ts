import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf, markHits, plainExcerpt, type Excerpt } from '../../src/search/excerpt.ts';
import { findHits } from '../../src/search/match.ts';

function written(excerpt: Excerpt): string {
  return excerpt.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');
}

const LONG = '会议指出，要统筹发展和安全，压实各方责任，'.repeat(6);

describe('excerptOf', () => {
  test('marks every hit in what it shows and says where text is left out', () => {
    const text = `${LONG}燃气安全事关民生，燃气管网要更新。${LONG}`;
    expect(written(excerptOf(text, findHits(text, [{ text: '燃气' }])))).toBe(
      '…压实各方责任，会议指出，要统筹发展和安全，压实各方责任，[燃气]安全事关民生，[燃气]管网要更新。会议指出，要统筹发展和安全，压实各方责任，…',
    );
  });

  test('shows a place of every word, however late it stands', () => {
    const text = `燃气${LONG}燃气${LONG}燃气${LONG}燃气${LONG}管网`;
    const words = [{ text: '燃气' }, { text: '管网' }];
    const first = words.flatMap((word) => findHits(text, [word]).slice(0, 1));
    expect(written(excerptOf(text, findHits(text, words), first))).toContain('[管网]');
  });

  test('never shows two blocks as one', () => {
    const text = '会议听取了汇报\n燃气安全';
    expect(written(excerptOf(text, findHits(text, [{ text: '汇报' }, { text: '燃气' }])))).toBe(
      '会议听取了[汇报] [燃气]安全',
    );
  });

  test('begins at the beginning when there is no hit', () => {
    expect(plainExcerpt(excerptOf('会议听取了汇报\n其他', []))).toBe('会议听取了汇报');
  });

  test('shows only text that is there, and hits only whole', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('安全生产，。\n𠮷')),
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(
        text,
        fc.string({ unit: fc.constantFrom(...Array.from('安全生产')), minLength: 2, maxLength: 3 }),
        (original, word) => {
          const hits = findHits(original, [{ text: word }]);
          const shown = excerptOf(original, hits);
          const whole = new Set(hits.map(({ start, end }) => original.slice(start, end)));
          expect(shown.filter(({ isHit }) => isHit).every((part) => whole.has(part.text))).toBe(true);
          expect(hits.length > 0).toBe(shown.some(({ isHit }) => isHit));
          for (const { text: part } of shown)
            expect(part === '…' || part === ' ' || original.includes(part)).toBe(true);
        },
      ),
    );
  });
});

test('markHits cuts a text into parts that make it up', () => {
  const parts = markHits('关于燃气和燃气', findHits('关于燃气和燃气', [{ text: '燃气' }]));
  expect(written(parts)).toBe('关于[燃气]和[燃气]');
});
