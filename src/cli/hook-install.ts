import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../files/user-error.ts';
import { hookScript, isOwnHook } from './hook-script.ts';

/** The hook of the repository around a project. */
interface Hook {
  readonly file: string;
  readonly script: string;
}

/**
 * Installs the pre-commit hook of the repository that holds the project and returns what was done. A hook
 * that isn't ours is never touched: rejects with a `UserError` that says what to add to it.
 */
export function installHook(project: string, contentDir: string | null): string {
  const { file, script } = findHook(project, contentDir);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : null;
  if (before !== null && !isOwnHook(before))
    throw new UserError(
      `已有别的 pre-commit 钩子“${file}”，没有改动`,
      '要两个都用，在它的末尾加一行：npm run --silent hooks -- --run',
    );
  if (before === script) return `钩子已经装好：${file}`;
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  return `已装钩子 ${file}：以后每次提交前检查要提交的纪要`;
}

/** Takes our hook away again and returns what was done; another's stays. */
export function removeHook(project: string): string {
  const { file } = findHook(project, null);
  if (!existsSync(file) || !isOwnHook(readFileSync(file, 'utf8'))) return '没有装过钩子';
  rmSync(file);
  return `已去掉钩子 ${file}`;
}

function findHook(project: string, contentDir: string | null): Hook {
  const top = ask(project, 'rev-parse', '--show-toplevel');
  const common = ask(project, 'rev-parse', '--path-format=absolute', '--git-common-dir');
  const folder = ask(project, 'rev-parse', '--path-format=absolute', '--git-path', 'hooks');
  // A folder of hooks for all repositories of the machine: ours would run in all of them.
  if (!isWithin(top, folder) && !isWithin(common, folder))
    throw new UserError(
      `git 的钩子文件夹“${folder}”是几个仓库共用的，没有改动`,
      '在那里的 pre-commit 里加上：npm run --silent hooks -- --run；或者 git config core.hooksPath .githooks 再装',
    );
  const below = relative(realpathSync(top), realpathSync(project)).split(sep).join('/');
  return { file: join(folder, 'pre-commit'), script: hookScript(below === '' ? '.' : below, contentDir) };
}

function ask(project: string, ...options: readonly string[]): string {
  try {
    return execFileSync('git', options, {
      cwd: project,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trimEnd();
  } catch {
    throw new UserError('这里不是 git 仓库，或者没有安装 git', '在 git clone 得到的文件夹里运行');
  }
}

function isWithin(folder: string, file: string): boolean {
  const path = relative(resolve(folder), resolve(file));
  return !isAbsolute(path) && path.split(sep)[0] !== '..';
}
