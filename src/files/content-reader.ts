import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Diagnostic, DiagnosticCode } from '../minutes/diagnostics.ts';
import { UNKNOWN_PLACE } from '../minutes/places.ts';
import { errorCode, readText } from './text-file.ts';

/** A file of the content folder, unparsed. */
export interface ContentFile {
  /** Relative to the working directory, with forward slashes. */
  readonly path: string;
  readonly source: string;
}

/** What an entry of the content folder must be; `named` says whether its name is of the right form. */
export interface Expected {
  readonly kind: 'file' | 'folder';
  readonly named: boolean;
  /** What to do when it isn't; as for minutes when left out. */
  readonly hint?: string;
}

/**
 * Reads below one folder and nowhere else; whatever it refuses or can't read is a finding. It waits for each
 * file: to read ten thousand small ones side by side would cost far more than the reading.
 */
export interface ContentReader {
  /** Names in a folder, sorted by code unit, without hidden files that aren't Markdown. */
  list(folder: string): readonly string[];
  /** Whether an entry is what it must be and lies in the folder. */
  accepts(file: string, expected: Expected): boolean;
  /** The text of a file; null when it can't be read or is larger than `most` bytes. */
  read(file: string, most?: number): ContentFile | null;
  /** The same for a file that need not exist. */
  readOptional(file: string): ContentFile | null;
  /** The bytes of a file that need not exist and is no text. */
  bytesOptional(file: string): Uint8Array | null;
  readonly diagnostics: readonly Diagnostic[];
}

const BAD_NAME_HINT = '改成 minutes/四位年份/名称.md，名称只用小写字母、数字和连字符，如 minutes/2022/013.md';
const NOT_MARKDOWN_HINT = '是纪要的，用 npm run import 转成 Markdown；然后把这个文件移出去';
const LINK_HINT = '换成真正的文件或文件夹';

/** A path as people know it: relative to the working directory, with forward slashes. */
export function shownPath(file: string): string {
  const path = relative('', file);
  return (path === '' ? '.' : path).split(sep).join('/');
}

/** The real path of a file, links followed; null when there is none. */
export function maybeRealPath(file: string): string | null {
  try {
    return realpathSync.native(file);
  } catch {
    return null;
  }
}

/** A reader of the folder whose real path is `root`. */
export function contentReader(root: string): ContentReader {
  const diagnostics: Diagnostic[] = [];
  const report = (code: DiagnosticCode, path: string, message: string, hint: string): void => {
    diagnostics.push({ code, message, hint, path, place: UNKNOWN_PLACE });
  };
  /** The real path when it lies in the folder; else a finding and null. */
  const within = (file: string): string | null => {
    const real = maybeRealPath(file);
    if (real !== null && (real === root || real.startsWith(join(root, sep)))) return real;
    const path = shownPath(file);
    report('file/bad-path', path, `“${path}”链接到内容文件夹之外，或者链接已经失效`, LINK_HINT);
    return null;
  };
  const read = (file: string, most?: number): ContentFile | null => {
    const text = readText(file, shownPath(file), most);
    if (text.kind === 'text') return { path: text.path, source: text.source };
    diagnostics.push(text.diagnostic);
    return null;
  };

  return {
    diagnostics,
    read,
    readOptional(file) {
      return maybeRealPath(file) === null || within(file) === null ? null : read(file);
    },
    bytesOptional(file) {
      const real = maybeRealPath(file) === null ? null : within(file);
      if (real === null) return null;
      try {
        return readFileSync(real);
      } catch (error) {
        const path = shownPath(file);
        const message = `“${path}”打不开（${errorCode(error)}）`;
        report('file/unreadable', path, message, '检查它是不是文件、是否有读取权限');
        return null;
      }
    },
    list(folder) {
      const real = within(folder);
      const names = real === null ? [] : maybeList(real);
      if (names !== null) return names.filter((name) => !name.startsWith('.') || name.endsWith('.md')).sort();
      const path = shownPath(folder);
      report('file/unreadable', path, `文件夹“${path}”打不开`, '检查它是不是文件夹、是否有读取权限');
      return [];
    },
    accepts(file, { kind, named, hint: ownHint }) {
      const real = within(file);
      if (real === null) return false;
      const found = statSync(real);
      const isKind = kind === 'folder' ? found.isDirectory() : found.isFile();
      if (named && isKind) return true;
      const path = shownPath(file);
      const hint = found.isDirectory() || /\.md$/iu.test(path) ? BAD_NAME_HINT : NOT_MARKDOWN_HINT;
      report('file/bad-path', path, `“${path}”的位置或名称不合规定`, ownHint ?? hint);
      return false;
    },
  };
}

function maybeList(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder);
  } catch {
    return null;
  }
}
