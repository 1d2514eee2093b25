import { readFileSync, statSync } from 'node:fs';
import { UNKNOWN_PLACE } from '../minutes/places.ts';
import type { Place } from '../minutes/places.ts';
import type { Diagnostic } from '../minutes/diagnostics.ts';

/** A text file that was read, or the finding that says why it couldn't be. */
export type TextFile =
  | { readonly kind: 'text'; readonly path: string; readonly source: string }
  | { readonly kind: 'unreadable'; readonly path: string; readonly diagnostic: Diagnostic };

/**
 * Reads a UTF-8 file from `file`, known to people as `path`. Bytes that are no UTF-8 are never
 * replaced: the file is then unreadable, and the finding points at the first line that has them.
 * A byte order mark is kept. Never throws.
 *
 * @param most the size in bytes beyond which a file isn't even read
 */
export function readText(file: string, path: string, most = Infinity): TextFile {
  let bytes: Uint8Array;
  try {
    const { size } = statSync(file);
    if (size > most) return tooLarge(path, size, most);
    bytes = readFileSync(file);
  } catch (error) {
    return unreadable(
      path,
      `“${path}”打不开（${errorCode(error)}）`,
      '检查文件是否存在、是否有读取权限',
      UNKNOWN_PLACE,
    );
  }
  const source = decodeUtf8(bytes);
  if (source !== null) return { kind: 'text', path, source };
  const place: Place = { kind: 'source', line: firstBadLine(bytes), column: 1, length: 1 };
  return unreadable(path, `“${path}”不是 UTF-8 编码`, '用编辑器打开，另存为 UTF-8 编码', place);
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of UTF-8 bytes, or null when they are not UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

const LINE_FEED = 0x0a;

function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(LINE_FEED, start);
    const stop = end < 0 ? bytes.length : end;
    if (decodeUtf8(bytes.subarray(start, stop)) === null) return line;
    start = stop + 1;
  }
  return line;
}

function unreadable(path: string, message: string, hint: string, place: Place): TextFile {
  return { kind: 'unreadable', path, diagnostic: { code: 'file/unreadable', message, hint, path, place } };
}

function tooLarge(path: string, size: number, most: number): TextFile {
  const message = `“${path}”有 ${inMegabytes(size)} MB，超过 ${inMegabytes(most)} MB，不像一份纪要`;
  const hint = '一个文件只放一份纪要的正文，图片和附件不放';
  return {
    kind: 'unreadable',
    path,
    diagnostic: { code: 'file/too-large', message, hint, path, place: UNKNOWN_PLACE },
  };
}

function inMegabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/u, '');
}

/** The code of a system error (ENOENT); a word for what has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '原因不明';
}
