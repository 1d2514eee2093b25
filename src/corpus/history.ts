import { readDocument } from '../minutes/document.ts';
import { readFrontMatter } from '../minutes/front-matter.ts';
import type { Block } from '../minutes/model.ts';
import { withoutSpace } from './difference.ts';
import type { PublicState, Step } from './revisions.ts';
import { kindOf, type CorrectionKind, type Statement } from './statement.ts';

/** The text of a version as readers saw it; what was withheld then is in none of it. */
export interface VersionText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A version that another replaced. Its number and address stay for ever. */
export interface EarlierVersion {
  readonly number: number;
  /** The minutes (Beijing) from which and until which it was the current one. */
  readonly from: string;
  readonly until: string;
  /** Null when it was taken back: then no byte of it is shown. */
  readonly text: VersionText | null;
}

interface EventBase {
  /** The id that the document had then. */
  readonly id: string;
  /** The minute of the change in Beijing time, `YYYY-MM-DD HH:MM`. */
  readonly time: string;
  /** Null when nobody stated it, which is a finding. */
  readonly reason: string | null;
  /** The commit of the main line. */
  readonly commit: string;
}

/** What happened to a document after its first publication. */
export type HistoryEvent =
  | (EventBase & {
      readonly what: 'text';
      readonly kind: CorrectionKind;
      readonly statedKind: string | null;
      /** The version that the change made; the one before it is one less. */
      readonly version: number;
    })
  | (EventBase & { readonly what: 'published'; readonly before: string; readonly after: string })
  | (EventBase & { readonly what: 'withdrawn' })
  | (EventBase & { readonly what: 'restored' })
  | (EventBase & { readonly what: 'moved'; readonly before: string; readonly after: string });

/** The public life of one document, as git tells it. */
export interface DocumentHistory {
  readonly id: string;
  /** The minute (Beijing) from which it stood on this site. */
  readonly recorded: string;
  /** The time of publication it had then. */
  readonly published: string;
  /** Whether it says that it was published elsewhere before. */
  readonly republished: boolean;
  /** Whether the last commit leaves it public. */
  readonly isPublic: boolean;
  /** The number of the current version, from 1. */
  readonly current: number;
  readonly earlier: readonly EarlierVersion[];
  /** Oldest first. */
  readonly events: readonly HistoryEvent[];
}

interface Version {
  readonly number: number;
  readonly from: string;
  until: string | null;
  /** Its source is read only where another version is held against it. */
  state: PublicState;
  /** Its text, once it was asked for. */
  text: VersionText | null;
  shown: boolean;
}

/**
 * The history of a document, null when it was never public. Only what readers could see counts: what
 * came before the first publication, white space, and fields that only steer the reading make no
 * version. A change of the kind 撤回, a withdrawal and a newly withheld passage hide every version
 * before them, so that what was taken back can't be read in the history (R2.5).
 *
 * @param stated what `content/corrections.yaml` says about a commit, which counts before its message
 */
export function historyOf(
  id: string,
  steps: readonly Step[],
  stated: (commits: readonly string[]) => Statement | null,
): DocumentHistory | null {
  const life = new Life(stated);
  for (const step of steps) life.take(step);
  return life.finish(id);
}

/** Collects versions and events while the revisions pass by, oldest first. */
class Life {
  readonly #stated: (commits: readonly string[]) => Statement | null;
  readonly #versions: Version[] = [];
  readonly #events: HistoryEvent[] = [];
  #last: { readonly id: string; readonly state: PublicState } | null = null;
  #first: { readonly recorded: string; readonly published: string } | null = null;
  #isPublic = false;

  constructor(stated: (commits: readonly string[]) => Statement | null) {
    this.#stated = stated;
  }

  take(step: Step): void {
    if (step.revision.state.kind === 'public') this.#show(step, step.revision.state);
    else this.#withdraw(step);
  }

  finish(id: string): DocumentHistory | null {
    const current = this.#versions.at(-1);
    if (this.#first === null || current === undefined) return null;
    return {
      id,
      ...this.#first,
      republished: this.#last?.state.republished ?? false,
      isPublic: this.#isPublic,
      current: current.number,
      earlier: this.#versions.slice(0, -1).map((version) => ({
        number: version.number,
        from: version.from,
        until: version.until ?? version.from,
        text: version.shown ? textOf(version) : null,
      })),
      events: this.#events,
    };
  }

  #show({ id, revision }: Step, state: PublicState): void {
    const { time } = revision;
    const from = time < state.published ? state.published : time;
    const last = this.#last;
    this.#last = { id, state };
    if (last === null) {
      this.#first = { recorded: from, published: state.published };
      this.#isPublic = true;
      this.#versions.push({ number: 1, from, until: null, state, text: null, shown: true });
      return;
    }
    const base = this.#baseOf({ id, revision }, from);
    if (last.id !== id) this.#events.push({ ...base, what: 'moved', before: last.id, after: id });
    if (!this.#isPublic) this.#events.push({ ...base, what: 'restored' });
    this.#isPublic = true;
    if (last.state.published !== state.published)
      this.#events.push({ ...base, what: 'published', before: last.state.published, after: state.published });
    this.#change({ id, revision }, from, state);
  }

  #change(step: Step, from: string, state: PublicState): void {
    const current = this.#versions.at(-1);
    if (current === undefined) return;
    this.#hideWhatIsWithheld(state.source);
    const next: Version = {
      number: current.number + 1,
      from,
      until: null,
      state,
      text: null,
      shown: true,
    };
    if (saysTheSame(current, next)) {
      Object.assign(current, { state, text: next.text, shown: true, until: null });
      return;
    }
    const statement = this.#statementOf(step.revision);
    const kind = kindOf(statement) ?? '更正';
    current.until ??= from;
    if (kind === '撤回') this.#hideAll();
    this.#events.push({
      ...this.#baseOf(step, from),
      what: 'text',
      kind,
      statedKind: statement.kind,
      version: next.number,
    });
    this.#versions.push(next);
  }

  #withdraw(step: Step): void {
    if (!this.#isPublic) return;
    this.#isPublic = false;
    this.#hideAll();
    const current = this.#versions.at(-1);
    if (current !== undefined) current.until = step.revision.time;
    this.#events.push({ ...this.#baseOf(step, step.revision.time), what: 'withdrawn' });
  }

  #hideAll(): void {
    for (const version of this.#versions) version.shown = false;
  }

  #hideWhatIsWithheld(source: string): void {
    const passages = withheldIn(source);
    for (const version of this.#versions) {
      const before = withheldIn(version.state.source);
      if (passages.some((passage) => !before.includes(passage))) version.shown = false;
    }
  }

  #statementOf({ commits, statement }: Step['revision']): Statement {
    const stated = this.#stated(commits);
    return { reason: stated?.reason ?? statement.reason, kind: stated?.kind ?? statement.kind };
  }

  #baseOf({ id, revision }: Step, time: string): EventBase {
    return { id, time, reason: this.#statementOf(revision).reason, commit: revision.commits[0] ?? '' };
  }
}

/** Whether two versions have the same text but for white space. Most that have show it without being parsed. */
function saysTheSame(one: Version, other: Version): boolean {
  const [before, after] = [one.state.source, other.state.source];
  if (before === after) return true;
  const marked = [before, after].some((source) => source.includes(':::'));
  if (!marked && bodyOf(before) === bodyOf(after) && headingsOf(before) === headingsOf(after)) return true;
  return withoutSpace(textOf(one).text) === withoutSpace(textOf(other).text);
}

/** The source behind the front matter, without white space. */
function bodyOf(source: string): string {
  return withoutSpace(source.slice(readFrontMatter(source, '').bodyStart));
}

/** The lines of headings, without white space. */
function headingsOf(source: string): string {
  return withoutSpace(source.match(/^ *#.*$/gmu)?.join('') ?? '');
}

function textOf(version: Version): VersionText {
  if (version.text === null) {
    const { text, blocks } = readDocument(version.state.source, '');
    version.text = { text, blocks };
  }
  return version.text;
}

/** The withheld passages of a source, for comparing them; they never leave this module. */
function withheldIn(source: string): readonly string[] {
  if (!source.includes(':::')) return [];
  return readDocument(source, '').withheld.map(({ start, end }) => withoutSpace(source.slice(start, end)));
}
