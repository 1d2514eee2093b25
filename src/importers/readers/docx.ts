import { strFromU8 } from 'fflate';
import mammoth from 'mammoth';
import { ImportError } from '../import-error.ts';
import { writeOutNumbers } from './docx-numbering.ts';
import { DOCUMENT, notReadable, openDocx, packDocx } from './docx-package.ts';
import { readPlainHtml } from './html.ts';
import type { ReaderNote, SourceBlocks } from '../blocks.ts';

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='标题'] => h1:fresh"];
const NO_IMAGES = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));

/**
 * Reads a Word file: paragraphs, headings, tables by row, automatic numbers written out.
 * Throws `ImportError` on a file with tracked changes or comments, which isn't finished, on one
 * that is locked, and on one that is no Word file.
 */
export async function readDocx(bytes: Uint8Array, fileName: string): Promise<SourceBlocks> {
  const parts = openDocx(bytes, fileName);
  const document = strFromU8(parts[DOCUMENT] ?? new Uint8Array());
  refuseUnfinished(document, fileName);
  const { parts: numbered, numbers } = writeOutNumbers(parts);
  const options = { styleMap: STYLES, convertImage: NO_IMAGES };
  const blocks = readPlainHtml(await toHtml(packDocx(numbered), options, fileName));
  if (blocks.length === 0) {
    throw new ImportError(`“${fileName}”里没有文字`, '检查文件是不是图片或扫描件，是的话先做文字识别');
  }
  const notes = numbers.map(({ mark, text }): ReaderNote => {
    const line = blocks.findIndex((block) => block.text.startsWith(mark + text.slice(0, 8))) + 1;
    return {
      place: { page: null, line: Math.max(1, line) },
      note: '自动编号写成文字',
      excerpt: `${mark}${text}`,
      doubt: false,
    };
  });
  return { format: 'docx', encoding: null, blocks, notes: [...notes, ...outsideText(document)] };
}

async function toHtml(
  bytes: Uint8Array,
  options: Parameters<typeof mammoth.convertToHtml>[1],
  fileName: string,
): Promise<string> {
  try {
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)).value;
  } catch {
    throw notReadable(fileName);
  }
}

const TRACKED = /<w:(?:ins|del|moveFrom|moveTo) /;
const COMMENTED = /<w:commentReference /;

function refuseUnfinished(document: string, fileName: string): void {
  if (TRACKED.test(document)) {
    throw new ImportError(
      `“${fileName}”里有未处理的修订，不是定稿`,
      '在“审阅”里接受或拒绝所有修订，保存后再导入',
    );
  }
  if (COMMENTED.test(document)) {
    throw new ImportError(`“${fileName}”里有批注，不是定稿`, '在“审阅”里删除所有批注，保存后再导入');
  }
}

/** Footnotes and pictures are not carried over: the clerk is told. */
function outsideText(document: string): readonly ReaderNote[] {
  const place = { page: null, line: 1 };
  const notes: ReaderNote[] = [];
  if (/<w:(?:footnote|endnote)Reference /.test(document)) {
    notes.push({ place, note: '有脚注或尾注，接在正文之后，请核对位置', excerpt: '', doubt: true });
  }
  if (/<(?:w:drawing|w:pict)[ >]/.test(document)) {
    notes.push({ place, note: '有图片或图形，里面的文字可能没有导入，请核对', excerpt: '', doubt: true });
  }
  return notes;
}
