import type { Archive, ArchiveFiles } from '../corpus/archive.ts';
import { parseCoverage } from '../corpus/coverage-file.ts';
import { buildCorpus } from '../corpus/corpus.ts';
import type { EmblemFile } from '../corpus/emblem.ts';
import type { Corpus, Registry } from '../corpus/model.ts';
import { movesOf, parseRedirects } from '../corpus/redirects.ts';
import { wasRevised } from '../corpus/revisions.ts';
import { severityOf, type Diagnostic } from '../minutes/diagnostics.ts';
import type { Minutes } from '../minutes/model.ts';
import { statedOf } from '../minutes/stated.ts';
import { joinSources, sourcesOf, type Sources } from '../minutes/sources.ts';
import { parseSite, type Site } from '../site.ts';
import { checkArchive } from './archive.ts';
import { findPlace, type FindPlace } from './collection-rule.ts';
import { checkCollection, type Collection } from './collection.ts';
import { checkEmblems } from './emblem.ts';
import { siteFileOf } from './file-context.ts';
import { checkFile } from './minutes-file.ts';
import { checkFreshness } from './column-freshness.ts';
import { checkCode } from './odd-code.ts';
import { policyOf } from './policy.ts';
import type { WithheldSentences } from './withheld.ts';
import { keyOfOffice } from './leaks.ts';

/** A content folder before parsing: the collection and the identity of the site. */
export interface PublicationFiles extends Collection {
  /** Null makes a demo site with placeholders (R1.4). */
  readonly site: { readonly path: string; readonly source: string } | null;
  /** What stands beside the minutes; left out or null where only some files are checked. */
  readonly archive?: ArchiveFiles | null;
  /** What the operator put there as an emblem. */
  readonly emblems?: readonly EmblemFile[];
}

/** A content folder as checked. It may be published exactly when `publication` is not null. */
export interface CheckedPublication {
  readonly publication: Publication | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Path to source, for reports: secrets and withheld passages are hidden. */
  readonly sources: Sources;
  /** When documents that wait will be published, in order of time; empty in a preview, which shows them. */
  readonly waiting: readonly string[];
  readonly gate: SiteGate;
}

/** What the built site is held against; never to be printed. */
export interface SiteGate {
  /** Findings of the detectors that may stand in it, as `keyOfLeak` gives them. */
  readonly released: ReadonlySet<string>;
  /** Sentences, without white space, that must stand nowhere in it. */
  readonly withheld: WithheldSentences;
}

/** All that pages, data and search are made of. */
export interface Publication {
  readonly corpus: Corpus;
  readonly site: Site;
}

export interface PublicationOptions {
  /** Shows what isn't published yet too, drafts and documents that wait, and marks every page. */
  readonly preview?: boolean;
  /** What parses and checks one file, where it is known already what that would give. */
  readonly check?: typeof checkFile;
  /** The same for what finds a place in a file. */
  readonly find?: FindPlace;
  /** What makes the corpus, where its documents are not all in memory. */
  readonly corpusOf?: (minutes: readonly Minutes[], registry: Registry, archive?: Archive) => Corpus;
}

/**
 * Parses and checks everything of a content folder; one finding of level error forbids the whole. A
 * document whose time of publication hasn't come is checked and left out.
 *
 * @param now the minute of the check in Beijing time, see `beijingMinute`
 */
export function checkPublication(
  files: PublicationFiles,
  now: string,
  { preview = false, check = checkFile, find = findPlace, corpusOf = buildCorpus }: PublicationOptions = {},
): CheckedPublication {
  const siteFile = siteFileOf(files);
  const { site, diagnostics: siteFindings } = parseSite(siteFile.source, siteFile.path);
  const policy = policyOf(site);
  const { emblems = [] } = files;
  const coverage = files.archive?.coverage ?? null;
  const stated = coverage === null ? {} : { coverage: parseCoverage(coverage.source, '').statements };
  const { archive: archiveFiles = null } = files;
  const revised = (id: string): boolean =>
    archiveFiles !== null &&
    wasRevised(
      id,
      archiveFiles.history,
      movesOf(parseRedirects(archiveFiles.redirects?.source ?? '', '').redirects),
    );
  const checked = checkCollection({ ...files, ...stated, revised }, now, policy, check, find);
  const published = preview ? checked.minutes : checked.minutes.filter((minutes) => !isWaiting(minutes, now));
  const aboutSite =
    site === null || files.whole !== true
      ? []
      : [
          ...checkFreshness(site, published, siteFile.path, now),
          ...checkCode(site, siteFile.path),
          ...checkEmblems(emblems, site.mode),
        ];
  const past =
    files.archive == null
      ? null
      : checkArchive(files.archive, {
          minutes: published,
          waiting: new Set(
            checked.minutes.flatMap((each) => (!preview && isWaiting(each, now) ? [each.id] : [])),
          ),
          mode: preview || site?.mode !== 'publish' ? 'demo' : 'publish',
          now,
          find,
          sources: sourcesOf(files.minutes),
        });
  const diagnostics = [...checked.diagnostics, ...siteFindings, ...aboutSite, ...(past?.diagnostics ?? [])];
  const refused = site === null || diagnostics.some(({ code }) => severityOf(code) === 'error');
  const { registry, released, withheld } = checked;
  return {
    publication: refused
      ? null
      : {
          corpus: corpusOf(published, registry, past?.archive),
          site: { ...site, preview, emblem: preview ? null : (emblems[0]?.name ?? null) },
        },
    diagnostics,
    sources: joinSources(sourcesOf([siteFile]), past?.sources ?? sourcesOf([]), checked.sources),
    waiting: preview ? [] : checked.minutes.flatMap((minutes) => timeOf(minutes, now)).sort(),
    gate: { released: new Set([...released, ...policy.officeNumbers.map(keyOfOffice)]), withheld },
  };
}

function isWaiting(minutes: Minutes, now: string): boolean {
  return timeOf(minutes, now).length > 0;
}

/** The time of publication, when it hasn't come. */
function timeOf(minutes: Minutes, now: string): readonly string[] {
  const { published } = statedOf(minutes);
  return published !== null && published > now ? [published] : [];
}
