import { describe, expect, test } from 'vitest';
import { kindChooser, LINES } from '../../src/search/index-kind.ts';

const meetingOf = (length: number) => ({ id: '2024/001', day: null, digest: '', withheld: '', length });
const planned = (isSealed: boolean) => ({ isSealed, meetings: [meetingOf(1)] });

describe('what finds words', () => {
  test.each([
    ['text', 0],
    ['text', LINES.text],
    ['pagefind', LINES.text + 1],
    ['pagefind', LINES.pagefind],
    ['pairs', LINES.pagefind + 1],
  ] as const)('is %s for %i units of text', (kind, length) => {
    const half = Math.floor(length / 2);
    const { generation } = kindChooser([meetingOf(half), meetingOf(length - half)]);
    expect(generation(planned(true))).toBe(kind);
  });

  test('is no second Pagefind for what is new beside a sealed generation', () => {
    expect(kindChooser([meetingOf(LINES.pagefind)]).generation(planned(false))).toBe('pairs');
  });

  test('is what was ordered', () => {
    expect(kindChooser([meetingOf(1)], 'pairs').generation(planned(true))).toBe('pairs');
    expect(kindChooser([meetingOf(LINES.pagefind + 1)], 'text').generation(planned(false))).toBe('text');
  });
});
