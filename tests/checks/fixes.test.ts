import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixField } from '../../src/checks/fixes/front-matter.ts';
import { fixSource } from '../../src/checks/fixes/fix.ts';
import { parseLists } from '../../src/corpus/lists.ts';
import { readDocument } from '../../src/minutes/document.ts';
import { FAULTLESS, findingLines, LISTS } from './examples.ts';

const { lists } = parseLists(LISTS.map(([name, source]) => ({ path: `content/lists/${name}`, source })));

function fix(source: string) {
  return fixSource(source, 'content/minutes/2024/001.md', lists);
}

/** A file with this body, as mended, without its front matter. */
function body(text: string): string {
  return fix(`---\ndisclosure: 主动公开\n---\n\n${text}`).source.replace(/^---\n.*\n---\n\n/, '');
}

describe('mending a file', () => {
  test('leaves a faultless one as it is', () => {
    expect(fix(FAULTLESS)).toEqual({ source: FAULTLESS, hunks: [] });
  });

  test('tells the lines it changed', () => {
    const { hunks } = fix(
      FAULTLESS.replace('published: 2024-03-20', 'published: 2024年3月20日').replace('要科学', '要 ，科学'),
    );
    expect(hunks.map(({ line, before, after }) => [line, before.length, after.length])).toEqual([
      [3, 1, 1],
      [20, 1, 1],
    ]);
  });

  test('takes away what copying left, until the check finds no such space', () => {
    const damaged = FAULTLESS.replace('2024年3月15日上午', '2024 年 3 月 15 日上午').replace(
      '，（一）',
      '， （一） ',
    );
    expect(findingLines(damaged, 'spaces/').length).toBeGreaterThan(0);
    expect(fix(damaged).source).toBe(FAULTLESS);
  });

  test('mends a fixed phrase that a space broke', () => {
    expect(body('会议强调，要学习习近 平总 书记讲话。\n')).toBe('会议强调，要学习习近平总书记讲话。\n');
  });

  test('joins the lines of a paragraph and sets blank lines between blocks', () => {
    expect(body('# 纪要\n## 一、审议\n会议听取了\n汇报。\n（一）要早。\n（二）要快。\n\n\n\n完\n\n')).toBe(
      '# 纪要\n\n## 一、审议\n\n会议听取了汇报。\n\n（一）要早。\n\n（二）要快。\n\n完\n',
    );
    expect(body('用 Open\nData。\n')).toBe('用 Open Data。\n');
  });

  test('takes away line ends of other systems, indents and invisible characters', () => {
    const source = FAULTLESS.replaceAll(/\n\n(?=[^#])/g, '\n\n　　')
      .replaceAll('\n', '\r\n')
      .replace('要科学', '要\u200b科学');
    expect(fix(`\ufeff${source}`).source).toBe(FAULTLESS);
  });

  test('keeps spaces between hanzi, in lists of names and in Latin words', () => {
    const text = '会议强调，要打响“甲 乙”品牌，用Open Data 。\n';
    expect(body(text)).toBe(text.replace(' 。', '。'));
    expect(body('出席：张 三、 李四\n')).toBe('出席：张 三、 李四\n');
    expect(body('# 云岭市 常务会议纪要 第 3 号\n')).toBe('# 云岭市 常务会议纪要 第 3 号\n');
  });

  test('touches nothing in a body with a withheld passage', () => {
    const text = '甲 ，\n乙。\n:::withhold{reason="理由" basis="依据"}\n丙 ，丁。\n:::\n';
    expect(body(text)).toBe(text);
  });

  test('makes no heading of what is none', () => {
    expect(body('　## 一、审议。\n')).toBe('　## 一、审议。\n');
  });

  test('never changes a visible character or the blocks, and has nothing to do the second time', () => {
    const piece = fc.constantFrom(
      '一、审议',
      '## ',
      '# ',
      '（一）要',
      '。',
      '，',
      ' ',
      '　',
      '\n',
      '\n\n',
      '\r\n',
      '2024',
      '年',
      'Open ',
      '\\#',
      '\\',
      '出席：',
      '习近 平总书记',
      '\u200b',
      '“',
      '《',
      '---',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const source = `---\ndisclosure: 主动公开\n---\n${pieces.join('')}`;
        const fixed = fix(source).source;
        const seen = (text: string): string =>
          readDocument(text, 'a.md').text.replaceAll(/[\s\u200b-\u200d\u2060\ufeff]/gu, '');
        expect(seen(fixed)).toBe(seen(source));
        expect(fix(fixed)).toEqual({ source: fixed, hunks: [] });
      }),
      {
        examples: [
          [['出席：', '\u200b', '\n', '2024']],
          [['2024', '\n', '\u200b', '\n', '年']],
          [['。', '\n', '\u200b', '\n', '年']],
          [['2024', '\n\n', '\u200b', '\n\n', '年']],
          [['\\', '\u200b', '{']],
          [['*', '\n', '　## ', '\u200b']],
          [['一、审议', '\r\n', '　', '\r\n', '$']],
          [['出席：', '\r\n', '一、审议', '# ', '。']],
          [['# ', '# ', '\u200b']],
          [['## ', '一、审议', '出席：', ' ', '# ']],
          [['## ', '# ', '　']],
          [['\u200b', '　', '## ']],
        ],
      },
    );
  });
});

describe('mending a line of the front matter', () => {
  test.each([
    ['disclosure：主动公开', 'disclosure: 主动公开'],
    ['disclosure:主动公开', 'disclosure: 主动公开'],
    ['公开属性：“主动公开”', 'disclosure: 主动公开'],
    ['Published: 2024-03-20 09:00', 'published: 2024-03-20 09:00'],
    ['发布时间：2024年3月20日9时5分', 'published: 2024-03-20 09:05'],
    ['published: 2024/3/20 9:05', 'published: 2024-03-20 09:05'],
    ['published: "2024-03-20T09:05:00"', 'published: 2024-03-20 09:05'],
    ['published: ２０２４－３－２０　９：０５', 'published: 2024-03-20 09:05'],
    ['held: 2024.3.5', 'held: 2024-03-05'],
    ['issued: 2024年12月5日', 'issued: 2024-12-05'],
  ])('%s becomes %s', (line, fixed) => {
    expect(fixField(line)).toBe(fixed);
  });

  test.each([
    'published: 2024-02-30 09:00',
    'published: 2024-03-20 09:05:30',
    'published: 明天',
    'held: 3月5日',
    'title: 关于: 甲',
    '# 说明：这一行是注释',
    '  3: { outcome: 同意 }',
    'items:',
  ])('%s stays', (line) => {
    expect(fixField(line)).toBe(line);
  });
});
