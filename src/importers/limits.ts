import { ImportError } from './import-error.ts';
import type { SourceBlocks } from './blocks.ts';

/**
 * What no minutes reach: the longest known have 20,000 characters. Beyond it a file is a mistake or an
 * attack, and reading on would only cost memory and time.
 */
export const MOST_BYTES = 64 * 1024 * 1024;
/** A saved web page may hold its pictures within. */
export const MOST_PAGE_BYTES = 8 * 1024 * 1024;
/** The parts of a Word file or the streams of a PDF, unpacked, pictures left out. */
export const MOST_UNPACKED = 128 * 1024 * 1024;
export const MOST_CHARACTERS = 350_000;

/** Throws an `ImportError` where a file is larger than any that holds minutes. */
export function refuseLargeFile(bytes: Uint8Array, fileName: string, most: number = MOST_BYTES): void {
  if (bytes.length <= most) return;
  throw new ImportError(
    `“${fileName}”有 ${String(Math.round(bytes.length / 1024 / 1024))} MB，超过 ${String(most / 1024 / 1024)} MB，不像一份纪要`,
    '删去图片和附件，只留纪要，另存后再导入',
  );
}

/** The same of a file that is small only because it is packed. */
export function unpackedTooLarge(fileName: string): ImportError {
  return new ImportError(
    `“${fileName}”解开以后超过 ${String(MOST_UNPACKED / 1024 / 1024)} MB，不像一份纪要`,
    '用 Word、WPS 或阅读器打开，只留纪要，另存后再导入',
  );
}

/** The blocks as they are; throws an `ImportError` where there is more text than any minutes have. */
export function withinLimits(source: SourceBlocks, fileName: string): SourceBlocks {
  const characters = source.blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (characters <= MOST_CHARACTERS) return source;
  throw new ImportError(
    `“${fileName}”有 ${String(Math.round(characters / 10_000))} 万字，不像一份纪要`,
    '一份文件只放一份纪要；几份合订的，分开后再导入',
  );
}
