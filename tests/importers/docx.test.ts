import { describe, expect, test } from 'vitest';
import { importBytes } from '../../src/importers/import.ts';
import { readDocx } from '../../src/importers/readers/docx.ts';
import { formatNumber } from '../../src/importers/readers/docx-number-formats.ts';
import { definition, docxFile, numbered, paragraph } from './docx-file.ts';
import type { DocxParts } from './docx-file.ts';

const LEVELS = definition(1, [
  ['chineseCountingThousand', '%1、'],
  ['chineseCounting', '（%2）'],
  ['decimal', '%3.'],
]);

async function read(parts: DocxParts): Promise<readonly string[]> {
  return (await readDocx(docxFile(parts), '纪要.docx')).blocks.map(({ text }) => text);
}

describe('readDocx', () => {
  test('reads paragraphs, line breaks, and tables by row', async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
    const body = [
      paragraph('会议纪要（虚构）'),
      '<w:p><w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r></w:p>',
      '<w:p/>',
      `<w:tbl><w:tr>${cell('市水务局')}${cell('孙立')}</w:tr></w:tbl>`,
    ];
    expect((await read({ body: body.join('') })).map((text) => text.trim().replace(/\s+/g, ' '))).toEqual([
      '会议纪要（虚构）',
      '第一行',
      '第二行',
      '市水务局 孙立',
    ]);
  });

  test('writes automatic numbers out, starting the deeper levels again', async () => {
    const body = [
      paragraph('审议《办法》', numbered(1)),
      paragraph('会议原则同意。', numbered(1, 1)),
      paragraph('要抓好落实。', numbered(1, 1)),
      paragraph('听取汇报', numbered(1)),
      paragraph('会议指出。', numbered(1, 1)),
      paragraph('没有编号的一段。'),
    ];
    expect(await read({ body: body.join(''), numbering: LEVELS })).toEqual([
      '一、审议《办法》',
      '（一）会议原则同意。',
      '（二）要抓好落实。',
      '二、听取汇报',
      '（一）会议指出。',
      '没有编号的一段。',
    ]);
  });

  test('writes out the numbers that a style carries, and that of a base style', async () => {
    const styles =
      `<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:pPr>${numbered(1)}</w:pPr></w:style>` +
      '<w:style w:type="paragraph" w:styleId="Derived"><w:name w:val="Derived"/><w:basedOn w:val="Item"/></w:style>';
    const body = ['Item', 'Derived'].map((style) =>
      paragraph('审议《办法》', `<w:pStyle w:val="${style}"/>`),
    );
    expect(await read({ body: body.join(''), numbering: LEVELS, styles })).toEqual([
      '一、审议《办法》',
      '二、审议《办法》',
    ]);
  });

  test('counts on from the number that an override starts with, and leaves bullets out', async () => {
    const override =
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>';
    const body = [
      paragraph('甲', numbered(2)),
      paragraph('乙', numbered(2)),
      paragraph('丙', numbered(3)),
      paragraph('丁', numbered(0)),
    ];
    const numbering = LEVELS + override + definition(3, [['bullet', '']]);
    expect(await read({ body: body.join(''), numbering })).toEqual(['四、甲', '五、乙', '丙', '丁']);
  });

  test('tells which numbers it wrote out', async () => {
    const file = docxFile({ body: paragraph('审议《办法》', numbered(1)), numbering: LEVELS });
    const { notes } = await readDocx(file, '纪要.docx');
    expect(notes).toEqual([
      { place: { page: null, line: 1 }, note: '自动编号写成文字', excerpt: '一、审议《办法》', doubt: false },
    ]);
  });

  test.for([
    [
      'an insertion',
      '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>改</w:t></w:r></w:ins></w:p>',
      '里有未处理的修订，不是定稿',
    ],
    [
      'a deletion',
      '<w:p><w:del w:id="1" w:author="a"><w:r><w:delText>删</w:delText></w:r></w:del></w:p>',
      '里有未处理的修订，不是定稿',
    ],
    ['a comment', `<w:p><w:r><w:t>文</w:t><w:commentReference w:id="0"/></w:r></w:p>`, '里有批注，不是定稿'],
    ['no text', '<w:p/>', '里没有文字'],
  ] as const)('refuses a file with %s', async ([, body, message]) => {
    await expect(readDocx(docxFile({ body }), '纪要.docx')).rejects.toThrow(`“纪要.docx”${message}`);
  });

  test('imports headings and numbers as one would read them', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>';
    const body = [
      paragraph('云川市人民政府常务会议纪要', '<w:pStyle w:val="T"/>'),
      paragraph('第 8 号'),
      paragraph('2031年3月4日，林远山市长主持召开会议（虚构），纪要如下：'),
      paragraph('审议《办法》', `<w:pStyle w:val="H1"/>${numbered(1)}`),
      paragraph('会议原则同意该《办法》。'),
    ];
    const { markdown, id } = await importBytes(
      docxFile({ body: body.join(''), numbering: LEVELS, styles }),
      '纪要.docx',
    );
    expect(id).toBe('2031/008');
    expect(markdown).toContain('# 云川市人民政府常务会议纪要\n\n第8号\n\n2031年3月4日');
    expect(markdown).toContain('\n\n## 一、审议《办法》\n\n会议原则同意该《办法》。\n');
  });
});

describe('formatNumber', () => {
  test.for([
    [1, 'chineseCounting', '一'],
    [10, 'chineseCountingThousand', '十'],
    [21, 'chineseCountingThousand', '二十一'],
    [12, 'ideographDigital', '一二'],
    [3, 'decimal', '3'],
    [3, 'decimalEnclosedCircle', '③'],
    [12, 'decimalFullWidth', '１２'],
    [28, 'lowerLetter', 'bb'],
    [14, 'upperRoman', 'XIV'],
    [12, 'chineseLegalSimplified', '拾贰'],
    [7, 'unknownFormat', '7'],
  ] as const)('prints %i as %s', ([value, format, text]) => {
    expect(formatNumber(value, format)).toBe(text);
  });
});
