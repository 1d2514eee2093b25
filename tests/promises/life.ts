import { shownTextOf, textOf } from './content.ts';
import { wordsOf, type Document, type Town } from './town.ts';

/** What commits make of minutes for those who read them. */

/** What a commit says of a change. */
export interface Statement {
  readonly subject: string;
  readonly reason: string | null;
  readonly kind: '更正' | '补充' | '撤回' | null;
}

/** Notes what is public by now: what the last commit left, once its time has come. */
export function reveal({ documents, now }: Town): void {
  for (const document of documents) {
    const { left, versions } = document;
    if (left === null || left.published > now || versions.length > 0) continue;
    versions.push({ text: shownTextOf(document), words: wordsOf(document), isShown: true });
    document.isPublic = true;
  }
}

/** Notes what a commit made of all minutes. */
export function land({ documents, now }: Town, statement: Statement): void {
  for (const document of documents) landOne(document, now, statement);
}

function landOne(document: Document, time: string, { reason, kind }: Statement): void {
  const { id, left: before, versions, told, published } = document;
  const left = document.place === 'minutes' ? { id, text: textOf(document), published } : null;
  document.left = left;
  // What nobody has seen has no history.
  if (versions.length === 0) return;
  const tell = (what: (typeof told)[number]['what']): void => {
    told.push({ what, id, time, reason: reason ?? '' });
  };
  if (left === null) {
    if (document.isPublic) tell('撤回');
    for (const version of versions) version.isShown = false;
    document.isPublic = false;
    return;
  }
  if (before !== null && before.id !== id) tell('变更网址');
  if (!document.isPublic) tell('恢复公开');
  document.isPublic = true;
  const [text, current] = [shownTextOf(document), versions.at(-1)];
  if (current?.text === text) {
    current.isShown = true;
    return;
  }
  if (kind === '撤回') for (const version of versions) version.isShown = false;
  tell(kind ?? '更正');
  versions.push({ text, words: wordsOf(document), isShown: true });
}
