import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { minutesText, newRepository, type Repository } from '../files/repository.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const NOW = '2026-01-05 09:00';
const GOOD = minutesText('会议原则同意该《办法》。');
const BAD = GOOD.replace('主动公开', '不予公开');
/** What a commit of a few files may take, in seconds of the processor: other work of the machine isn't the hook's. */
const LIMIT = 2;
const CPU_REPORT = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  console.error('cpu ' + Math.round((user + system) / 1000));
});`;

let repository: Repository;
let project: string;

/** A clone of the project in a repository: its sources, and the packages of this one. */
beforeEach(() => {
  repository = newRepository();
  project = repository.dir;
  cpSync(join(ROOT, 'src'), join(project, 'src'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(project, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'), 'junction');
  writeFileSync(join(project, '.gitignore'), 'node_modules\nsrc\n');
});

afterEach(() => {
  repository.remove();
});

function hooks(...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/hooks.ts', ...options], {
    cwd: project,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Tries a commit; gives git's words when the hook refuses. */
function attempt(work: () => unknown): string {
  try {
    work();
    return '';
  } catch (error) {
    return String(error);
  }
}

function write(path: string, text: string): void {
  const file = join(repository.content, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

describe('the hook', () => {
  test('refuses a commit of minutes with an error, and lets it pass when mended', () => {
    expect(hooks().stdout).toContain('已装钩子');
    const refused = attempt(() => repository.commit(NOW, 'Publish', { 'minutes/2024/003.md': BAD }));
    expect(refused).toContain('content/minutes/2024/003.md:2:13 错误');
    expect(refused).toContain('[disclosure/not-public]');
    expect(refused).toContain('没有提交。改好以后 git add，再提交一次');
    expect(attempt(() => repository.commit(NOW, 'Publish', { 'minutes/2024/003.md': GOOD }))).toBe('');
  });

  test('judges what is staged, not what lies in the folder', () => {
    hooks();
    write('minutes/2024/003.md', BAD);
    repository.git(NOW, 'add', '--all');
    write('minutes/2024/003.md', GOOD);
    expect(attempt(() => repository.git(NOW, 'commit', '-qm', 'Publish'))).toContain('disclosure/not-public');
    repository.git(NOW, 'add', '--all');
    write('minutes/2024/003.md', BAD);
    expect(attempt(() => repository.git(NOW, 'commit', '-qm', 'Publish'))).toBe('');
  });

  test('judges the named files alone in a partial commit', () => {
    hooks();
    repository.commit(NOW, 'Begin', { 'minutes/2024/003.md': GOOD, 'minutes/2024/004.md': GOOD });
    write('minutes/2024/003.md', BAD);
    write('minutes/2024/004.md', `${GOOD}\n附：虚构。\n`);
    const commit = (file: string) => () =>
      repository.git(NOW, 'commit', '-qm', 'One', '--', `content/minutes/2024/${file}`);
    expect(attempt(commit('003.md'))).toContain('disclosure/not-public');
    expect(attempt(commit('004.md'))).toBe('');
  });

  test('has nothing to say of other files and of minutes that go', () => {
    hooks();
    expect(attempt(() => repository.commit(NOW, 'Note', { 'note.txt': BAD }))).toBe('');
    repository.commit(NOW, 'Begin', { 'minutes/2024/003.md': GOOD });
    expect(attempt(() => repository.commit(NOW, 'Gone', { 'minutes/2024/003.md': null }))).toBe('');
  });

  test('finds a file at a place where no minutes may be', () => {
    hooks();
    expect(attempt(() => repository.commit(NOW, 'Odd', { 'minutes/2024/第3号.md': GOOD }))).toContain(
      'file/bad-path',
    );
  });

  test('works where the project is a folder of a larger repository', () => {
    project = join(repository.dir, '纪要 站');
    mkdirSync(project);
    for (const name of ['src', 'package.json'])
      cpSync(join(repository.dir, name), join(project, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'), 'junction');
    hooks();
    mkdirSync(join(project, 'content/minutes/2024'), { recursive: true });
    writeFileSync(join(project, 'content/minutes/2024/003.md'), BAD);
    expect(attempt(() => repository.commit(NOW, 'Publish', {}))).toContain('disclosure/not-public');
  });

  test('answers for five files in less than two seconds', () => {
    hooks();
    for (const number of [1, 2, 3, 4, 5])
      write(`minutes/2024/00${String(number)}.md`, minutesText('会议原则同意该《办法》。', { number }));
    repository.git(NOW, 'add', '--all');
    const report = `data:text/javascript,${encodeURIComponent(CPU_REPORT)}`;
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', report, 'src/cli/hooks.ts', '--run'],
      {
        cwd: project,
        encoding: 'utf8',
      },
    );
    expect(status).toBe(0);
    expect(Number(/^cpu (\d+)$/mu.exec(stderr)?.[1]) / 1000).toBeLessThan(LIMIT);
  });
});

describe('the installation', () => {
  const hookFile = () => join(repository.dir, '.git/hooks/pre-commit');

  test('never touches the hook of another', () => {
    mkdirSync(join(hookFile(), '..'), { recursive: true });
    writeFileSync(hookFile(), '#!/bin/sh\nexit 0\n');
    expect(hooks()).toMatchObject({ status: 2, stdout: '' });
    expect(hooks('--remove').stdout).toBe('没有装过钩子\n');
    expect(readFileSync(hookFile(), 'utf8')).toBe('#!/bin/sh\nexit 0\n');
  });

  test('renews its own hook and takes it away again', () => {
    hooks();
    appendFileSync(hookFile(), 'exit 1\n');
    chmodSync(hookFile(), 0o644);
    expect(hooks().stdout).toContain('已装钩子');
    expect(hooks().stdout).toContain('钩子已经装好');
    expect(hooks('--remove').stdout).toContain('已去掉钩子');
    expect(existsSync(hookFile())).toBe(false);
  });

  test('keeps to a folder of hooks in the repository, and out of one outside', () => {
    repository.git(NOW, 'config', 'core.hooksPath', '.githooks');
    hooks();
    expect(existsSync(join(repository.dir, '.githooks/pre-commit'))).toBe(true);
    repository.git(NOW, 'config', 'core.hooksPath', join(repository.dir, '..', 'jiyao-shared-hooks'));
    expect(hooks()).toMatchObject({ status: 2 });
    expect(existsSync(join(repository.dir, '..', 'jiyao-shared-hooks'))).toBe(false);
  });
});
