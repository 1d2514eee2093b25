import { stat } from 'node:fs/promises';
import { basename, extname, isAbsolute, join, relative, sep } from 'node:path';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { contentReader, maybeRealPath, shownPath } from './content-reader.ts';
import type { ContentFile, ContentReader } from './content-reader.ts';
import { UserError } from './user-error.ts';

/** One file of minutes, unparsed. */
export interface MinutesFile extends ContentFile {
  /** `2022/013`; the bare name of a file outside the content folder. */
  readonly id: string;
}

/** A content folder, or part of it. What can't be read is in `diagnostics`: nothing is skipped silently. */
export interface ContentFiles {
  /** Sorted by id. */
  readonly minutes: readonly MinutesFile[];
  /** `bureaus.yaml`; null when there is none. */
  readonly registry: ContentFile | null;
  /** `site.yaml`; null when there is none. */
  readonly site: ContentFile | null;
  readonly diagnostics: readonly Diagnostic[];
}

const YEAR = /^\d{4}$/;
const NAME = /^[a-z0-9-]+\.md$/;

/** The content folder a command works on: `CONTENT_DIR` of the environment, else `content`. */
export function contentDirOf(environment: Readonly<Record<string, string | undefined>>): string {
  const dir = environment['CONTENT_DIR'];
  return dir === undefined || dir === '' ? 'content' : dir;
}

/**
 * Reads a content folder: `minutes/<year>/<id>.md`, `bureaus.yaml`, `site.yaml`. A file of
 * another name or place is `file/bad-path`, as is a link that leads out of the folder; a file that
 * is no UTF-8 is `file/unreadable`. Throws a `UserError` when `dir` is no folder.
 */
export async function readContent(dir: string): Promise<ContentFiles> {
  const root = await maybeRealPath(dir);
  if (root === null || !(await stat(root)).isDirectory()) {
    throw new UserError(`没有内容文件夹“${shownPath(dir)}”`, '检查当前目录和环境变量 CONTENT_DIR');
  }
  const reader = contentReader(root);
  return {
    minutes: (await readMinutes(reader, join(dir, 'minutes'))).sort(byId),
    registry: await reader.readOptional(join(dir, 'bureaus.yaml')),
    site: await reader.readOptional(join(dir, 'site.yaml')),
    diagnostics: reader.diagnostics,
  };
}

/**
 * Reads some files of minutes, wherever they lie, with the registry of the content folder if there
 * is one; `site` is null. Files below `minutes/` keep its rules. Throws a `UserError` for what
 * doesn't exist or is no Markdown file.
 */
export async function readSomeContent(dir: string, files: readonly string[]): Promise<ContentFiles> {
  const root = await maybeRealPath(dir);
  const reader = contentReader(root ?? '');
  const minutes = new Map<string, MinutesFile>();
  for (const file of files) {
    await refuseWrongFile(file);
    const path = relative(join(dir, 'minutes'), file);
    const below = path.split(sep);
    const outside = below[0] === '..' || isAbsolute(path);
    const [year = '', name = ''] = below;
    const named = below.length === 2 && YEAR.test(year) && NAME.test(name);
    if (!outside && !(await reader.accepts(file, { kind: 'file', named }))) continue;
    const text = await reader.read(file);
    const id = outside ? basename(file, '.md') : `${year}/${name.slice(0, -3)}`;
    if (text !== null) minutes.set(text.path, { ...text, id });
  }
  return {
    minutes: [...minutes.values()].sort(byId),
    registry: root === null ? null : await reader.readOptional(join(dir, 'bureaus.yaml')),
    site: null,
    diagnostics: reader.diagnostics,
  };
}

async function readMinutes(reader: ContentReader, folder: string): Promise<MinutesFile[]> {
  const minutes: MinutesFile[] = [];
  if ((await maybeRealPath(folder)) === null) return minutes;
  for (const year of await reader.list(folder)) {
    const yearFolder = join(folder, year);
    if (!(await reader.accepts(yearFolder, { kind: 'folder', named: YEAR.test(year) }))) continue;
    for (const name of await reader.list(yearFolder)) {
      const file = join(yearFolder, name);
      if (!(await reader.accepts(file, { kind: 'file', named: NAME.test(name) }))) continue;
      const text = await reader.read(file);
      if (text !== null)
        minutes.push({ path: text.path, source: text.source, id: `${year}/${name.slice(0, -3)}` });
    }
  }
  return minutes;
}

async function refuseWrongFile(file: string): Promise<void> {
  const path = shownPath(file);
  const real = await maybeRealPath(file);
  if (real === null) throw new UserError(`没有“${path}”这个文件`, '检查文件名和所在的文件夹');
  if ((await stat(real)).isDirectory())
    throw new UserError(`“${path}”是文件夹`, '写出其中的文件名，如 文件夹/*.md');
  if (extname(file) !== '.md') throw new UserError(`“${path}”不是 Markdown 文件`, '先用 npm run import 转换');
}

function byId(one: MinutesFile, other: MinutesFile): number {
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}
