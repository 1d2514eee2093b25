import type { CoverageStatements } from '../corpus/coverage-file.ts';
import type { Minutes } from '../minutes/model.ts';
import { readDocument } from '../minutes/document.ts';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import type { Finding } from './rule.ts';

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

/**
 * Findings with their places in the files. The sources are read again for it: what leads from the
 * text back to the file is too large to be kept for thousands of files.
 */
export function placeFindings(
  findings: readonly CollectionFinding[],
  sources: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  return findings.map(({ at, minutes, ...finding }) => {
    const { path } = minutes;
    const document = readDocument(sources.get(path) ?? '', path);
    const place = at.kind === 'text' ? document.place(at.span) : document.frontMatter.placeOf(at.field);
    return { ...finding, path, place };
  });
}
