import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { GitError, runGit } from './git.ts';

/** The settings of git that may change what it tells of a history. */
const SETTINGS = '^(core|diff|extensions|i18n|log)\\.';

/**
 * Everything that decides what `readHistory` finds but the files themselves, as one text to compare: the
 * newest commit, whether the clone is shallow, where the folder lies in it, grafts, and settings. Why
 * there is no history, where git says so; null where it can't be told, so that nobody builds on it.
 */
export async function readGitState(dir: string): Promise<string | null> {
  try {
    const [facts, settings] = await Promise.all([
      runGit(dir, [
        'rev-parse',
        '--is-shallow-repository',
        '--show-prefix',
        '--git-path',
        'info/grafts',
        'HEAD',
      ]),
      runGit(dir, ['config', '--get-regexp', SETTINGS]),
    ]);
    const told = facts.toString('utf8');
    const [, , grafts = ''] = told.split('\n');
    return JSON.stringify([told, settings.toString('utf8'), await maybeText(resolve(dir, grafts))]);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return error.reason === 'failed' ? null : error.reason;
  }
}

async function maybeText(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null);
}
