import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordedHistory } from '../../src/corpus/revisions.ts';
import type { CurrentFile } from '../../src/files/current-file.ts';
import { readHistory } from '../../src/files/history.ts';
import type { HistoryCache } from '../../src/files/kept-history.ts';
import { filesIn, lazyFilesIn } from './current-files.ts';
import { gitDuring } from './git-witness.ts';
import { happen, PAST } from './random-past.ts';
import { AUTHOR, minutesText, newRepository, type Repository } from './repository.ts';

const FILE = 'minutes/2024/003.md';
const OTHER = 'minutes/2024/004.md';
const FIRST = minutesText('会议原则同意该《办法》。');
const SECOND = minutesText('会议同意该《办法》。');
const THIRD = minutesText('会议通过该《办法》。');

let repository: Repository;
let folder: string;
let cache: HistoryCache;
beforeEach(() => {
  repository = newRepository();
  folder = mkdtempSync(join(tmpdir(), 'jiyao-kept-'));
  cache = { file: join(folder, 'site', 'history.json'), code: 'one' };
});
afterEach(() => {
  repository.remove();
  rmSync(folder, { recursive: true });
});

/** A history as plain data, its sources and the order of its documents included. */
function plain(history: RecordedHistory): unknown {
  return history.kind === 'recorded'
    ? { ...history, revisions: JSON.parse(JSON.stringify([...history.revisions])) }
    : history;
}

/** Reads with the cache, and expects what is read without one. */
async function readAgain(): Promise<void> {
  const kept = await readHistory(repository.content, lazyFilesIn(repository.content), cache);
  expect(plain(kept)).toEqual(plain(await readHistory(repository.content, filesIn(repository.content))));
}

/** The logs that git gave while the history was read with the cache. */
async function logsOfReading(): Promise<readonly string[]> {
  return (await gitDuring(readAgainAlone)).filter((command) => command.startsWith('log '));
}

async function readAgainAlone(): Promise<RecordedHistory> {
  return readHistory(repository.content, lazyFilesIn(repository.content), cache);
}

describe('a history that was kept', () => {
  test('is what reading everything gives, whatever happened', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(PAST, async (past) => {
        const own = newRepository();
        const kept = { file: join(own.dir, '.git', 'kept.json'), code: 'one' };
        own.commit('2024-03-20 10:00', '始', { [FILE]: FIRST });
        own.commit('2024-03-20 10:00', '分', {});
        own.git('2024-03-20 10:00', 'branch', 'side');
        own.commit('2024-03-20 10:01', '续', { [OTHER]: FIRST });
        for (const act of past) {
          if (own.git(act.minute, 'rev-list', '--count', 'HEAD') === '1') break;
          happen(own, act);
          if (!act.build) continue;
          const history = await readHistory(own.content, lazyFilesIn(own.content), kept);
          const whole = await readHistory(own.content, filesIn(own.content));
          expect(plain(history)).toEqual(plain(whole));
        }
        own.remove();
      }),
      // To find the shortest past would take minutes.
      { numRuns: 12, endOnFailure: true },
    );
  });

  test('needs no log while nothing is committed', async () => {
    repository.commit('2024-03-20 10:00', '发布', { [FILE]: FIRST, [OTHER]: THIRD });
    expect(await logsOfReading()).toHaveLength(1);
    writeFileSync(join(repository.content, FILE), SECOND);
    const commands = await gitDuring(readAgainAlone);
    expect(commands.map((command) => command.replace(/ .*/u, ''))).toEqual([
      'rev-parse',
      'config',
      'cat-file',
    ]);
    await readAgain();
  });

  test('takes from the log only what was committed since', async () => {
    const first = repository.commit('2024-03-20 10:00', '发布', { [FILE]: FIRST, [OTHER]: THIRD });
    await readAgain();
    repository.commit('2024-03-21 10:00', '更正说明: 甲', { [FILE]: SECOND });
    const logs = await logsOfReading();
    expect(logs).toHaveLength(1);
    expect(logs[0]).toContain(` ^${first} `);
    await readAgain();
  });

  test('asks at most six processes for what was merged since', async () => {
    repository.commit('2024-03-20 10:00', '发布', { [FILE]: FIRST, [OTHER]: THIRD });
    await readAgain();
    repository.git('2024-03-21 09:00', 'checkout', '--quiet', '-b', 'side');
    repository.commit('2024-03-21 09:00', '更正说明: 甲', { [FILE]: SECOND });
    repository.git('2024-03-21 10:00', 'checkout', '--quiet', 'main');
    repository.git('2024-03-21 10:00', 'merge', '--quiet', '--no-ff', '--message', '合并', 'side');
    expect(await gitDuring(readAgainAlone)).toHaveLength(6);
    await readAgain();
  });

  test('is read anew when the history was rewritten', async () => {
    repository.commit('2024-03-20 10:00', '发布', { [FILE]: FIRST });
    repository.commit('2024-03-21 10:00', '改', { [FILE]: SECOND });
    await readAgain();
    repository.git('2024-03-21 10:05', 'commit', '--quiet', '--amend', '--message', '更正说明: 甲');
    // Nobody knows the old commit any more.
    repository.git('2024-03-21 10:05', 'reflog', 'expire', '--expire=now', '--all');
    repository.git('2024-03-21 10:05', 'gc', '--quiet', '--prune=now');
    await readAgain();
    repository.git('2024-03-21 10:05', 'reset', '--quiet', '--hard', 'HEAD~1');
    await readAgain();
    expect(await logsOfReading()).toEqual([]);
  });

  test.for([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['changed', (text: string) => text.replace('2024-03-20 09:00', '2024-03-20 08:00')],
    ['empty', () => ''],
    ['something else', () => '{}\n[]\n'],
  ] as const)('is read anew when its file is %s', async ([, damage]) => {
    repository.commit('2024-03-20 10:00', '发布', { [FILE]: FIRST });
    await readAgain();
    const whole = readFileSync(cache.file, 'utf8');
    writeFileSync(cache.file, damage(whole));
    await readAgain();
    expect(readFileSync(cache.file, 'utf8')).toBe(whole);
  });

  test('is read anew by other code, with other settings and for another folder', async () => {
    repository.commit('2024-03-20 10:00', '发布', { [FILE]: FIRST });
    await readAgain();
    cache = { ...cache, code: 'two' };
    expect(await logsOfReading()).toHaveLength(1);
    repository.git('2024-03-20 10:00', 'config', 'log.showRoot', 'true');
    expect(await logsOfReading()).toHaveLength(1);
    repository.git('2024-03-20 10:00', 'config', 'log.showRoot', 'false');
    await readAgain();
    repository.git('2024-03-20 10:00', 'config', '--unset', 'log.showRoot');
    expect(await logsOfReading()).toHaveLength(1);
    expect(plain(await readHistory(repository.dir, [], cache))).toEqual(
      plain(await readHistory(repository.dir, [])),
    );
  });

  test('holds no text and no name of an author', async () => {
    repository.commit('2024-03-20 10:00', '更正说明: 甲', { [FILE]: FIRST });
    await readAgain();
    const kept = readFileSync(cache.file, 'utf8');
    expect(kept).toContain('甲');
    for (const absent of [AUTHOR.name, AUTHOR.email, '会议原则同意']) expect(kept).not.toContain(absent);
  });

  test('leaves no file where none is asked for, nor where there is no history', async () => {
    const noCommits = await readAgainAlone();
    expect(noCommits).toEqual({ kind: 'unavailable', reason: 'no-commits' });
    expect(statSync(cache.file, { throwIfNoEntry: false })).toBeUndefined();
  });
});

describe('a file whose object is known', () => {
  /** The states of its document after each commit. */
  async function statesWith(files: readonly CurrentFile[]) {
    const history = await readHistory(repository.content, files, cache);
    if (history.kind !== 'recorded') throw new Error('No history');
    return (history.revisions.get('2024/003') ?? []).map(({ state }) => state);
  }

  test("isn't read before its text is asked for", async () => {
    repository.commit('2024-03-20 10:00', '发布', { [FILE]: FIRST, [OTHER]: THIRD });
    await readAgain();
    repository.commit('2024-03-21 10:00', '更正说明: 甲', { [OTHER]: SECOND });
    const read: string[] = [];
    const [state] = await statesWith(lazyFilesIn(repository.content, read));
    // Of the new text it isn't known yet whether it is public.
    expect(read).toEqual(['2024/004']);
    expect(state?.kind === 'public' && state.source).toBe(FIRST);
    expect(read).toEqual(['2024/004', '2024/003']);
  });

  test('is still the one that was committed when its line ends are others', async () => {
    repository.commit('2024-03-20 10:00', '发布', { [FILE]: FIRST });
    const text = FIRST.replaceAll('\n', '\r\n');
    writeFileSync(join(repository.content, FILE), text);
    const [state] = await statesWith(lazyFilesIn(repository.content));
    expect(state).toMatchObject({ kind: 'public', source: text });
    await readAgain();
  });

  test('of a repository with longer hashes is read', async () => {
    rmSync(join(repository.dir, '.git'), { recursive: true });
    repository.git('2024-01-01 00:00', 'init', '--quiet', '--initial-branch=main', '--object-format=sha256');
    repository.commit('2024-03-20 10:00', '发布', { [FILE]: FIRST });
    await readAgain();
    expect(await statesWith(lazyFilesIn(repository.content))).toMatchObject([{ kind: 'public' }]);
  });
});
