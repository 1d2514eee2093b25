import { buildCorpus } from '../corpus/corpus.ts';
import type { Corpus } from '../corpus/model.ts';
import { severityOf, type Diagnostic } from '../minutes/diagnostics.ts';
import { parseSite, type Site } from '../site.ts';
import { checkCollection, type Collection } from './collection.ts';

/** A content folder before parsing: the collection and the identity of the site. */
export interface PublicationFiles extends Collection {
  /** The file `site.yaml`; null where there is none, which makes a demo site with placeholders (R1.4). */
  readonly site: { readonly path: string; readonly source: string } | null;
}

/** A content folder as checked. It may be published exactly when `publication` is not null. */
export interface CheckedPublication {
  readonly publication: Publication | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Path to source, for reports. */
  readonly sources: ReadonlyMap<string, string>;
}

/** All that pages, data and search are made of. */
export interface Publication {
  readonly corpus: Corpus;
  readonly site: Site;
}

/**
 * Parses and checks everything of a content folder; one finding of level error forbids the whole.
 *
 * @param now the minute of the check in Beijing time, see `beijingMinute`
 */
export function checkPublication(files: PublicationFiles, now: string): CheckedPublication {
  const checked = checkCollection(files, now);
  const siteFile = files.site ?? { path: 'site.yaml', source: 'mode: demo\n' };
  const { site, diagnostics: siteFindings } = parseSite(siteFile.source, siteFile.path);
  const diagnostics = [...checked.diagnostics, ...siteFindings];
  const refused = site === null || diagnostics.some(({ code }) => severityOf(code) === 'error');
  return {
    publication: refused ? null : { corpus: buildCorpus(checked.minutes, checked.registry), site },
    diagnostics,
    sources: new Map([...checked.sources, [siteFile.path, siteFile.source]]),
  };
}
