import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cuts } from '../../src/scripts/reading/sentences.ts';
import { speakable } from '../../src/scripts/reading/speakable.ts';

describe('speakable', () => {
  test.for([
    ['第13号', '第十三号'],
    ['市政府第9次常务会议', '市政府第九次常务会议'],
    ['第 105 次', '第一百零五次'],
    ['第110号', '第一百一十号'],
    ['第1020号', '第一千零二十号'],
    ['2022年7月2日下午', '二零二二年7月2日下午'],
    ['云政发〔2022〕5号', '云政发，二零二二，五号'],
    ['实行“3+3”模式', '实行三加三模式'],
    ['（二）各责任单位要牵头', '二，各责任单位要牵头'],
    ['审议《关于供水的方案》', '审议关于供水的方案'],
    ['15条硬措施', '15条硬措施'],
  ] as const)('says %s as %s', ([text, said]) => {
    expect(speakable(text)).toBe(said);
  });

  test('changes nothing of a text without numbers and marks', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[会议原则同意方案，。；]*$/u), (text) => {
        expect(speakable(text)).toBe(text);
      }),
    );
  });
});

describe('cuts', () => {
  test('ends a sentence behind its mark and what closes behind it', () => {
    const text = '会议同意。要做到“心中有数。”一抓到底；落实到位';
    expect(cuts(text).map(([start, end]) => text.slice(start, end))).toEqual([
      '会议同意。',
      '要做到“心中有数。”',
      '一抓到底；',
      '落实到位',
    ]);
  });

  test('covers every character that is not white space, in order, once', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[会议。！；”）\s]*$/u), (text) => {
        const bare = (each: string): string => each.replaceAll(/\s/gu, '');
        expect(
          bare(
            cuts(text)
              .map(([start, end]) => text.slice(start, end))
              .join(''),
          ),
        ).toBe(bare(text));
      }),
    );
  });
});
