import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { GitError, runGit } from './git.ts';

/** The settings of git that may change what it tells of a history. */
const SETTINGS = '^(core|diff|extensions|i18n|log)\\.';

/** Where the history of a folder is to be read. */
export interface GitHead {
  /** The full hash of the newest commit. */
  readonly commit: string;
  readonly shallow: boolean;
  /** Where the folder lies in the repository; empty for its root. */
  readonly prefix: string;
  /** The parents that are to be taken for others; null where there is no such file. */
  readonly grafts: string | null;
}

/** Rejects with a `GitError` when there is no commit yet, and as `runGit` does. */
export async function readGitHead(dir: string): Promise<GitHead> {
  const options = ['HEAD', '--is-shallow-repository', '--git-path', 'info/grafts', '--show-prefix'];
  const told = (await runGit(dir, ['rev-parse', ...options])).toString('utf8');
  const [commit = '', shallow = '', grafts = '', ...prefix] = told.split('\n');
  return {
    commit,
    shallow: shallow === 'true',
    prefix: prefix.join('\n').trimEnd(),
    grafts: await maybeText(resolve(dir, grafts)),
  };
}

/** The settings of git that may change what it tells, as one text to compare. Rejects as `runGit` does. */
export async function readGitSettings(dir: string): Promise<string> {
  return (await runGit(dir, ['config', '--get-regexp', SETTINGS])).toString('utf8');
}

/**
 * Everything that decides what `readHistory` finds but the files themselves, as one text to compare: the
 * newest commit, whether the clone is shallow, where the folder lies in it, grafts, and settings. Why
 * there is no history, where git says so; null where it can't be told, so that nobody builds on it.
 */
export async function readGitState(dir: string): Promise<string | null> {
  try {
    return JSON.stringify(await Promise.all([readGitHead(dir), readGitSettings(dir)]));
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return error.reason === 'failed' ? null : error.reason;
  }
}

async function maybeText(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null);
}
