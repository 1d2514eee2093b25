import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { UNKNOWN_PLACE } from '../minutes/places.ts';
import { maybeRealPath, shownPath } from './content-reader.ts';
import { readSomeContent, type ContentFiles, type MinutesFile } from './content.ts';
import { readObjects } from './git.ts';
import { UserError } from './user-error.ts';

const run = promisify(execFile);
const CHANGE = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [AMT]\0([^\0]+)\0/gmu;
/** Files that systems leave behind: no reader looks at them either. */
const HIDDEN = /(?:^|\/)\.[^/]*(?<!\.md)$/u;
const NAMED = /^minutes\/(\d{4}\/[a-z0-9-]+)\.md$/u;

/**
 * The minutes that the next commit adds or changes, as they are staged, not as they lie in the folder;
 * with the registry, the lists and the reviews of the folder. Null when it touches no minutes. Rejects
 * with a `UserError` outside of a repository.
 */
export async function readStagedContent(dir: string): Promise<ContentFiles | null> {
  const staged = await stagedMinutes(dir);
  if (staged.length === 0) return null;
  const present: string[] = [];
  for (const { path } of staged)
    if (NAMED.test(path) && maybeRealPath(join(dir, path)) !== null) present.push(join(dir, path));
  // The texts are those of the index; from the folder comes what is beside them.
  const folder = await readSomeContent(dir, present);
  const minutes: MinutesFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const objects = readObjects(
    dir,
    staged.map(({ object }) => object),
  );
  for (const { path } of staged) {
    const { value: bytes } = await objects.next();
    const id = NAMED.exec(path)?.[1];
    const file = shownPath(join(dir, path));
    const source = bytes === undefined ? null : decode(bytes);
    if (id === undefined) diagnostics.push(badPath(file));
    else if (source === null) diagnostics.push(unreadable(file));
    else minutes.push({ path: file, id, source });
  }
  await objects.next();
  return { ...folder, minutes, diagnostics };
}

/** What is staged below `minutes/`, by its path in the content folder. */
async function stagedMinutes(
  dir: string,
): Promise<readonly { readonly path: string; readonly object: string }[]> {
  const options = ['diff', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', '--relative'];
  try {
    // A hook must look into the index that git names in its environment: `commit FILE` has one of its own.
    const { stdout } = await run('git', ['--no-pager', ...options, '--', 'minutes'], {
      cwd: dir,
      maxBuffer: Infinity,
    });
    return [...stdout.matchAll(CHANGE)]
      .map(([, object = '', path = '']) => ({ object, path }))
      .filter(({ path }) => !HIDDEN.test(path));
  } catch {
    throw new UserError('git 没有说出这次要提交什么', '在 git 仓库里运行；常见的是内容文件夹不在仓库里');
  }
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function badPath(path: string): Diagnostic {
  return {
    code: 'file/bad-path',
    message: '要提交的文件不在纪要该在的位置，或者名称不合规定',
    hint: '改成 minutes/四位年份/名称.md，名称只用小写字母、数字和连字符；不是纪要的移出去',
    path,
    place: UNKNOWN_PLACE,
  };
}

function unreadable(path: string): Diagnostic {
  return {
    code: 'file/unreadable',
    message: '要提交的文件不是 UTF-8 文本',
    hint: '用编辑器另存为 UTF-8 再 git add',
    path,
    place: UNKNOWN_PLACE,
  };
}
