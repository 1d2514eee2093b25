import { getDocumentProxy } from 'unpdf';
import { blockAt, visibleText } from '../blocks.ts';
import { ImportError } from '../import-error.ts';
import { edgesOf, linesOf } from './pdf-lines.ts';
import { runningLines } from './pdf-margins.ts';
import { refuseLargeStreams } from './pdf-streams.ts';
import type { Block, SourceBlocks } from '../blocks.ts';
import type { PdfLine, TextEdges, TextRun } from './pdf-lines.ts';
import type { PdfPage } from './pdf-margins.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * Reads the text layer of a PDF, line by line with its position: indents and full lines tell the
 * repairs where paragraphs end; page numbers and running heads are marked as standing in the margin.
 * Throws `ImportError` on a scan without text, a locked file, and one that is no PDF.
 */
export async function readPdf(bytes: Uint8Array, fileName: string): Promise<SourceBlocks> {
  refuseLargeStreams(bytes, fileName);
  const pages = await readPages(await open(bytes, fileName), fileName);
  const lines = pages.flatMap((page) => page.lines);
  const characters = lines.reduce((sum, { text }) => sum + visibleText(text).length, 0);
  if (characters < Math.max(10, pages.length * 8)) {
    throw new ImportError(
      `“${fileName}”没有文字层，可能是扫描件`,
      '先做文字识别（OCR），核对后存成 docx 或 txt 再导入',
    );
  }
  const edges = edgesOf(lines);
  const margins = runningLines(pages);
  const blocks = pages.flatMap((page, index) =>
    blocksOf(page, index + 1, edges, margins[index] ?? new Set()),
  );
  return { format: 'pdf', encoding: null, blocks, notes: [] };
}

async function open(bytes: Uint8Array, fileName: string): Promise<Pdf> {
  try {
    // The library takes the buffer for itself, so it gets a copy; 0 keeps it from printing warnings.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new ImportError(`“${fileName}”加了密码`, '去掉密码后另存，再导入');
    }
    throw notReadable(fileName);
  }
}

/** Damage may show only where a page is opened. */
async function readPages(pdf: Pdf, fileName: string): Promise<readonly PdfPage[]> {
  const pages: PdfPage[] = [];
  try {
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(pdf, number));
    await pdf.cleanup();
  } catch {
    throw notReadable(fileName);
  }
  return pages;
}

function notReadable(fileName: string): ImportError {
  return new ImportError(`“${fileName}”不是能读的 PDF 文件`, '用阅读器打开看看是否损坏，重新导出后再导入');
}

async function readPage(pdf: Pdf, number: number): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item): readonly TextRun[] => {
    if (!('str' in item) || item.str === '') return [];
    const [, , skew = 0, scale = 0, x = 0, y = 0] = item.transform.map(Number);
    const size = Math.hypot(skew, scale) || item.height || 1;
    return [{ text: item.str, x, y, width: item.width, size }];
  });
  const [, bottom = 0, , top = 0] = page.view;
  return { lines: linesOf(runs.map((run) => ({ ...run, y: run.y - bottom }))), height: top - bottom };
}

function blocksOf(
  page: PdfPage,
  number: number,
  edges: TextEdges,
  margin: ReadonlySet<number>,
): readonly Block[] {
  return page.lines.map((line, index) => {
    const place = { page: number, line: index + 1 };
    const layout = { indent: indentOf(line, edges), fill: fillOf(line, edges), margin: margin.has(index) };
    return blockAt(line.text, place, layout);
  });
}

function indentOf(line: PdfLine, edges: TextEdges): number {
  return Math.max(0, Math.round(((line.left - edges.left) / edges.size) * 2) / 2);
}

/** 1 for a line that reaches the right edge of the text. */
function fillOf(line: PdfLine, edges: TextEdges): number {
  const width = edges.right - edges.left;
  return width <= 0 ? 1 : Math.min(1, Math.max(0, (line.right - edges.left) / width));
}
