import { describe, expect, test } from 'vitest';
import { changed, FAULTLESS, findingLines } from './examples.ts';

const FRONT_MATTER = FAULTLESS.slice(0, FAULTLESS.indexOf('# '));

describe('the rules about the body', () => {
  test.each(['', '\n\n', '　\n'])('report a document without text (%j)', (body) => {
    expect(findingLines(FRONT_MATTER + body).map((line) => line.split(' ')[0])).toEqual(['body/empty']);
  });

  test('report minutes without items', () => {
    expect(findingLines(`${FRONT_MATTER}云岭市（虚构）天气很好。\n\n（此件公开发布）\n`)).toEqual([
      'body/no-items @云岭市（虚构）天气很好。: 整份纪要没有读出一个议题',
    ]);
  });

  test.each([
    ['\u0000', 'U+0000'],
    ['\u0001', 'U+0001'],
    ['\u200b', 'U+200B'],
    ['\u202e', 'U+202E'],
    ['\ufeff', 'U+FEFF'],
    ['\ufffd', 'U+FFFD'],
  ])('report the character %j once a paragraph', (character, name) => {
    const source = changed('要科学规划，合理', `要科${character}学规划，${character}合理`);
    expect(findingLines(source, 'body/')).toEqual([
      `body/control-character @${character}: 这一段有 2 个看不见的字符或乱码（${name}）`,
    ]);
  });

  test('take tabs and wide spaces for white space', () => {
    expect(findingLines(changed('要科学规划', '要\t科学　规划'), 'body/')).toEqual([]);
  });

  test.each(['<br>', '</p>', '<p class="a">', '&nbsp;', '&#160;', '<!--'])(
    'report the HTML mark %s',
    (mark) => {
      expect(findingLines(changed('科学规划', `科学${mark}规划`), 'body/')).toEqual([
        `body/html @${mark}: 正文有 HTML 标记“${mark}”，页面会原样显示`,
      ]);
    },
  );

  test.each(['1<2', 'a < b > c', '<云岭>', 'A&B公司', '3>2'])('take %s for text', (text) => {
    expect(findingLines(changed('科学规划', `科学${text}规划`))).toEqual([]);
  });
});
