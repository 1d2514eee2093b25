import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseText } from '../../src/leaks/normal-text.ts';
import { stretchesOf } from '../../src/leaks/stretches.ts';

const text = fc.string({
  unit: fc.constantFrom(
    '1',
    '2',
    'a',
    '会',
    '、',
    ' ',
    '\u3000',
    '\n',
    '-',
    '—',
    '\u200b',
    '３',
    'Ａ',
    '①',
    '²',
    '𝟗',
    '《',
  ),
  maxLength: 60,
});

test('every character leads back to the one it was made of', () => {
  fc.assert(
    fc.property(text, (source) => {
      const normal = normaliseText(source);
      for (let at = 0; at < normal.text.length; at++) {
        const { start, end } = normal.sourceSpan({ start: at, end: at + 1 });
        expect(source.slice(start, end).normalize('NFKC')).toBe(normal.text.charAt(at));
      }
    }),
  );
});

test('white space, dashes and invisible characters are gone, nothing else', () => {
  fc.assert(
    fc.property(text, (source) => {
      const kept = source.normalize('NFKC').replaceAll(/[\s\-—\u200b]/gu, '');
      expect(normaliseText(source).text).toBe(kept);
    }),
  );
});

test('a long text is cut into stretches that together are the text', () => {
  const long = fc.array(fc.constantFrom('会议强调。', '"text": "1381234', '5678"', '\u0000', '1 '), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(long, (parts) => {
      const whole = parts.join('').repeat(2000);
      const stretches = [...stretchesOf(whole)];
      expect(stretches.join('')).toBe(whole);
      for (const stretch of stretches.slice(0, -1)) expect(stretch).toMatch(/["。\u0000]$/u);
    }),
    { numRuns: 20 },
  );
});
