import { statementAbout, type CommitStatements } from './corrections-file.ts';
import { historyOf, type DocumentHistory } from './history.ts';
import { movesOf, type Redirect } from './redirects.ts';
import { lineageOf, type RecordedHistory } from './revisions.ts';

/**
 * The history of every document that was ever public, under its last id, by id. Null where git can't tell.
 */
export function historiesOf(
  recorded: RecordedHistory,
  redirects: readonly Redirect[],
  corrections: CommitStatements,
): ReadonlyMap<string, DocumentHistory> | null {
  if (recorded.kind === 'unavailable') return null;
  const movedTo = movesOf(redirects);
  const stated = (commits: readonly string[]) => statementAbout(corrections, commits);
  const histories = new Map<string, DocumentHistory>();
  for (const id of recorded.revisions.keys()) {
    const history = historyOf(id, lineageOf(id, recorded.revisions, movedTo), stated);
    if (history !== null) histories.set(id, history);
  }
  return histories;
}
