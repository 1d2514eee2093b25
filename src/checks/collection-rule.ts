import type { CoverageStatements } from '../corpus/coverage-file.ts';
import type { Minutes } from '../minutes/model.ts';
import { readDocument } from '../minutes/document.ts';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import type { Place } from '../minutes/places.ts';
import type { Sources } from '../minutes/sources.ts';
import type { Finding, Where } from './rule.ts';

/** What a rule over all minutes may know. */
export interface CollectionSubject {
  /** All minutes of the content folder, in the order of the files. */
  readonly minutes: readonly Minutes[];
  /** What staff state about numbers that aren't public. */
  readonly coverage: CoverageStatements;
}

/** A finding about one set of minutes that shows only beside the others. */
export interface CollectionFinding extends Finding {
  readonly minutes: Minutes;
}

/** A rule that reads all minutes together and never throws; linear in their number but for sorting. */
export type CollectionRule = (subject: CollectionSubject) => readonly CollectionFinding[];

/** Finds the place in a file of what stands in its text or its front matter. */
export type FindPlace = (file: { readonly path: string; readonly source: string }, at: Where) => Place;

/** Reads the source again for it: what leads from the text back to the file is too large to be kept. */
export const findPlace: FindPlace = ({ path, source }, at) => {
  const document = readDocument(source, path);
  return at.kind === 'text' ? document.place(at.span) : document.frontMatter.placeOf(at.field);
};

/**
 * Findings with their places in the files.
 *
 * @param find what finds a place, where it is known already what that would give
 */
export function placeFindings(
  findings: readonly CollectionFinding[],
  sources: Sources,
  find: FindPlace = findPlace,
): readonly Diagnostic[] {
  return findings.map(({ at, minutes, ...finding }) => {
    const { path } = minutes;
    const file = {
      path,
      get source() {
        return sources.get(path) ?? '';
      },
    };
    return { ...finding, path, place: find(file, at) };
  });
}
