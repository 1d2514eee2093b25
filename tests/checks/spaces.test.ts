import { describe, expect, test } from 'vitest';
import { changed, findingLines } from './examples.ts';

describe('the rules about spaces', () => {
  test('find what copying left, once a paragraph', () => {
    expect(findingLines(changed('要科学规划', '要在 2024 年 ，规划'))).toEqual([
      'spaces/extraction @ : 这一段有 3 处复制带进的空格',
    ]);
  });

  test('find a space between two hanzi of a sentence or heading', () => {
    expect(findingLines(changed('要科学规划', '要科学 规划'))).toEqual([
      'spaces/inner @ : “）要科学␣规划，合”中间有空格',
    ]);
    const heading = changed(
      '## 二、听取《关于春季造林的情况汇报》',
      '## 二、听取《关于春季造林的 情况汇报》',
    );
    expect(findingLines(heading)).toHaveLength(1);
  });

  test('leave passages alone whose spaces are listed as meant', () => {
    expect(findingLines(changed('要科学规划', '要打响“云岭更美 生活更甜”品牌'))).toEqual([]);
  });

  test('leave title, office and lists of names alone', () => {
    const source = changed('# 云岭市人民政府常务会议纪要', '# 云岭市人民政府 常务会议纪要')
      .replace('出席：林远、周山。', '出席：林 远、周 山。')
      .replace('2024年3月18日', '2024 年 3 月 18 日');
    expect(findingLines(source)).toEqual([]);
  });

  test('take spaces in Latin words for words', () => {
    expect(findingLines(changed('要科学规划', '要用Open Data规划'))).toEqual([]);
  });
});
