import { checkPublication } from '../checks/publication.ts';
import { readContent } from '../files/content.ts';
import { paperPath, readManifest, sha256Of, sourceDigest, type PaperEntry } from '../files/papers.ts';
import { severityOf } from '../minutes/diagnostics.ts';
import type { Typesetter } from '../paper/typesetter.ts';
import type { Progress } from '../progress/progress.ts';
import { formatReport } from '../report/text.ts';
import { paperView } from '../views/paper.ts';
import { toldCheck } from './told-check.ts';

export interface PapersRun {
  readonly contentDir: string;
  readonly paperDir: string;
  /** The minute in Beijing time, `YYYY-MM-DD HH:MM`. */
  readonly now: string;
  /** The version of layout, fonts and compiler. */
  readonly toolchain: string;
}

export interface PapersEffects {
  readonly typesetter: Typesetter;
  /** The bytes of a file; null when there is none. */
  readonly read: (path: string) => Promise<Buffer | null>;
  readonly write: (path: string, bytes: Buffer) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** Who is told how far it has come. */
  readonly progress: Progress;
}

/** What a run did; `entries` is null when a finding forbade it. */
export interface PapersReport {
  /** The findings as staff read them; '' when there are none. */
  readonly findings: string;
  readonly entries: ReadonlyMap<string, PaperEntry> | null;
  readonly made: readonly string[];
  readonly kept: number;
  /** Minutes that no document could be made of, and the characters that no font has. */
  readonly unprintable: readonly { readonly id: string; readonly characters: readonly string[] }[];
}

/**
 * Makes the paper documents of what is published: new ones and those of which anything changed, the text,
 * the layout, the fonts. A file that was damaged is made anew; one whose minutes are gone is removed.
 * Makes nothing when any finding is an error. Rejects with a `UserError` when there is no content folder.
 */
export async function makePapers(
  { contentDir, paperDir, now, toolchain }: PapersRun,
  { typesetter, read, write, remove, progress }: PapersEffects,
): Promise<PapersReport> {
  const files = await readContent(contentDir);
  progress.begin('检查', files.minutes.length);
  const { publication, diagnostics, sources } = checkPublication(files, now, {
    check: toldCheck(progress),
  });
  const toSee = diagnostics.some(({ code }) => severityOf(code) === 'error');
  const findings = toSee ? formatReport(diagnostics, sources, { info: false }) : '';
  if (publication === null) return { findings, entries: null, made: [], kept: 0, unprintable: [] };
  const { corpus, site } = publication;
  const before = await readManifest(paperDir);
  const texts = new Map(files.minutes.map(({ id, source }) => [id, source]));
  const entries = new Map<string, PaperEntry>();
  const made: string[] = [];
  const unprintable: { id: string; characters: readonly string[] }[] = [];
  progress.begin('PDF', corpus.minutes.length);
  for (const minutes of corpus.minutes) {
    progress.step();
    const { id } = minutes;
    const path = paperPath(paperDir, id);
    const view = paperView(minutes, site);
    const key = sha256Of(`${toolchain}\n${JSON.stringify(view)}`);
    const source = sourceDigest(texts.get(id) ?? '', files.site?.source ?? '');
    const known = before.get(id);
    if (known?.key === key && isWhole(known, await read(path))) entries.set(id, { ...known, source });
    else {
      const paper = typesetter.typeset(view);
      if (paper.kind === 'missing') unprintable.push({ id, characters: paper.characters });
      else {
        const { pdf, pages } = paper;
        await write(path, pdf);
        entries.set(id, { source, key, sha256: sha256Of(pdf), size: pdf.length, pages });
        made.push(id);
      }
    }
  }
  for (const id of before.keys()) if (!entries.has(id)) await remove(paperPath(paperDir, id));
  return { findings, entries, made, kept: entries.size - made.length, unprintable };
}

function isWhole({ sha256 }: PaperEntry, bytes: Buffer | null): boolean {
  return bytes !== null && sha256Of(bytes) === sha256;
}
