import { importDocument } from './draft.ts';
import { readSource } from './read.ts';
import type { Imported, ImportOptions } from './draft.ts';
import type { ConvertOffice } from './read.ts';

/**
 * Bytes of a txt, md, html, docx or pdf file (and, with `convert`, of an older office file) to a
 * draft for `content/minutes/` and its report. Throws `ImportError` (Chinese message and hint)
 * where the file can't be read.
 */
export async function importBytes(
  bytes: Uint8Array,
  fileName: string,
  options: ImportOptions = {},
  convert?: ConvertOffice,
): Promise<Imported> {
  return importDocument(await readSource(bytes, fileName, convert), options);
}
