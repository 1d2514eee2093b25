import { readDocument } from '../minutes/document.ts';
import { readFrontMatter } from '../minutes/front-matter.ts';
import type { Statement } from './statement.ts';

/** What a commit left of a file. */
export type FileState =
  | PublicState
  /** There, but not to be published: of another disclosure, or replaced before it was due. */
  | { readonly kind: 'hidden' }
  | { readonly kind: 'gone' };

/** A text that readers could see. */
export interface PublicState {
  readonly kind: 'public';
  /** May be read from the disk only when it is asked for: neither copy nor compare a state without need. */
  readonly source: string;
  /** `YYYY-MM-DD HH:MM`, as the front matter states it. */
  readonly published: string;
  /** Whether it says that it was published elsewhere before (R1.15). */
  readonly republished: boolean;
}

/** One commit of the main line that touched a set of minutes. Holds no name of a person. */
export interface Revision {
  /** Counts the commits of the main line, oldest first: two files with one number changed together. */
  readonly order: number;
  /** The commit itself, then those it merged, as full hashes. */
  readonly commits: readonly string[];
  /** The minute of the commit in Beijing time, `YYYY-MM-DD HH:MM`. */
  readonly time: string;
  readonly statement: Statement;
  /** The id under which the same bytes stood before this commit; null when they are new. */
  readonly movedFrom: string | null;
  readonly state: FileState;
}

/** What git tells of the minutes of a content folder. */
export type RecordedHistory =
  | {
      readonly kind: 'recorded';
      /** By id, oldest first. Ids that are gone are among them. */
      readonly revisions: ReadonlyMap<string, readonly Revision[]>;
      /** Ids whose file is not as the last commit has it. */
      readonly uncommitted: readonly string[];
    }
  | { readonly kind: 'unavailable'; readonly reason: NoHistory };

/** Why there is no history: no git, no repository, one without commits, one cut off, or git's refusal. */
export type NoHistory = 'no-git' | 'no-repository' | 'no-commits' | 'shallow' | 'failed';

/** What a text says of its publication, whenever it came and however long it stood. */
export type TextFacts = { readonly kind: 'hidden' } | Omit<PublicState, 'source'>;

/**
 * What a text says of its publication. Null when the front matter is so faulty that no site was built of it:
 * a commit that left it changed nothing for readers.
 */
export function factsOf(source: string): TextFacts | null {
  const { disclosure, published, republished } = readFrontMatter(source, '').frontMatter;
  if (disclosure === null || published === null || hasFaultyPassage(source)) return null;
  return disclosure === '主动公开' ? { kind: 'public', published, republished } : { kind: 'hidden' };
}

/**
 * The state of a file after a commit: public if it says so and its time had come before the next
 * commit replaced it, so that what was changed before it was due never counts as published.
 *
 * @param next the minute of the commit that replaced it; null for the last
 * @param text is asked for its source once, when the state is, and not before
 */
export function stateOf(facts: TextFacts, next: string | null, text: Pick<PublicState, 'source'>): FileState {
  if (facts.kind === 'hidden' || (next !== null && facts.published > next)) return { kind: 'hidden' };
  const { kind, published, republished } = facts;
  let source: string | null = null;
  return {
    kind,
    get source() {
      return (source ??= text.source);
    },
    published,
    republished,
  };
}

/** Whether the marks of a withheld passage are wrong: then nobody can tell what was to be withheld. */
function hasFaultyPassage(source: string): boolean {
  if (!source.includes(':::')) return false;
  return readDocument(source, '').diagnostics.some(({ code }) => code.startsWith('withheld/'));
}

/**
 * The revisions of a document under all the addresses it had, oldest first. A move is followed when the
 * bytes are the same or when `movedTo` says so, never by likeness: minutes are so alike that a new one
 * would inherit the text of a withdrawn one.
 *
 * @param movedTo from old id to new id, as `content/redirects.yaml` states
 */
export function lineageOf(
  id: string,
  revisions: ReadonlyMap<string, readonly Revision[]>,
  movedTo: ReadonlyMap<string, string>,
  before = Infinity,
): readonly Step[] {
  const own = (revisions.get(id) ?? []).filter(({ order }) => order < before);
  const at = own.findLastIndex((revision) => predecessorOf(id, revision, revisions, movedTo) !== null);
  const joint = own[at];
  if (joint === undefined) return own.map((revision) => ({ id, revision }));
  const predecessor = predecessorOf(id, joint, revisions, movedTo) ?? id;
  return [
    ...lineageOf(predecessor, revisions, movedTo, joint.order),
    ...own.slice(at).map((revision) => ({ id, revision })),
  ];
}

/** A revision and the id the document had. */
export interface Step {
  readonly id: string;
  readonly revision: Revision;
}

function predecessorOf(
  id: string,
  { order, movedFrom, state }: Revision,
  revisions: ReadonlyMap<string, readonly Revision[]>,
  movedTo: ReadonlyMap<string, string>,
): string | null {
  if (movedFrom !== null) return movedFrom;
  if (state.kind === 'gone') return null;
  for (const [from, to] of movedTo) {
    const leaves = revisions.get(from)?.some((other) => other.order === order && other.state.kind === 'gone');
    if (to === id && leaves === true) return from;
  }
  return null;
}

/**
 * Whether minutes were public before they became what they are now in the folder, under this address or
 * another. Never where git can't tell.
 */
export function wasRevised(
  id: string,
  recorded: RecordedHistory,
  movedTo: ReadonlyMap<string, string>,
): boolean {
  if (recorded.kind === 'unavailable') return false;
  const steps = lineageOf(id, recorded.revisions, movedTo);
  const times = steps.filter(({ revision }) => revision.state.kind === 'public').length;
  return times > 1 || (times === 1 && recorded.uncommitted.includes(id));
}
