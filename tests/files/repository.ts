import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The person whose name and address must stand in no output (R5.2). */
export const AUTHOR = { name: '不可外传的作者', email: 'secret.author@example.invalid' };

/** A git repository that a test writes commit by commit. */
export interface Repository {
  readonly dir: string;
  /** The content folder in it. */
  readonly content: string;
  /** Writes files (null removes one), paths relative to the content folder, and commits at a minute in Beijing. */
  commit(minute: string, message: string, files: Readonly<Record<string, string | null>>): string;
  /** Moves a file without changing it, and commits. */
  move(minute: string, message: string, from: string, to: string): string;
  /** Runs git at a minute; returns what it printed. */
  git(minute: string, ...options: readonly string[]): string;
  remove(): void;
}

/** A fresh repository in a temporary folder, on the branch `main`. */
export function newRepository(): Repository {
  const dir = mkdtempSync(join(tmpdir(), 'jiyao-history-'));
  const content = join(dir, 'content');
  mkdirSync(content);
  const git = (minute: string, ...options: readonly string[]): string => {
    const date = `${minute.replace(' ', 'T')}:00+08:00`;
    const { status, stdout, stderr } = spawnSync('git', options, {
      cwd: dir,
      encoding: 'utf8',
      env: {
        ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
        GIT_AUTHOR_NAME: AUTHOR.name,
        GIT_AUTHOR_EMAIL: AUTHOR.email,
        GIT_COMMITTER_NAME: AUTHOR.name,
        GIT_COMMITTER_EMAIL: AUTHOR.email,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
      },
    });
    if (status !== 0) throw new Error(`git ${options.join(' ')}: ${stdout}${stderr}`);
    return stdout.trim();
  };
  const commit = (minute: string, message: string): string => {
    git(minute, 'add', '--all');
    git(minute, 'commit', '--quiet', '--allow-empty', '--message', message);
    return git(minute, 'rev-parse', 'HEAD');
  };
  git('2024-01-01 00:00', 'init', '--quiet', '--initial-branch=main');
  return {
    dir,
    content,
    git,
    commit(minute, message, files) {
      for (const [path, text] of Object.entries(files)) {
        const file = join(content, path);
        mkdirSync(dirname(file), { recursive: true });
        if (text === null) rmSync(file);
        else writeFileSync(file, text);
      }
      return commit(minute, message);
    },
    move(minute, message, from, to) {
      mkdirSync(dirname(join(content, to)), { recursive: true });
      git(minute, 'mv', `content/${from}`, `content/${to}`);
      return commit(minute, message);
    },
    remove() {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Minutes of a fictional city (虚构): front matter and one item whose decision is `decision`. */
export function minutesText(
  decision: string,
  { published = '2024-03-20 09:00', disclosure = '主动公开', extra = '', number = 3 } = {},
): string {
  const month = Number(published.slice(5, 7));
  return `---
disclosure: ${disclosure}
published: ${published}
${extra}---

# 云岭市人民政府常务会议纪要

第${number}号

云岭市人民政府办公室

2024年${month}月8日

2024年${month}月5日上午，林远市长主持召开市政府第${number}次常务会议，审议《云岭市公园管理办法》，纪要如下：

## 一、审议《云岭市公园管理办法》

会议听取了市水利局关于《云岭市公园管理办法》起草情况的汇报。${decision}

会议强调，（一）要科学规划，合理布局。（二）要精心养护。

（此件公开发布）
`;
}
