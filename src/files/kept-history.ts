import type { TextFacts } from '../corpus/revisions.ts';
import type { Found, FoundHistory } from './found-history.ts';
import type { KnownFacts } from './revision-texts.ts';
import { readSealed, writeSealed } from './sealed-text.ts';

/** Where the history that was read is kept. */
export interface HistoryCache {
  readonly file: string;
  /** The version of the code that reads it: what another one found doesn't count. */
  readonly code: string;
}

/** The history up to a commit, without texts. */
export interface KeptHistory extends FoundHistory {
  /** What decides beside the commit what is read, as one text to compare. */
  readonly basis: string;
  /** Of all its objects. */
  readonly facts: KnownFacts;
}

/** As it lies in the file, behind a line with its SHA-256. */
interface KeptFile extends Pick<KeptHistory, 'basis' | 'commit' | 'landings'> {
  readonly revisions: readonly (readonly [id: string, found: readonly Found[]])[];
  readonly facts: readonly (readonly [object: string, facts: TextFacts | null])[];
}

/** The history in a file. Null where there is none, where it isn't what was written, or rests on something else. */
export function readKeptHistory(file: string, basis: string): KeptHistory | null {
  const body = readSealed(file);
  if (body === null) return null;
  const kept: KeptFile = JSON.parse(body);
  if (kept.basis !== basis) return null;
  return { ...kept, revisions: new Map(kept.revisions), facts: new Map(kept.facts) };
}

/** Puts it in the place of what was kept before. Throws what the file system says. */
export function keepHistory(file: string, { basis, commit, landings, revisions, facts }: KeptHistory): void {
  const kept: KeptFile = { basis, commit, landings, revisions: [...revisions], facts: [...facts] };
  writeSealed(file, JSON.stringify(kept));
}
