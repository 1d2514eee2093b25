import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/minutes/document.ts';

const FRONT_MATTER = '---\ndisclosure: 主动公开\npublished: 2024-05-20 09:00\n---\n';
const textOf = (body: string): string => readDocument(`${FRONT_MATTER}${body}`, 'a.md').text;

describe('readDocument', () => {
  test.for([
    ['emphasis', '投资*增长*的_目标_'],
    ['a list', '1. 甲公司'],
    ['a bullet', '- 甲'],
    ['a quote', '> 甲'],
    ['a link', '[解读](https://example.invalid/)'],
    ['an image', '![](x.png)'],
    ['a definition', '[a]: https://example.invalid/'],
    ['code', '`甲` 和 ```'],
    ['HTML', '<b onclick="x()">甲</b><script>y()</script>'],
    ['an autolink', '<https://example.invalid/>'],
    ['an entity', '甲&amp;乙&#60;'],
    ['tildes', '5~10万至8~9万'],
    ['a rule', '***'],
    ['a backslash before a character', String.raw`甲\乙`],
    ['a seventh-level heading', '####### 甲'],
  ])('takes %s for text', ([, body]) => {
    expect(textOf(body ?? '')).toBe(body);
  });

  test('takes a line under a paragraph for text, not for a mark of a heading', () => {
    expect(
      readDocument(`${FRONT_MATTER}甲\n---\n\n乙\n===\n`, 'a.md').blocks.map(({ kind }) => kind),
    ).toEqual(['paragraph', 'paragraph']);
  });

  test('takes away escapes and the marks of headings, nothing else', () => {
    const { text, blocks } = readDocument(
      `${FRONT_MATTER}\n# 纪要\n\n## 一、审议\\*甲\n\n\\# 不是标题\n`,
      'a.md',
    );
    expect(text).toBe('纪要\n一、审议*甲\n# 不是标题');
    expect(blocks.map(({ depth }) => depth)).toEqual([1, 2, 0]);
  });

  test('joins wrapped lines without a space between Chinese characters and with one between words', () => {
    expect(textOf('会议原则同意该《行动\n方案》，按 GDP\n2024 计')).toBe(
      '会议原则同意该《行动方案》，按 GDP 2024 计',
    );
  });

  test('ends a block at a line that ends a sentence, and before an ordinal or label', () => {
    expect(textOf('会议强调，要抓好落实。\n会议指出，成效明显。\n一、审议甲\n（一）乙\n出席：丙')).toBe(
      '会议强调，要抓好落实。\n会议指出，成效明显。\n一、审议甲\n（一）乙\n出席：丙',
    );
  });

  test('takes a line of ideographic spaces for a blank one', () => {
    expect(textOf('\n一、审议\n　　\n会议同意\n')).toBe('一、审议\n会议同意');
  });

  test('drops ideographic spaces at the ends of a paragraph and keeps those inside', () => {
    expect(textOf('\u3000\u3000甲\u3000乙\u3000\n')).toBe('甲\u3000乙');
  });

  test('reads LF, CRLF and a byte order mark alike', () => {
    const source = `${FRONT_MATTER}\n## 一、甲\n\n乙。\n`;
    const plain = readDocument(source, 'a.md').text;
    expect(readDocument(source.replaceAll('\n', '\r\n'), 'a.md').text).toBe(plain);
    expect(readDocument(`\uFEFF${source}`, 'a.md').text).toBe(plain);
  });

  test('loses, adds and moves no visible character of any body without escapes and headings', () => {
    const bare = (text: string): string => text.replaceAll(/\s/gu, '');
    const body = fc.stringMatching(/^[会议一二（）《》。，:*_<>`~&[\]()!|+\-=.0-9a-z \n\u3000“”]{0,60}$/u);
    fc.assert(
      fc.property(body, (text) => {
        // Lines that look like the mark of a withheld passage are none of the text.
        fc.pre(!/(?:^|\n)[\s\u3000]*:\s*:/u.test(text));
        expect(bare(textOf(`\n${text}`))).toBe(bare(text));
      }),
      { numRuns: 500 },
    );
  });

  test('points every character of the text at the same character of the file', () => {
    const source = `${FRONT_MATTER}\n## 一、审议\\*甲\n\n会议原则同意该《行动\n方案》，\\# 乙。\n`;
    const document = readDocument(source, 'a.md');
    const lines = source.split('\n');
    for (let index = 0; index < document.text.length; index++) {
      const sign = document.text.charAt(index);
      if (sign === '\n') continue;
      const found = document.place({ start: index, end: index + 1 });
      if (found.kind !== 'source') throw new Error('no place');
      expect(lines[found.line - 1]?.charAt(found.column - 1)).toBe(sign);
    }
  });
});
