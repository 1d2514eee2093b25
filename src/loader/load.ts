import { checkPublication, type Publication } from '../checks/publication.ts';
import { beijingMinute } from '../minutes/beijing-minute.ts';
import { PREVIEW, readContent } from '../files/content.ts';
import { contentDirOf } from '../files/content-folder.ts';
import { formatReport } from '../report/text.ts';

let loaded: Promise<Publication> | undefined;

/**
 * The published corpus of the content folder and the identity of the site, read once per process:
 * every page of the development server sees the same. Rejects when any finding is an error; the message
 * is then the report that staff read. A preview, which the development server always is, holds drafts
 * and documents that wait too.
 */
export function loadCorpus(): Promise<Publication> {
  loaded ??= readCorpus(contentDirOf(process.env), beijingMinute(new Date()), process.env[PREVIEW] === '1');
  return loaded;
}

/** The same, read anew from a given folder at a given minute (Beijing time). */
export async function readCorpus(dir: string, now: string, preview = false): Promise<Publication> {
  const files = await readContent(dir, { drafts: preview });
  const { publication, diagnostics, sources } = checkPublication(files, now, { preview });
  if (publication === null) throw new Error(formatReport(diagnostics, sources, { info: false }));
  return publication;
}
