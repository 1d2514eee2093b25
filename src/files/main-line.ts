import { runGit } from './git.ts';

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

/**
 * The commits of the main line that touched `minutes/` below the folder, oldest first: what one reader
 * after the other could see. A merged branch is one change, at the time of its merge.
 */
export async function readMainLine(dir: string): Promise<readonly Landing[]> {
  const main = await readLog(dir, ['--first-parent', '-m']);
  if (main.every(({ parents }) => parents.length < 2)) return main.map((commit) => ({ commit, merged: [] }));
  const side = await readLog(dir, ['--no-merges', '--full-history']);
  const landedBy = landings(await readParents(dir));
  const merged = Map.groupBy(side, ({ hash }) => landedBy.get(hash) ?? '');
  return main.map((commit) => ({ commit, merged: merged.get(commit.hash) ?? [] }));
}

async function readLog(dir: string, options: readonly string[]): Promise<readonly Commit[]> {
  const output = await runGit(dir, ['log', ...options, ...RAW, ...FORM, 'HEAD', '--', 'minutes']);
  return parseLog(output.toString('utf8'));
}

const START = '\u0001';
const ENTRY = /^\n?:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*$/u;
const MINUTES = /^minutes\/(\d{4}\/[a-z0-9-]+)\.md$/u;
const NONE = /^0+$/u;

/** Reads the log of `FORM` and `RAW`: four fields of a commit, then a line and a path for each file. */
function parseLog(output: string): readonly Commit[] {
  const commits: (Commit & { readonly files: ChangedFile[] })[] = [];
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
      });
      at += 3;
      continue;
    }
    const entry = ENTRY.exec(field);
    if (entry === null) continue;
    const id = MINUTES.exec(fields[++at] ?? '')?.[1];
    const object = (hash: string): string | null => (NONE.test(hash) ? null : hash);
    if (id !== undefined)
      commits.at(-1)?.files.push({ id, before: object(entry[3] ?? ''), after: object(entry[4] ?? '') });
  }
  return commits;
}

/** China has had one time without summer time since 1992. */
function beijingMinute(seconds: number): string {
  return new Date((seconds + 8 * 60 * 60) * 1000).toISOString().slice(0, 16).replace('T', ' ');
}

/** The parents of every commit, from the newest. */
async function readParents(dir: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const lines = (await runGit(dir, ['rev-list', '--parents', 'HEAD'])).toString('utf8').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [hash, ...parents] = line.split(' ');
      return hash === undefined || hash === '' ? [] : [[hash, parents] as const];
    }),
  );
}

/** For every commit beside the main line, the commit of the main line that merged it. */
function landings(parents: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  const main: string[] = [];
  for (let at = parents.keys().next().value; at !== undefined; at = parents.get(at)?.[0]) main.push(at);
  const landed = new Map<string, string>();
  const onMain = new Set(main);
  for (const commit of main.toReversed()) {
    const queue = [...(parents.get(commit)?.slice(1) ?? [])];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (onMain.has(at) || landed.has(at)) continue;
      landed.set(at, commit);
      queue.push(...(parents.get(at) ?? []));
    }
  }
  return landed;
}
