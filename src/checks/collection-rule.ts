import type { CoverageStatements } from '../corpus/coverage-file.ts';
import type { Minutes } from '../minutes/model.ts';
import { readDocument } from '../minutes/document.ts';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import type { Place } from '../minutes/places.ts';
import type { Sources } from '../minutes/sources.ts';
import type { Finding } from './rule.ts';

/** What a rule over all minutes may know. */
export interface CollectionSubject {
  /** All minutes of the content folder, in the order of the files. */
  readonly minutes: readonly Minutes[];
  /** What staff state about numbers that aren't public. */
  readonly coverage: CoverageStatements;
}

/** A finding about what the head of one set of minutes states, that shows only beside the others. */
export interface CollectionFinding extends Omit<Finding, 'at'> {
  readonly minutes: Minutes;
  readonly about: HeadField;
}

/** What of a head such a finding may be about. */
export type HeadField = 'number' | 'session' | 'published';

/** A rule that reads all minutes together and never throws; linear in their number but for sorting. */
export type CollectionRule = (subject: CollectionSubject) => readonly CollectionFinding[];

/** Finds the place in its file of what a head states. */
export type FindPlace = (
  file: { readonly path: string; readonly source: string },
  minutes: Minutes,
  about: HeadField,
) => Place;

/** Reads the source again for it: what leads from the text back to the file is too large to be kept. */
export const findPlace: FindPlace = ({ path, source }, { head }, about) => {
  const document = readDocument(source, path);
  const at = about === 'published' ? null : head[about];
  if (at === null) return document.frontMatter.placeOf(about);
  const { origin } = at;
  return origin.kind === 'text' ? document.place(origin.span) : document.frontMatter.placeOf(origin.field);
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
  return findings.map(({ about, minutes, ...finding }) => {
    const { path } = minutes;
    const file = {
      path,
      get source() {
        return sources.get(path) ?? '';
      },
    };
    return { ...finding, path, place: find(file, minutes, about) };
  });
}
