import { runGit } from './git.ts';
import { readLandings } from './landings.ts';

/** A commit, and the minutes that it changed against its first parent. */
export interface Commit {
  readonly hash: string;
  /** The minute of the commit in Beijing time, `YYYY-MM-DD HH:MM`. */
  readonly time: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly files: readonly ChangedFile[];
}

export interface ChangedFile {
  readonly id: string;
  /** The object before and after; null where the file wasn't there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A commit of the main line with the commits that it merged, oldest first. */
export interface Landing {
  readonly commit: Commit;
  readonly merged: readonly Commit[];
}

const RAW = ['--raw', '-z', '--no-abbrev', '--no-renames', '--relative', '--reverse'];
const FORM = [
  '--no-color',
  '--no-show-signature',
  '--encoding=UTF-8',
  '--format=%x01%H%x00%ct%x00%P%x00%B%x00',
];
/** With those that touch nothing: of a stretch one must see where it begins. */
const MAIN = ['--first-parent', '-m', '--sparse'];
const SIDE = ['--no-merges', '--full-history'];

/**
 * The commits of the main line that touched `minutes/` below the folder, oldest first: what one reader
 * after the other could see. A merged branch is one change, at the time of its merge. Null when `since` is
 * not on that line.
 *
 * @param head the full hash of the newest commit
 * @param since the commit behind which to begin, older than `head`; null for all
 */
export async function readMainLine(
  dir: string,
  head: string,
  since: string | null,
): Promise<readonly Landing[] | null> {
  const stretch = since === null ? [head] : [head, `^${since}`];
  const all = await readLog(dir, [...MAIN, ...stretch]);
  if (since !== null && all[0]?.parents[0] !== since) return null;
  const main = all.filter(({ touches }) => touches);
  if (main.every(({ parents }) => parents.length < 2)) return main.map((commit) => ({ commit, merged: [] }));
  const side = new Map((await readLog(dir, [...SIDE, ...stretch])).map((commit) => [commit.hash, commit]));
  const landings = await readLandings(dir, head);
  return main.map((commit) => ({
    commit,
    merged: (landings.get(commit.hash) ?? []).flatMap((hash) => side.get(hash) ?? []),
  }));
}

interface LoggedCommit extends Commit {
  /** Whether it changed anything in `minutes/`, were it no minutes at all. */
  readonly touches: boolean;
}

async function readLog(dir: string, options: readonly string[]): Promise<readonly LoggedCommit[]> {
  const output = await runGit(dir, ['log', ...RAW, ...FORM, ...options, '--', 'minutes']);
  return parseLog(output.toString('utf8'));
}

const START = '\u0001';
const ENTRY = /^\n?:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*$/u;
const MINUTES = /^minutes\/(\d{4}\/[a-z0-9-]+)\.md$/u;
const NONE = /^0+$/u;

/** Reads the log of `FORM` and `RAW`: four fields of a commit, then a line and a path for each file. */
function parseLog(output: string): readonly LoggedCommit[] {
  const commits: (LoggedCommit & { readonly files: ChangedFile[]; touches: boolean })[] = [];
  const fields = output.split('\0');
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at] ?? '';
    if (field.startsWith(START)) {
      const [seconds = '', parents = '', message = ''] = fields.slice(at + 1, at + 4);
      commits.push({
        hash: field.slice(1),
        time: beijingMinute(Number(seconds)),
        parents: parents.split(' ').filter((parent) => parent !== ''),
        message,
        files: [],
        touches: false,
      });
      at += 3;
      continue;
    }
    const entry = ENTRY.exec(field);
    const commit = commits.at(-1);
    if (entry === null || commit === undefined) continue;
    commit.touches = true;
    const id = MINUTES.exec(fields[++at] ?? '')?.[1];
    const object = (hash: string): string | null => (NONE.test(hash) ? null : hash);
    if (id !== undefined)
      commit.files.push({ id, before: object(entry[3] ?? ''), after: object(entry[4] ?? '') });
  }
  return commits;
}

/** China has had one time without summer time since 1992. */
function beijingMinute(seconds: number): string {
  return new Date((seconds + 8 * 60 * 60) * 1000).toISOString().slice(0, 16).replace('T', ' ');
}
