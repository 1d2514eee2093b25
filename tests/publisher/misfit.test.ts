import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { misfitOf } from '../../src/publisher/misfit.ts';
import type { Origin } from '../../src/publisher/origin.ts';
import { MOST_SHARES, parseShare, portionOf, type Share } from '../../src/publisher/share.ts';

const HERE: Origin = { commit: '0123456789abcdef0123', generator: 'g', content: 'c' };

function part(number: number, of: number, origin: Partial<Origin> = {}): { share: Share; origin: Origin } {
  return { share: { number, of }, origin: { ...HERE, ...origin } };
}

describe('parts of a site', () => {
  test('fit when each is there once and was made of what lies here', () => {
    const parts = new Map([
      ['b', part(2, 2)],
      ['a', part(1, 2)],
    ]);
    expect(misfitOf(parts, HERE)).toBeNull();
  });

  test.for([
    ['none', [], '一片也没有'],
    ['one missing', [part(1, 3), part(3, 3)], '缺第 2/3 片'],
    ['the last missing', [part(1, 2)], '缺第 2/2 片'],
    ['one twice', [part(1, 2), part(2, 2), part(1, 2)], '第 1/2 片有两份：“p1”和“p3”'],
    ['one of another division', [part(1, 2), part(2, 3)], '“p2”是分成 3 片做的，“p1”是分成 2 片做的'],
    ['one that is damaged', [part(1, 2), null], '“p2”不是完整的一片：没有做完，或者损坏了'],
    [
      'one of another commit',
      [part(1, 2), part(2, 2, { commit: 'fedcba9876543210fedc', content: 'other' })],
      '第 2/2 片出自另一次提交：fedcba9876，这里是 0123456789',
    ],
    [
      'one without history',
      [part(1, 1, { commit: null })],
      '第 1/1 片出自另一次提交：不在 git 里，这里是 0123456789',
    ],
    [
      'one of a shallow clone',
      [part(1, 1, { commit: '0123456789abcdef0123（浅克隆）' })],
      '第 1/1 片出自另一次提交：0123456789（浅克隆），这里是 0123456789',
    ],
    [
      'one of another generator',
      [part(1, 1, { generator: 'h' })],
      '第 1/1 片是另一个版本的程序做的：程序、Node 或者网址与这里的不同',
    ],
    [
      'one of other content',
      [part(1, 2), part(2, 2, { content: 'd' })],
      '第 2/2 片的内容与这里的内容文件夹不同',
    ],
  ] as const)('do not fit with %s, and the line names the part', ([, all, told]) => {
    const parts = new Map(all.map((each, at) => [`p${String(at + 1)}`, each]));
    expect(misfitOf(parts, HERE)).toBe(told);
  });
});

describe('a share', () => {
  test('is written as a number of how many', () => {
    expect(parseShare('3/8')).toEqual({ number: 3, of: 8 });
    expect(parseShare('1/1')).toEqual({ number: 1, of: 1 });
    for (const wrong of ['', '0/8', '9/8', '3', '3/', '/8', '03/8', '3/8 ', '-1/8', '1.5/8', '1/257', 'a/b'])
      expect([wrong, parseShare(wrong)]).toEqual([wrong, null]);
  });

  test('has every page in exactly one place, and all of a meeting in the same one', () => {
    const id = fc
      .tuple(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 999 }))
      .map(([year, number]) => `${String(year)}/${String(number).padStart(3, '0')}`);
    fc.assert(
      fc.property(id, fc.integer({ min: 1, max: MOST_SHARES }), (meeting, of) => {
        const paths = [
          `minutes/${meeting}/index.html`,
          `minutes/${meeting}/card.png`,
          `minutes/${meeting}/minutes.txt`,
          `data/oparl/meetings/${meeting}.json`,
        ];
        const places = paths.map((path) =>
          Array.from({ length: of }, (_, at) => at + 1).filter((number) =>
            portionOf({ number, of }).has(path),
          ),
        );
        expect(new Set(places.map((all) => all.length))).toEqual(new Set([1]));
        expect(new Set(places.flat()).size).toBe(1);
      }),
    );
  });

  test('spreads the pages of a year of many bureaus', () => {
    const pages = Array.from({ length: 800 }, (_, at) => `bureaus/b${String(at)}/2024/index.html`);
    const sizes = [1, 2, 3, 4].map((number) => pages.filter(portionOf({ number, of: 4 }).has).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(800);
    for (const size of sizes) expect(size).toBeGreaterThan(140);
  });
});
