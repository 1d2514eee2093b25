import { stateOf, type NoHistory, type RecordedHistory, type Revision } from '../corpus/revisions.ts';
import { isObjectOf, type CurrentFile } from './current-file.ts';
import { foundUpTo, NOTHING_FOUND, type Found, type FoundHistory } from './found-history.ts';
import { GitError, runGit } from './git.ts';
import { readGitHead, readGitSettings, type GitHead } from './git-state.ts';
import { keepHistory, readKeptHistory, type HistoryCache, type KeptHistory } from './kept-history.ts';
import { readMainLine } from './main-line.ts';
import { readTexts, type RevisionTexts } from './revision-texts.ts';

/**
 * Reads from git what became of the minutes of a content folder, commit by commit along the main line,
 * in at most six processes whatever the number of documents. Names and addresses of authors are never
 * read. Without git, a repository, commits or with a shallow clone it says so; it never rejects for
 * what git can't tell.
 *
 * @param files the minutes as they are now, to tell what isn't committed and to read no text twice
 * @param cache where what was read is kept, so that the next reading takes from git only what is new; left
 *   out, everything is read. Rejects with what the file system says when it can't be written
 */
export async function readHistory(
  dir: string,
  files: readonly CurrentFile[],
  cache?: HistoryCache,
): Promise<RecordedHistory> {
  try {
    const head = await readGitHead(dir);
    if (head.shallow) return { kind: 'unavailable', reason: 'shallow' };
    const basis = cache === undefined ? null : await basisOf(dir, head, cache);
    const kept = cache === undefined || basis === null ? null : readKeptHistory(cache.file, basis);
    const found = await readFound(dir, head.commit, kept);
    const { unchanged, uncommitted } = compare(files, found);
    const texts = await readTexts(dir, objectsOf(found), unchanged, kept?.facts ?? new Map());
    if (cache !== undefined && basis !== null && found !== kept)
      keepHistory(cache.file, { basis, ...found, facts: texts.facts });
    const revisions = new Map([...found.revisions].map(([id, of]) => [id, withStates(of, texts)]));
    return { kind: 'recorded', revisions, uncommitted };
  } catch (error) {
    if (error instanceof GitError) return { kind: 'unavailable', reason: await reasonOf(dir, error) };
    throw error;
  }
}

/** Why there is no history: git refuses alike to name a commit where there is none and to work at all. */
async function reasonOf(dir: string, { reason }: GitError): Promise<NoHistory> {
  if (reason !== 'failed') return reason;
  try {
    await runGit(dir, ['rev-parse', '--git-dir']);
  } catch {
    return 'failed';
  }
  const names = runGit(dir, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  return names.then(() => 'failed' as const).catch(() => 'no-commits' as const);
}

/** What decides beside the commit what is read, as one text to compare; null where git doesn't tell. */
async function basisOf(
  dir: string,
  { prefix, grafts }: GitHead,
  { code }: HistoryCache,
): Promise<string | null> {
  try {
    return JSON.stringify([code, prefix, grafts, await readGitSettings(dir)]);
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

/** What the log tells up to a commit; `kept` itself when that goes so far. */
async function readFound(dir: string, head: string, kept: KeptHistory | null): Promise<FoundHistory> {
  if (kept?.commit === head) return kept;
  const more = kept === null ? null : await readBehind(dir, head, kept.commit);
  if (kept !== null && more !== null) return foundUpTo(head, kept, more);
  return foundUpTo(head, NOTHING_FOUND, (await readMainLine(dir, head, null)) ?? []);
}

/** Null also where git knows nothing any more of the commit behind which to begin. */
async function readBehind(dir: string, head: string, since: string): ReturnType<typeof readMainLine> {
  try {
    return await readMainLine(dir, head, since);
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

/** The files that are as the last commit has them, by the objects that hold them, and the ids of the others. */
function compare(
  files: readonly CurrentFile[],
  { revisions }: FoundHistory,
): { readonly unchanged: ReadonlyMap<string, CurrentFile>; readonly uncommitted: readonly string[] } {
  const unchanged = new Map<string, CurrentFile>();
  const uncommitted: string[] = [];
  for (const file of new Map(files.map((each) => [each.id, each])).values()) {
    const object = revisions.get(file.id)?.at(-1)?.object ?? null;
    if (object !== null && isObjectOf(object, file)) unchanged.set(object, file);
    else uncommitted.push(file.id);
  }
  return { unchanged, uncommitted };
}

function objectsOf({ revisions }: FoundHistory): ReadonlySet<string> {
  return new Set([...revisions.values()].flatMap((of) => of.flatMap(({ object }) => object ?? [])));
}

/** The revisions with their states, without those of which no site could be built. */
function withStates(found: readonly Found[], { facts, sources }: RevisionTexts): readonly Revision[] {
  const revisions: Revision[] = [];
  let next: string | null = null;
  for (const { object, ...revision } of found.toReversed()) {
    const said = object === null ? null : (facts.get(object) ?? null);
    if (object !== null && said === null) continue;
    const text = sources.get(object ?? '') ?? NO_TEXT;
    revisions.push({ ...revision, state: said === null ? { kind: 'gone' } : stateOf(said, next, text) });
    next = revision.time;
  }
  return revisions.toReversed();
}

/** Of what isn't public: no state of it has a source. */
const NO_TEXT = { source: '' };
