import type { Revision } from '../corpus/revisions.ts';
import { readStatement } from '../corpus/statement.ts';
import type { Commit, Landing } from './main-line.ts';

/** A revision before its text is read: the object that holds it, null when the file is gone. */
export interface Found extends Omit<Revision, 'state'> {
  readonly object: string | null;
}

/** What the log tells of the minutes of a folder up to one commit. */
export interface FoundHistory {
  /** The full hash of that commit. */
  readonly commit: string;
  /** How many commits of the main line touched minutes up to there. */
  readonly landings: number;
  /** By id, oldest first. */
  readonly revisions: ReadonlyMap<string, readonly Found[]>;
}

/** What is known before anything was read. */
export const NOTHING_FOUND: FoundHistory = { commit: '', landings: 0, revisions: new Map() };

/**
 * What is found up to a later commit: what was before stays as it is.
 *
 * @param landings those behind `before.commit` up to `commit`, oldest first
 */
export function foundUpTo(commit: string, before: FoundHistory, landings: readonly Landing[]): FoundHistory {
  const revisions = new Map(before.revisions);
  for (const [at, landing] of landings.entries())
    for (const [id, found] of revisionsOf(landing, before.landings + at))
      revisions.set(id, [...(revisions.get(id) ?? []), found]);
  return { commit, landings: before.landings + landings.length, revisions };
}

function revisionsOf({ commit, merged }: Landing, order: number): readonly (readonly [string, Found])[] {
  const leaving = new Map(
    commit.files.flatMap(({ id, before, after }) => (after === null ? [[before, id]] : [])),
  );
  return commit.files.map(({ id, before, after }) => {
    const movedFrom = before === null ? (leaving.get(after) ?? null) : null;
    const concerned = merged.filter((each) => touches(each, [id, movedFrom]));
    const found: Found = {
      order,
      commits: [commit.hash, ...concerned.map(({ hash }) => hash)],
      time: commit.time,
      statement: readStatement([...concerned.map(({ message }) => message), commit.message]),
      movedFrom,
      object: after,
    };
    return [id, found];
  });
}

function touches({ files }: Commit, ids: readonly (string | null)[]): boolean {
  return files.some(({ id }) => ids.includes(id));
}
