import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Chapter } from './chronicle.ts';

/** Nobody: the commits of a fictional city have no real author. */
const AUTHOR = '虚构城市 <city@example.invalid>';

/**
 * Writes a city as a git repository with the content folder `content`: the files as they are in the end,
 * and their history as commits, byte for byte the same each time. False when there is no git: then there
 * are the files alone. `dir` must be empty.
 */
export function writeRepository(dir: string, chapters: readonly Chapter[]): boolean {
  for (const { files } of chapters)
    for (const [path, source] of Object.entries(files)) {
      const file = join(dir, 'content', path);
      mkdirSync(dirname(file), { recursive: true });
      if (source === null) rmSync(file);
      else writeFileSync(file, source);
    }
  return (
    runGit(dir, ['init', '--quiet', '--initial-branch=main'], '') &&
    runGit(dir, ['fast-import', '--quiet', '--force'], chapters.map(commitOf).join(''))
  );
}

function commitOf({ minute, message, files }: Chapter): string {
  const seconds = Date.parse(`${minute.replace(' ', 'T')}:00+08:00`) / 1000;
  const changes = Object.entries(files).map(([path, source]) =>
    source === null ? `D content/${path}\n` : `M 100644 inline content/${path}\n${dataOf(source)}`,
  );
  const who = `${AUTHOR} ${String(seconds)} +0800`;
  return `commit refs/heads/main\ncommitter ${who}\n${dataOf(message)}${changes.join('')}\n`;
}

function dataOf(text: string): string {
  return `data ${String(Buffer.byteLength(text))}\n${text}\n`;
}

/** Runs git in the folder, whatever repository the caller stands in. */
function runGit(dir: string, options: readonly string[], input: string): boolean {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const { status, error } = spawnSync('git', options, { cwd: dir, input, env: Object.fromEntries(own) });
  return error === undefined && status === 0;
}
