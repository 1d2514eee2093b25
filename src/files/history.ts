import { createHash } from 'node:crypto';
import { stateOf, type RecordedHistory, type Revision } from '../corpus/revisions.ts';
import { readStatement } from '../corpus/statement.ts';
import { GitError, readObjects, runGit } from './git.ts';
import { readMainLine, type Commit, type Landing } from './main-line.ts';

/** A file of minutes as it lies in the folder. */
interface CurrentFile {
  readonly id: string;
  readonly source: string;
}

/** A revision before its text is read: the object that holds it, null when the file is gone. */
interface Found extends Omit<Revision, 'state'> {
  readonly object: string | null;
}

/**
 * Reads from git what became of the minutes of a content folder, commit by commit along the main line,
 * in at most six processes whatever the number of documents. Names and addresses of authors are never
 * read. Without git, a repository, commits or with a shallow clone it says so; it never rejects for
 * what git can't tell.
 *
 * @param files the minutes as they are now, to tell what isn't committed and to read no text twice
 */
export async function readHistory(dir: string, files: readonly CurrentFile[]): Promise<RecordedHistory> {
  try {
    const shallow = await runGit(dir, ['rev-parse', '--is-shallow-repository']);
    if (shallow.toString('utf8').trim() === 'true') return { kind: 'unavailable', reason: 'shallow' };
    if (!(await hasCommits(dir))) return { kind: 'unavailable', reason: 'no-commits' };
    const found = revisionsIn(await readMainLine(dir));
    return await readStates(dir, found, new Map(files.map(({ id, source }) => [id, source])));
  } catch (error) {
    if (error instanceof GitError) return { kind: 'unavailable', reason: error.reason };
    throw error;
  }
}

async function hasCommits(dir: string): Promise<boolean> {
  try {
    await runGit(dir, ['rev-parse', '--verify', '--quiet', 'HEAD']);
    return true;
  } catch (error) {
    if (error instanceof GitError && error.reason === 'failed') return false;
    throw error;
  }
}

function revisionsIn(mainLine: readonly Landing[]): ReadonlyMap<string, readonly Found[]> {
  const revisions = new Map<string, Found[]>();
  for (const [order, { commit, merged }] of mainLine.entries()) {
    const leaving = new Map(
      commit.files.flatMap(({ id, before, after }) => (after === null ? [[before, id]] : [])),
    );
    for (const { id, before, after } of commit.files) {
      const movedFrom = before === null ? (leaving.get(after) ?? null) : null;
      const concerned = merged.filter((each) => touches(each, [id, movedFrom]));
      const of = revisions.get(id) ?? [];
      revisions.set(id, of);
      of.push({
        order,
        commits: [commit.hash, ...concerned.map(({ hash }) => hash)],
        time: commit.time,
        statement: readStatement([...concerned.map(({ message }) => message), commit.message]),
        movedFrom,
        object: after,
      });
    }
  }
  return revisions;
}

function touches({ files }: Commit, ids: readonly (string | null)[]): boolean {
  return files.some(({ id }) => ids.includes(id));
}

async function readStates(
  dir: string,
  found: ReadonlyMap<string, readonly Found[]>,
  current: ReadonlyMap<string, string>,
): Promise<RecordedHistory> {
  const unchanged = new Map<string, string>();
  const uncommitted: string[] = [];
  for (const [id, source] of current) {
    const object = found.get(id)?.at(-1)?.object ?? null;
    if (object !== null && isObjectOf(object, source)) unchanged.set(object, source);
    else uncommitted.push(id);
  }
  const wanted = [...found.values()].flatMap((of) =>
    of.flatMap(({ object }) => (object === null || unchanged.has(object) ? [] : [object])),
  );
  const objects = readObjects(dir, wanted);
  const revisions = new Map<string, readonly Revision[]>();
  for (const [id, of] of found) {
    const sources: (string | null)[] = [];
    for (const { object } of of) {
      const known = object === null ? null : unchanged.get(object);
      sources.push(known === undefined ? decode((await objects.next()).value) : known);
    }
    revisions.set(id, withStates(of, sources));
  }
  // Lets the process end: it has nothing left to give.
  await objects.next();
  return { kind: 'recorded', revisions, uncommitted };
}

/** The revisions with their states, without those of which no site could be built. */
function withStates(found: readonly Found[], sources: readonly (string | null)[]): readonly Revision[] {
  const revisions: Revision[] = [];
  let next: string | null = null;
  for (const [at, { object, ...revision }] of [...found.entries()].toReversed()) {
    const source = sources[at] ?? null;
    const state =
      object === null ? ({ kind: 'gone' } as const) : source === null ? null : stateOf(source, next);
    if (state === null) continue;
    revisions.push({ ...revision, state });
    next = revision.time;
  }
  return revisions.toReversed();
}

/** Whether an object holds a text; a checkout may have changed its line ends. */
function isObjectOf(object: string, source: string): boolean {
  return [source, source.replaceAll('\r\n', '\n')].some((text) => hashOf(text, object.length) === object);
}

function hashOf(text: string, length: number): string {
  const bytes = Buffer.from(text, 'utf8');
  return createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${String(bytes.length)}\0`)
    .update(bytes)
    .digest('hex');
}

function decode(bytes: Buffer | void): string | null {
  if (bytes === undefined) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
