import { decodeText } from './encoding.ts';
import { ImportError } from './import-error.ts';
import { MOST_PAGE_BYTES, refuseLargeFile, withinLimits } from './limits.ts';
import { readDocx } from './readers/docx.ts';
import { readHtml } from './readers/html.ts';
import { readMarkdown } from './readers/md.ts';
import { readPdf } from './readers/pdf.ts';
import { readLines } from './readers/txt.ts';
import type { SourceBlocks } from './blocks.ts';

/**
 * Turns an office file of another kind (.doc, .wps, .ofd, .rtf, .odt) into docx or pdf; null where
 * the machine has no converter. Given by the caller, for it needs programs and files.
 */
export type ConvertOffice = (
  bytes: Uint8Array,
  ending: string,
) => Promise<{ readonly bytes: Uint8Array; readonly ending: 'docx' | 'pdf' } | null>;

type Kind = 'txt' | 'md' | 'html' | 'docx' | 'pdf' | 'office' | 'image';

const ENDINGS: Readonly<Record<string, Kind>> = {
  txt: 'txt',
  text: 'txt',
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
  shtml: 'html',
  docx: 'docx',
  docm: 'docx',
  pdf: 'pdf',
  doc: 'office',
  wps: 'office',
  ofd: 'office',
  rtf: 'office',
  odt: 'office',
  jpg: 'image',
  jpeg: 'image',
  png: 'image',
  tif: 'image',
  tiff: 'image',
};

/**
 * Reads one file into neutral blocks. The ending of the name picks the reader, but what the bytes
 * say counts more: web pages and docx files are often saved as `.doc`.
 * Throws `ImportError` where the file can't be read, or is larger than any minutes are.
 */
export async function readSource(
  bytes: Uint8Array,
  fileName: string,
  convert: ConvertOffice = () => Promise.resolve(null),
): Promise<SourceBlocks> {
  const name = fileName.split(/[\\/]/).at(-1) ?? fileName;
  if (bytes.length === 0) throw new ImportError(`“${name}”是空文件`, '检查文件是否下载或保存完整');
  refuseLargeFile(bytes, name);
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const source = await readKind(bytes, kindOf(bytes, ending), { name, ending, convert });
  return withinLimits(source, name);
}

function readKind(
  bytes: Uint8Array,
  kind: Kind | null,
  {
    name,
    ending,
    convert,
  }: { readonly name: string; readonly ending: string; readonly convert: ConvertOffice },
): SourceBlocks | Promise<SourceBlocks> {
  switch (kind) {
    case 'docx':
      return readDocx(bytes, name);
    case 'pdf':
      return readPdf(bytes, name);
    case 'office':
      return readOffice(bytes, ending, name, convert);
    case 'image':
      throw new ImportError(
        `“${name}”是图片，没有文字`,
        '先做文字识别（OCR），核对后存成 docx 或 txt 再导入',
      );
    case 'txt':
    case 'md':
    case 'html':
      return readText(bytes, kind, name);
    case null:
      throw new ImportError(
        `“${name}”不是能导入的文件类型`,
        '能导入 txt、md、html、docx、pdf；其他文件先用 Word 或 WPS 另存为 docx',
      );
    default:
      return kind satisfies never;
  }
}

/** Kind by the first bytes, else by the ending; null for neither. */
function kindOf(bytes: Uint8Array, ending: string): Kind | null {
  const named = ENDINGS[ending] ?? null;
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('\xd0\xcf\x11\xe0') || start.startsWith('{\\rtf')) return 'office';
  if (start.startsWith('PK\x03\x04')) return named === 'office' && !holdsDocx(bytes) ? 'office' : 'docx';
  if (named === 'office' && looksLikeHtml(bytes)) return 'html';
  return named;
}

/** A docx that was renamed `.doc`; an ofd or odt is a zip too, with other parts. */
function holdsDocx(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes).includes('word/document.xml');
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  return /<(?:!doctype html|html|head|body)[\s>]/i.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 2000)),
  );
}

function readText(bytes: Uint8Array, kind: 'txt' | 'md' | 'html', name: string): SourceBlocks {
  const decoded = decodeText(bytes);
  if (!decoded) {
    throw new ImportError(`“${name}”不是文本，或者编码不认识`, '另存为 UTF-8 编码的文本文件再导入');
  }
  const { text, encoding } = decoded;
  if (kind === 'html') {
    refuseLargeFile(bytes, name, MOST_PAGE_BYTES);
    return readHtml(text, encoding);
  }
  const source: SourceBlocks =
    kind === 'md'
      ? readMarkdown(text, encoding)
      : { format: 'txt', encoding, blocks: readLines(text), notes: [] };
  if (source.blocks.length === 0) throw new ImportError(`“${name}”里没有文字`, '检查文件是否下载或保存完整');
  return source;
}

async function readOffice(
  bytes: Uint8Array,
  ending: string,
  name: string,
  convert: ConvertOffice,
): Promise<SourceBlocks> {
  const converted = await convert(bytes, ending === 'docx' ? 'doc' : ending);
  if (!converted) {
    throw new ImportError(
      `“${name}”是旧格式，本机没有 LibreOffice，不能转换`,
      '用 Word 或 WPS 打开，“另存为”选“Word 文档 (*.docx)”，再导入 docx',
    );
  }
  return converted.ending === 'docx' ? readDocx(converted.bytes, name) : readPdf(converted.bytes, name);
}
