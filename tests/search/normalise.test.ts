import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise, normaliseWithOffsets } from '../../src/search/normalise.ts';

/** Any Unicode text, with the characters of minutes and the troublesome ones more often. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from(
        '安全2年A，。（）“”「 \u3000\n\u200b\u0301e\u00e9㎡ﬁ①㈠½ﾊﾞㄱㅏ𠮷𝐀İΣ´゛Ａ５％〔2〕—…〈〉○ﾡￂ',
      ),
    ),
  }),
);

describe('normalise', () => {
  test.each([
    ['２０２２年７月２日', '2022年7月2日'],
    ['2022 年 7 月 2 日', '2022年7月2日'],
    ['（一）围绕', '(一)围绕'],
    ['ＰＭ2.5、EPC+O', 'pm2.5、epc+o'],
    ['推动的“关键小事”', '推动的关键小事'],
    ['长府会议纪要〔2025〕2号', '长府会议纪要[2025]2号'],
    ['零\u200b宽\u00ad字\ufeff符', '零宽字符'],
    ['二○二二年，完成。', '二〇二二年,完成.'],
    ['㎡与①', 'm2与1'],
    ['2024—2026', '2024-2026'],
  ])('makes %j into %j', (original, expected) => {
    expect(normalise(original)).toBe(expected);
  });

  test('is idempotent', () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(normalise(normalise(original))).toBe(normalise(original));
      }),
      { numRuns: 1000 },
    );
  });

  test('gives the same text with and without offsets', () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(normaliseWithOffsets(original).text).toBe(normalise(original));
      }),
    );
  });
});

describe('normaliseWithOffsets', () => {
  test('leads back to the characters a normalised unit was made of', () => {
    const { text: folded, starts, ends } = normaliseWithOffsets('共 ㎡，𠮷ﾊﾞ“ＰＭ”');
    const origins = Array.from({ length: folded.length }, (_, unit) =>
      '共 ㎡，𠮷ﾊﾞ“ＰＭ”'.slice(starts[unit], ends[unit]),
    );
    expect(folded).toBe('共m2,𠮷バpm');
    expect(origins).toEqual(['共', '㎡', '㎡', '，', '𠮷', '𠮷', 'ﾊﾞ', 'Ｐ', 'Ｍ']);
  });

  test('has ascending offsets, one pair for each unit, inside the original', () => {
    fc.assert(
      fc.property(text, (original) => {
        const { text: folded, starts, ends } = normaliseWithOffsets(original);
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        for (let unit = 0; unit < folded.length; unit++) {
          const start = starts[unit] ?? -1;
          expect(start).toBeGreaterThanOrEqual(starts[unit - 1] ?? 0);
          expect(ends[unit]).toBeGreaterThan(start);
          expect(ends[unit]).toBeLessThanOrEqual(original.length);
        }
      }),
    );
  });

  test('normalises what the offsets of a hit cut out to something that contains the hit', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (original, from, length) => {
        const { text: folded, starts, ends } = normaliseWithOffsets(original);
        fc.pre(folded !== '');
        const at = from % folded.length;
        const hit = folded.slice(at, at + 1 + (length % 6));
        const cut = original.slice(starts[at], ends[at + hit.length - 1]);
        expect(normalise(cut)).toContain(hit);
      }),
    );
  });
});
