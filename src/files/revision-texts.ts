import { factsOf, type PublicState, type TextFacts } from '../corpus/revisions.ts';
import type { CurrentFile } from './current-file.ts';
import { readObjects } from './git.ts';

/** What texts say of their publication, by the git objects that hold them; null for what no site was built of. */
export type KnownFacts = ReadonlyMap<string, TextFacts | null>;

/** The texts of revisions, by the git objects that hold them. */
export interface RevisionTexts {
  readonly facts: KnownFacts;
  /** Of those that say they are public. */
  readonly sources: ReadonlyMap<string, Pick<PublicState, 'source'>>;
}

/**
 * What the texts of objects say, and the texts of those that are public: from the folder where they lie there,
 * else out of one process of git. A file whose facts are known isn't read for them.
 *
 * @param unchanged the files of the folder that hold what an object does, by that object
 * @param known what was found out before
 */
export async function readTexts(
  dir: string,
  objects: ReadonlySet<string>,
  unchanged: ReadonlyMap<string, CurrentFile>,
  known: KnownFacts,
): Promise<RevisionTexts> {
  const facts = new Map(known);
  const sources = new Map<string, Pick<PublicState, 'source'>>();
  for (const [object, file] of unchanged) {
    if (!facts.has(object)) facts.set(object, factsOf(file.source));
    if (facts.get(object)?.kind === 'public') sources.set(object, file);
  }
  const wanted = [...objects].filter((object) => !unchanged.has(object) && isWanted(facts.get(object)));
  let at = 0;
  for await (const bytes of readObjects(dir, wanted)) {
    const object = wanted[at++] ?? '';
    const source = decode(bytes);
    if (!facts.has(object)) facts.set(object, source === null ? null : factsOf(source));
    if (source !== null && facts.get(object)?.kind === 'public') sources.set(object, { source });
  }
  return { facts, sources };
}

/** Whether git has to give a text of these facts: not yet known, or that of a version. */
function isWanted(facts: TextFacts | null | undefined): boolean {
  return facts === undefined || facts?.kind === 'public';
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
