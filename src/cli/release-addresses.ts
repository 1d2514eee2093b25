import { checkPublication } from '../checks/publication.ts';
import { EMPTY_LEDGER_FILE, enterLists, enterMinutes, formatLedger } from '../corpus/ledger.ts';
import { ledgerPath } from '../files/archive.ts';
import { readContent } from '../files/content.ts';
import { severityOf } from '../minutes/diagnostics.ts';
import { formatReport } from '../report/text.ts';
import { listPaths } from '../views/site-pages.ts';

export interface ReleaseRun {
  readonly contentDir: string;
  /** The minute in Beijing time, `YYYY-MM-DD HH:MM`. */
  readonly now: string;
  readonly dryRun: boolean;
}

export interface ReleaseEffects {
  readonly write: (path: string, text: string) => Promise<void>;
}

/** What a release did; `entered` is null when a finding forbade it. */
export interface ReleaseReport {
  readonly path: string;
  /** The findings as staff read them; '' when there are none. */
  readonly findings: string;
  /** The ids that the ledger didn't have, and those of which it has more than before. */
  readonly entered: {
    readonly added: readonly string[];
    readonly grown: readonly string[];
    /** The paths of the other pages that are new. */
    readonly lists: readonly string[];
  } | null;
}

/**
 * Enters every address that is published now into the ledger. What the ledger holds already stays, so
 * that no release can forget an address. Writes nothing when any finding is an error. Rejects with a
 * `UserError` when there is no content folder.
 */
export async function releaseAddresses(
  { contentDir, now, dryRun }: ReleaseRun,
  effects: ReleaseEffects,
): Promise<ReleaseReport> {
  const files = await readContent(contentDir);
  const { publication, diagnostics, sources } = checkPublication(files, now);
  const path = ledgerPath(contentDir);
  const shown = diagnostics.filter(({ code }) => code !== 'ledger/not-recorded');
  const toSee = shown.some(({ code }) => severityOf(code) !== 'info');
  const findings = toSee ? formatReport(shown, sources, { info: false, all: false }) : '';
  if (publication === null) return { path, findings, entered: null };
  const { corpus, site } = publication;
  const { minutes, archive } = corpus;
  const versionsOf = (id: string): number | null => archive.histories?.get(id)?.current ?? null;
  const ledger = enterMinutes(archive.ledger, minutes, versionsOf, now.slice(0, 10));
  const lists = enterLists(archive.lists, listPaths(corpus, site));
  const before = files.archive?.ledger?.source ?? EMPTY_LEDGER_FILE;
  const text = formatLedger(ledger, lists);
  if (!dryRun && text !== before) await effects.write(path, text);
  const ids = [...ledger.keys()].toSorted();
  const known = new Set(archive.lists);
  const isGrown = (id: string): boolean =>
    archive.ledger.has(id) && JSON.stringify(archive.ledger.get(id)) !== JSON.stringify(ledger.get(id));
  return {
    path,
    findings,
    entered: {
      added: ids.filter((id) => !archive.ledger.has(id)),
      grown: ids.filter(isGrown),
      lists: lists.filter((list) => !known.has(list)),
    },
  };
}
