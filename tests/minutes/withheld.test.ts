import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/minutes/document.ts';

const FRONT_MATTER = '---\ndisclosure: 主动公开\npublished: 2024-05-20 09:00\n---\n';
const MARK = ':::withhold{reason="涉及个人隐私" basis="条例第十五条"}';
const read = (body: string) => readDocument(FRONT_MATTER + body, 'a.md');
const codesIn = (body: string): readonly string[] => read(body).diagnostics.map(({ code }) => code);

describe('a withheld passage', () => {
  const body = `甲。\n\n${MARK}\n乙。\n\n## 丙\n:::\n\n丁。\n`;

  test('is in no text, and a block with its reason and basis stands in its place', () => {
    const { text, blocks, withheld, diagnostics } = read(body);
    expect(text).toBe('甲。\n丁。');
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'withheld', 'paragraph']);
    expect(blocks[1]).toEqual({
      kind: 'withheld',
      depth: 0,
      span: { start: 2, end: 2 },
      reason: '涉及个人隐私',
      basis: '条例第十五条',
    });
    expect(withheld.map(({ start, end }) => (FRONT_MATTER + body).slice(start, end))).toEqual([
      '乙。\n\n## 丙\n',
    ]);
    expect(diagnostics).toEqual([]);
  });

  test('needs no blank lines around it, may have curly quotes, and ends lines in any way', () => {
    const curly = '　:::withhold {basis=“条例第十五条”  reason=“甲”}　';
    expect(read(`甲。\n${curly}\n乙。\n:::\n丁。`).text).toBe('甲。\n丁。');
    expect(codesIn(`甲。\n${curly}\n乙。\n:::\n丁。`)).toEqual([]);
    expect(read(body.replaceAll('\n', '\r\n')).text).toBe('甲。\n丁。');
  });

  test('may begin and end the document', () => {
    expect(read(`${MARK}\n乙。\n:::\n`)).toMatchObject({ text: '', blocks: [{ kind: 'withheld' }] });
  });

  test('keeps the places of the text behind it', () => {
    const source = FRONT_MATTER + body;
    const document = readDocument(source, 'a.md');
    const place = document.place({ start: document.text.indexOf('丁'), end: document.text.length });
    expect(place).toMatchObject({ line: source.split('\n').indexOf('丁。') + 1, column: 1, length: 2 });
  });
});

describe('a slip of the pen publishes nothing:', () => {
  test.each([
    ['no end', `${MARK}\n秘。`, 'withheld/unclosed'],
    ['no reason', ':::withhold{basis="条例第十五条"}\n秘。\n:::', 'withheld/no-reason'],
    ['no basis', ':::withhold{reason="甲" basis=" "}\n秘。\n:::', 'withheld/no-reason'],
    ['neither', ':::withhold\n秘。\n:::', 'withheld/no-reason'],
    ['a misspelt name', ':::withold{reason="甲" basis="乙"}\n秘。\n:::', 'withheld/malformed'],
    ['an unknown attribute', ':::withhold{reason="甲" base="乙"}\n秘。\n:::', 'withheld/malformed'],
    ['no quotes', ':::withhold{reason=甲 basis=乙}\n秘。\n:::', 'withheld/malformed'],
    ['two colons', '::withhold{reason="甲" basis="乙"}\n秘。\n:::', 'withheld/malformed'],
    ['wide colons', '：：：withhold{reason="甲" basis="乙"}\n秘。\n:::', 'withheld/malformed'],
    ['text before it', '甲:::withhold{reason="甲" basis="乙"}\n秘。\n:::', 'withheld/malformed'],
    ['an invisible character', '\u200b:::withhold{reason="甲"}\n秘。\n:::', 'withheld/no-reason'],
    ['one within another', `${MARK}\n秘。\n${MARK}\n秘。\n:::`, 'withheld/malformed'],
  ])('%s', (_, body, code) => {
    expect(codesIn(body)).toEqual([code]);
    expect(read(body).text).not.toContain('秘');
  });

  test('an end without a beginning is told', () => {
    expect(codesIn('秘。\n:::\n丁。')).toEqual(['withheld/malformed']);
  });

  test('a line that begins with colons may be text behind a backslash', () => {
    expect(read('\\::: 是一种记号').text).toBe('::: 是一种记号');
    expect(codesIn('\\::: 是一种记号')).toEqual([]);
  });

  test('whatever stands between the marks, nothing of it is text', () => {
    const line = fc.string({
      unit: fc.constantFrom('秘', '#', ' ', '\\', '`', '-', '>', '<', '{', '}', '\n'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(line, line, (inside, outside) => {
        const { text } = read(`${outside.replaceAll('秘', '明')}\n${MARK}\n${inside}\n:::\n明。`);
        expect(text).not.toContain('秘');
        expect(text.endsWith('明。')).toBe(true);
      }),
    );
  });
});
