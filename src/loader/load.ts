import { checkPublication, type Publication } from '../checks/publication.ts';
import { beijingMinute } from '../checks/run.ts';
import { contentDirOf, readContent } from '../files/content.ts';
import { formatReport } from '../report/text.ts';

let loaded: Promise<Publication> | undefined;

/**
 * The published corpus of the content folder and the identity of the site, read once per process:
 * every page of a build sees the same. Rejects when any finding is an error; the message is then the
 * report that staff read, so that a build with a fault writes nothing and says why.
 */
export function loadCorpus(): Promise<Publication> {
  loaded ??= readCorpus(contentDirOf(process.env), beijingMinute(new Date()));
  return loaded;
}

/** The same, read anew from a given folder at a given minute (Beijing time). */
export async function readCorpus(dir: string, now: string): Promise<Publication> {
  const { publication, diagnostics, sources } = checkPublication(await readContent(dir), now);
  if (publication === null) throw new Error(formatReport(diagnostics, sources));
  return publication;
}
