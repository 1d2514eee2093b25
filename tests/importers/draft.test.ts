import { describe, expect, test } from 'vitest';
import { identify } from '../../src/importers/identity.ts';
import { importBytes } from '../../src/importers/import.ts';
import { escapeText, writeMarkdown } from '../../src/importers/markdown.ts';
import { readLines } from '../../src/importers/readers/txt.ts';
import { formatSummary } from '../../src/importers/report-text.ts';
import { readDocument } from '../../src/minutes/document.ts';
import type { ImportOptions } from '../../src/importers/draft.ts';

const importText = (text: string, options: ImportOptions = {}) =>
  importBytes(new TextEncoder().encode(text), '纪要.txt', options);

async function blocksOf(text: string): Promise<readonly string[]> {
  const { markdown } = await importText(text);
  return markdown
    .split('\n\n')
    .slice(1)
    .map((block) => block.trim());
}

describe('the layout of a draft', () => {
  test('marks own-line headings of items, not run-in items, bare ordinals or points', async () => {
    expect(await blocksOf('一、审议《办法》\n（一）会议原则同意。\n二、会议听取了汇报，要求落实。')).toEqual([
      '## 一、审议《办法》',
      '（一）会议原则同意。',
      '二、会议听取了汇报，要求落实。',
    ]);
    expect(await blocksOf('一\n会议听取了汇报，要求落实。\n二\n会议审议了办法，原则同意。')).toEqual([
      '一',
      '会议听取了汇报，要求落实。',
      '二',
      '会议审议了办法，原则同意。',
    ]);
  });

  test('marks （一） as headings only where they are the items', async () => {
    expect(
      await blocksOf(
        '会议研究有关事宜（虚构）。\n（一）研究审议《甲报告》\n会议原则同意。\n（二）听取乙情况汇报\n会议要求落实。',
      ),
    ).toEqual([
      '会议研究有关事宜（虚构）。',
      '## （一）研究审议《甲报告》',
      '会议原则同意。',
      '## （二）听取乙情况汇报',
      '会议要求落实。',
    ]);
  });

  test('marks headings with Arabic numbers, and one that ends in a full stop before its body', async () => {
    expect(await blocksOf('1.审议《甲办法》\n会议原则同意。\n2.听取乙情况汇报\n会议要求落实。')).toEqual([
      '## 1.审议《甲办法》',
      '会议原则同意。',
      '## 2.听取乙情况汇报',
      '会议要求落实。',
    ]);
    expect(await blocksOf('一、听取甲情况汇报。\n会议听取了汇报，要求落实。')).toContain(
      '## 一、听取甲情况汇报。',
    );
  });

  test('takes no list inside an item for headings', async () => {
    const blocks = await blocksOf(
      '一、审议《甲规划》\n会议原则同意，并列出项目：\n1.河道整治工程\n2.道路改造工程\n会议强调，抓好落实。',
    );
    expect(blocks.filter((block) => block.startsWith('#'))).toEqual(['## 一、审议《甲规划》']);
  });
});

describe('the front matter of a draft', () => {
  test.for([
    ['（此件公开发布）', '主动公开'],
    ['（此件 主动公开）', '主动公开'],
    ['（此件依申请公开）', '依申请公开'],
    ['（此件不予公开）', '不予公开'],
    ['', ''],
  ] as const)('reads %s as “%s”', async ([note, disclosure]) => {
    const { markdown } = await importText(`会议听取了汇报。\n${note}`);
    expect(markdown.split('\n')[1]).toBe(`disclosure: ${disclosure}`.trimEnd());
  });

  test('leaves the hour of publication to the clerk unless it is given', async () => {
    const left = await importText('会议听取了汇报。\n（此件公开发布）');
    expect(left.markdown.split('\n')[2]).toBe('published:');
    expect(left.report.tasks.map(({ message }) => message)).toContain('发布时间空着');
    const given = await importText('会议听取了汇报。', { published: '2031-03-09 17:00' });
    expect(given.markdown.split('\n')[2]).toBe('published: 2031-03-09 17:00');
  });
});

describe('identify', () => {
  test.for([
    ['第 13 号\n2031 年 7 月 2 日下午，市长主持召开市政府第 9 次常务会议。', '2031/013'],
    ['云府会议纪要〔2031〕2 号\n2031年1月21日，区长主持召开第96次常务会议。', '2031/002'],
    ['第47次\n2031年7月30日，市长主持召开第5届人民政府第47次常务会议。', '2031/cwh-047'],
    ['十九届县政府第97次\n（二〇三一年十一月三日）\n11月3日，县长主持召开常务会议。', '2031/cwh-097'],
    ['（二〇二五年十一月三日）\n11月3日，县长主持召开第九十七次常务会议。', '2025/cwh-097'],
    ['2031年1月7日，县长主持召开县人民政府2031年第1次常务会议。', '2031/cwh-001'],
    ['2031年1月7日，市长主持召开第3次市长办公会议。', '2031/bgh-003'],
    ['2031年1月7日，主任主持召开城市规划委员会第4次会议。', '2031/gwh-004'],
    ['2031年1月7日，市长主持召开专题会议。', null],
  ] as const)('reads “%s” as %s', ([text, id]) => {
    expect(identify(readLines(text.replaceAll(' ', ''))).id).toBe(id);
  });

  test('doubts a year that it had to take from another date', () => {
    const { id, doubts } = identify(
      readLines('（二〇二五年十一月三日）\n11月3日，县长主持召开第97次常务会议。'),
    );
    expect([id, doubts]).toEqual([
      '2025/cwh-097',
      ['正文没有写明会议年份，按“（二〇二五年十一月三日）”取 2025 年'],
    ]);
  });

  test('is overruled by the person who imports', async () => {
    const { id, report } = await importText('会议听取了汇报。', { id: '2031/007' });
    expect([id, report.tasks.some(({ hint }) => hint.includes('--id'))]).toEqual(['2031/007', false]);
  });
});

describe('writeMarkdown', () => {
  test('escapes what the dialect would take for a mark, so that the text reads back as it was', () => {
    const texts = [
      '#不是标题',
      '# 也不是',
      '\\# 反斜线',
      'a\\*b',
      '1. 不是列表',
      '> 不是引文',
      '<b>不是标记</b>',
      '结尾\\',
      '&amp;',
      '---',
      '* 星',
      '`码`',
    ];
    const front = { disclosure: '主动公开', published: '2031-03-09 17:00' };
    const markdown = writeMarkdown(
      front,
      texts.map((text) => ({ depth: 0, text })),
    );
    expect(readDocument(markdown, 'a.md').text).toBe(texts.join('\n'));
  });

  test('keeps a # at the end of a heading', () => {
    const markdown = writeMarkdown({ disclosure: '', published: '' }, [{ depth: 2, text: '一、审议 C #' }]);
    expect(readDocument(markdown, 'a.md').text).toBe('一、审议 C #');
  });

  test('escapes nothing in ordinary text', () => {
    expect(escapeText('会议强调，（一）要抓好“3+3”工作；100%落实。')).toBe(
      '会议强调，（一）要抓好“3+3”工作；100%落实。',
    );
  });
});

describe('formatSummary', () => {
  test('aligns its columns by the width of Chinese characters', () => {
    const rows = [
      { file: 'a.docx', outcome: '2031/013', headings: 10, doubts: 4 },
      { file: '纪要二.pdf', outcome: '未导入：“纪要二.pdf”加了密码', headings: null, doubts: null },
    ];
    expect(`\n${formatSummary(rows)}\n`).toBe(`
文件        纪要                          议题标题  待核对
a.docx      2031/013                      10        4
纪要二.pdf  未导入：“纪要二.pdf”加了密码  —         —
`);
  });
});
