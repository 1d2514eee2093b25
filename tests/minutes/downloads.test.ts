import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/minutes/document.ts';
import { jsonFile, markdownFile, textFile } from '../../src/minutes/downloads.ts';
import { minutesOfEveryForm, readMinutes } from '../views/city.ts';

describe('markdownFile', () => {
  test('is read back to the same text, blocks and stated values', () => {
    for (const minutes of minutesOfEveryForm()) {
      const { text, blocks, frontMatter } = readDocument(markdownFile(minutes), 'minutes.md');
      expect(text).toBe(minutes.text);
      expect(blocks).toEqual(minutes.blocks);
      expect(frontMatter.published).toBe(minutes.head.published);
    }
  });

  test('keeps every character that Markdown could take for a mark', () => {
    const line = fc.string({
      minLength: 1,
      maxLength: 12,
      unit: fc.constantFrom('会', '#', '\\', '*', ' ', '`', '1', '.', '-', '>', '[', ']', '<', '&', '。'),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const minutes = readMinutes(lines.map((text) => `文${text}`).join('\n\n'));
        expect(readDocument(markdownFile(minutes), 'minutes.md').text).toBe(minutes.text);
      }),
    );
    fc.assert(
      fc.property(line, (text) => {
        const minutes = readMinutes(`## ${text.replaceAll(/[#\\]/gu, String.raw`\$&`)}\n\n\\# 不是标题`);
        expect(readDocument(markdownFile(minutes), 'minutes.md').text).toBe(minutes.text);
      }),
    );
  });

  test('states what staff stated', () => {
    const source =
      '---\ndisclosure: 主动公开\npublished: 2025-01-02 08:00\narchived: 2025-06-30\nsession: 市政府第1次常务会议\n---\n\n正文（虚构）。\n';
    const { frontMatter } = readDocument(markdownFile(readMinutes(source)), 'minutes.md');
    expect(frontMatter.overrides.session).toBe('市政府第1次常务会议');
    expect(frontMatter.archived).toBe('2025-06-30');
    expect(frontMatter.disclosure).toBe('主动公开');
  });
});

test('jsonFile holds the facts of the items', () => {
  const [minutes] = minutesOfEveryForm();
  if (minutes === undefined) throw new Error('No minutes');
  expect(JSON.parse(jsonFile(minutes))).toMatchObject({ items: minutes.items.map(() => expect.anything()) });
});

test('textFile is the official text, a block a line, with a word where a passage is withheld', () => {
  for (const minutes of minutesOfEveryForm().filter(({ blocks }) =>
    blocks.every(({ kind }) => kind !== 'withheld'),
  ))
    expect(textFile(minutes)).toBe(minutes.text === '' ? '' : `${minutes.text}\n`);
  const withheld = ':::withhold{reason="涉及商业秘密" basis="条例第十五条"}\n不能公开的一句。\n:::';
  expect(textFile(readMinutes(`正文一（虚构）。\n\n${withheld}\n\n正文二。\n`))).toBe(
    '正文一（虚构）。\n【此处按条例第十五条不予公开：涉及商业秘密】\n正文二。\n',
  );
});
