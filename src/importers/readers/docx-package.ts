import { strFromU8, unzipSync, zipSync } from 'fflate';
import { ImportError } from '../import-error.ts';
import { MOST_UNPACKED, unpackedTooLarge } from '../limits.ts';

/** The XML parts of a Word file by their names; pictures and embedded files are left out. */
export type DocxParts = Readonly<Record<string, Uint8Array>>;

export const DOCUMENT = 'word/document.xml';
const RESAVE = '用 Word 或 WPS 打开，另存为 .docx 后再导入';

/**
 * Opens a Word file in memory; nothing of it is written anywhere, whatever its parts are called.
 * Throws an `ImportError` on what is no Word file, on one that unpacks to more than any minutes need,
 * and on parts that declare entities, which Word never writes.
 */
export function openDocx(bytes: Uint8Array, fileName: string): DocxParts {
  const parts = unpack(bytes, fileName);
  if (parts === null || parts[DOCUMENT] === undefined) throw notReadable(fileName);
  for (const part of Object.values(parts))
    if (/<!(?:DOCTYPE|ENTITY)/.test(strFromU8(part, true))) throw notReadable(fileName);
  return parts;
}

/** The parts as a file again, without what a hostile one says of its own sizes. */
export function packDocx(parts: DocxParts): Uint8Array {
  return zipSync({ ...parts }, { level: 0 });
}

export function notReadable(fileName: string): ImportError {
  return new ImportError(`“${fileName}”不是能读的 Word 文件`, RESAVE);
}

/** The parts; null for a damaged archive. More than a file states of its sizes is never unpacked. */
function unpack(bytes: Uint8Array, fileName: string): DocxParts | null {
  let stated = 0;
  const isWanted = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (!/\.(?:xml|rels)$/u.test(name)) return false;
    stated += originalSize;
    if (stated > MOST_UNPACKED) throw unpackedTooLarge(fileName);
    return true;
  };
  try {
    return unzipSync(bytes, { filter: isWanted });
  } catch (error) {
    if (error instanceof ImportError) throw error;
    return null;
  }
}
