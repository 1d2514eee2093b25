import { describe, expect, test } from 'vitest';
import { importBytes } from '../../src/importers/import.ts';
import { readPdf } from '../../src/importers/readers/pdf.ts';
import { pdfFile } from './pdf-file.ts';
import type { PdfText } from './pdf-file.ts';

const LEFT = 80;

/** Lines of 16 points from the top of the text; a leading full-width space is an indent. */
function lines(texts: readonly string[]): readonly PdfText[] {
  return texts.map((text, index) => {
    const indent = text.length - text.trimStart().length;
    return { text: text.trim(), x: LEFT + indent * 16, y: 700 - index * 28 };
  });
}

const page = (texts: readonly string[], number: string): readonly PdfText[] => [
  ...lines(texts),
  { text: number, x: 290, y: 50, size: 14 },
];

async function body(pages: readonly (readonly PdfText[])[]): Promise<readonly string[]> {
  const { markdown } = await importBytes(pdfFile(pages), '纪要.pdf');
  return markdown
    .split('\n\n')
    .slice(1)
    .map((block) => block.trim());
}

const FIRST = [
  '　　2031年3月4日上午，林远山市长主持召',
  '开会议，本纪要为虚构。现纪要如下：',
  '　　一、审议《云川市河道管护办法》',
  '　　会议原则通过该《办法》。会后由市水务局修',
  '改完善，以市政府名义印发。会议强调，各镇要加',
  '强巡查，及时清理漂浮物，确保河道畅通，落实到',
];
const SECOND = ['人。（二）要加强宣传，引导群众自觉爱护河道。', '　　会议还研究了其他事项。'];

describe('readPdf', () => {
  test('joins lines to paragraphs by their indents, over page numbers and pages', async () => {
    expect(await body([page(FIRST, '1'), page(SECOND, '2')])).toEqual([
      '2031年3月4日上午，林远山市长主持召开会议，本纪要为虚构。现纪要如下：',
      '## 一、审议《云川市河道管护办法》',
      '会议原则通过该《办法》。会后由市水务局修改完善，以市政府名义印发。会议强调，各镇要加强巡查，及时清理漂浮物，确保河道畅通，落实到人。（二）要加强宣传，引导群众自觉爱护河道。',
      '会议还研究了其他事项。',
    ]);
  });

  test('drops running heads with the page numbers, and names each', async () => {
    const head = (texts: readonly string[], number: string): readonly PdfText[] => [
      { text: '云川市人民政府公报', x: 220, y: 800, size: 10 },
      ...page(texts, `— ${number} —`),
    ];
    const file = pdfFile([head(FIRST, '1'), head(SECOND, '2')]);
    const { markdown, report } = await importBytes(file, '纪要.pdf');
    expect(markdown).not.toContain('公报');
    const dropped = report.changes.flatMap(({ edit }) => (edit?.kind === 'drop' ? [edit.dropped.text] : []));
    expect(dropped).toEqual(['云川市人民政府公报', '— 1 —', '云川市人民政府公报', '— 2 —']);
  });

  test('keeps the columns of a list of names apart', async () => {
    const columns = (names: readonly string[], y: number): readonly PdfText[] =>
      names.map((text, index) => ({ text, x: LEFT + index * 130, y }));
    const list = [
      ...columns(['出席：林远山', '周小舟', '欧阳青'], 700),
      ...columns(['孙立', '李四', '王小明'], 672),
    ];
    expect(
      await body([[...list, ...lines(['会议听取了市水务局的汇报。']).map((run) => ({ ...run, y: 730 }))]]),
    ).toContain('出席：林远山 周小舟 欧阳青 孙立 李四 王小明');
  });

  test('reads no space into a line that was stretched to the margin', async () => {
    const [first] = lines(['会议原则通过该办法会后由市水务局修改完善后印发']);
    const { blocks } = await readPdf(pdfFile([first ? [{ ...first, spread: 2.4 }] : []]), '纪要.pdf');
    expect(blocks.map(({ text }) => text)).toEqual(['会议原则通过该办法会后由市水务局修改完善后印发']);
  });

  test('tells page and line of each block', async () => {
    const { blocks } = await readPdf(pdfFile([page(FIRST, '1'), page(SECOND, '2')]), '纪要.pdf');
    const places = blocks.map(({ origins }) => origins[0]?.place);
    expect([places[0], places[7]]).toEqual([
      { page: 1, line: 1 },
      { page: 2, line: 1 },
    ]);
  });

  test('refuses a scan without text', async () => {
    await expect(readPdf(pdfFile([[], []]), '扫描.pdf')).rejects.toThrow(
      '“扫描.pdf”没有文字层，可能是扫描件',
    );
  });
});
