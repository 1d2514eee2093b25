import { describe, expect, test } from 'vitest';
import { changed, findingLines } from './examples.ts';

function present(name: string): readonly string[] {
  return findingLines(changed('出席：林远、周山。', `出席：林远、${name}。`), 'characters/');
}

describe('the rules about characters', () => {
  test('inform of hanzi outside the common fonts, all in one finding', () => {
    expect(present('周旻、吴𬭎、周旻')).toEqual([
      'characters/rare @旻: 有 2 个字在常用字库（GB 2312）之外：旻（U+65FB）、𬭎（U+2CB4E）',
    ]);
    expect(present('欧阳凯、饕餮、〇')).toEqual([]);
  });

  test('remind of private use, compatibility forms and radicals', () => {
    expect(present('周\ue000')).toEqual([
      'characters/private-use @\ue000: 这一段有 1 个私用区字符（U+E000），别人的电脑上不能显示',
    ]);
    expect(present('周⼈')).toEqual([
      'characters/compatibility @⼈: 这一段有 1 个兼容字或部首，如“⼈”（U+2F08），检索不到',
    ]);
    expect(present('周⻓')).toHaveLength(1);
    expect(present('周﨑')).toHaveLength(0);
  });

  test('remind of traditional characters once, and not as rare ones too', () => {
    expect(findingLines(changed('要科学规划，合理布局。', '會議強調，要科學規劃。'), 'characters/')).toEqual([
      'characters/traditional @會: 有 7 个繁体字（會、議、強、調、學、規、劃）',
    ]);
  });
});
