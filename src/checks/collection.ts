import { NO_STATEMENTS, type CoverageStatements } from '../corpus/coverage-file.ts';
import type { Registry } from '../corpus/model.ts';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { readFrontMatter } from '../minutes/front-matter.ts';
import type { Minutes } from '../minutes/model.ts';
import { statedOf } from '../minutes/stated.ts';
import { joinSources, sourcesOf, type Sources } from '../minutes/sources.ts';
import { findPlace, placeFindings, type FindPlace } from './collection-rule.ts';
import { readNames } from './file-context.ts';
import { checkLeakGate } from './leak-gate.ts';
import { checkFile, type MinutesSource } from './minutes-file.ts';
import { LENIENT, type Policy } from './policy.ts';
import { checkReviews, type ReviewFile } from './reviews.ts';
import { COLLECTION_RULES } from './rules.ts';
import { withheldSentences, type WithheldSentences } from './withheld.ts';

/** Files before parsing, as `files/` reads them. The id of minutes is their address. */
export interface Collection {
  readonly minutes: readonly MinutesSource[];
  /** The file of the bureau registry; null where a place has none. */
  readonly registry: { readonly path: string; readonly source: string } | null;
  /** The files of `lists/`; left out where a place keeps none. */
  readonly lists?: readonly { readonly path: string; readonly source: string }[];
  /** `site.yaml`; null or left out where there is none. */
  readonly site?: { readonly path: string; readonly source: string } | null;
  /** `leak-exceptions.yaml`; null or left out where there is none. */
  readonly exceptions?: { readonly path: string; readonly source: string } | null;
  /** The files of `reviews/`. */
  readonly reviews?: readonly ReviewFile[];
  /** Whether minutes changed after they had been public, see `wasRevised`; left out, none. */
  readonly revised?: (id: string) => boolean;
  /** What `coverage.yaml` states; left out where there is none. */
  readonly coverage?: CoverageStatements;
  /** Whether these are all minutes of the place. Only then is a number missing that isn't there. */
  readonly whole?: boolean;
  /** What was found while reading. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A collection as far as it could be read, and everything found in it. */
export interface CheckedCollection {
  /** In the order of the files. Those with errors too: whoever publishes must look at the findings. */
  readonly minutes: readonly Minutes[];
  readonly registry: Registry;
  readonly diagnostics: readonly Diagnostic[];
  /** Path to source, for reports: secrets and withheld passages are hidden. */
  readonly sources: Sources;
  /** What exceptions allow to stand in the built site, as `keyOfLeak` gives it; never to be printed. */
  readonly released: ReadonlySet<string>;
  /** Sentences that must stand nowhere in the built site; never to be printed. */
  readonly withheld: WithheldSentences;
}

/**
 * Parses and checks the registry, the lists and all minutes, each by itself and, when they are the
 * whole of the place, together. Never throws on bad input.
 *
 * @param now the minute of the check in Beijing time, see `beijingMinute`
 * @param check what parses and checks one file, where it is known already what that would give
 * @param find the same for what finds a place in a file
 */
export function checkCollection(
  collection: Collection,
  now: string,
  policy: Policy = LENIENT,
  check: typeof checkFile = checkFile,
  find: FindPlace = findPlace,
): CheckedCollection {
  const { lists: listFiles = [], reviews = [], whole = false } = collection;
  const { coverage = NO_STATEMENTS, revised = () => false } = collection;
  const { registry, lists, diagnostics: nameFindings } = readNames(collection);
  const withheld = withheldSentences(collection.minutes);
  const gate = checkLeakGate(collection, policy, (allowed) =>
    collection.minutes.map((file) => check(file, { registry, lists, policy, now, allowed, withheld })),
  );
  const { files } = gate;
  const minutes = files.map((file) => file.minutes);
  const sources = joinSources(sourcesOf([...listFiles, ...reviews]), gate.sources);
  const publishedAt = (index: number): string | null => {
    const found = minutes[index];
    return found === undefined ? null : statedOf(found).published;
  };
  const reviewed = collection.minutes.flatMap((file, index) =>
    file.draft === true
      ? []
      : [
          {
            id: file.id,
            path: file.path,
            source: () => file.source,
            published: publishedAt(index),
            wasPublic: () => readFrontMatter(file.source, '').frontMatter.republished || revised(file.id),
          },
        ],
  );
  const collectionFindings = whole ? COLLECTION_RULES.flatMap((rule) => rule({ minutes, coverage })) : [];
  return {
    minutes,
    registry,
    diagnostics: [
      ...collection.diagnostics,
      ...nameFindings,
      ...files.flatMap(({ diagnostics }) => diagnostics),
      ...gate.diagnostics,
      ...checkReviews(reviewed, reviews, { required: policy.reviewRequired, whole }),
      ...placeFindings(collectionFindings, sources, find),
    ],
    sources,
    released: gate.released,
    withheld,
  };
}
