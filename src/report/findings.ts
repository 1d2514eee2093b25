import { severityOf } from '../minutes/diagnostics.ts';
import type { Diagnostic, DiagnosticCode, Severity } from '../minutes/diagnostics.ts';
import type { Sources } from '../minutes/sources.ts';

/** The order every report has: by file, then place, then the order in which rules ran. */
export function sortFindings(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (one, other) =>
      comparePaths(one.path, other.path) || lineOf(one) - lineOf(other) || columnOf(one) - columnOf(other),
  );
}

/** Paths by code unit, so that the order is the same on every machine. */
export function comparePaths(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function lineOf({ place }: Diagnostic): number {
  return place.kind === 'source' ? place.line : 0;
}

function columnOf({ place }: Diagnostic): number {
  return place.kind === 'source' ? place.column : 0;
}

/** How many findings of a severity there are. */
export function countOf(diagnostics: readonly Diagnostic[], severity: Severity): number {
  return diagnostics.filter(({ code }) => severityOf(code) === severity).length;
}

/** How many sets of minutes the sources hold. */
export function minutesCount(sources: Sources): number {
  return [...sources.keys()].filter((path) => path.endsWith('.md')).length;
}

/** The page that explains a code, from the root of the repository. */
export function pageOf(code: DiagnosticCode): string {
  return `docs/checks/${code.replace('/', '-')}.md`;
}
