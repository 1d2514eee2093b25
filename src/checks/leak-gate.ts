import type { Diagnostic } from '../minutes/diagnostics.ts';
import { sourcesOf, type Sources } from '../minutes/sources.ts';
import type { Collection } from './collection.ts';
import { readExceptions } from './file-context.ts';
import { checkLeaks, unusedExceptions, type Allowed, type CheckedLeaks, type LeakSource } from './leaks.ts';
import { nameOf, type CheckedFile } from './minutes-file.ts';
import type { Policy } from './policy.ts';

/** What the detectors make of a whole collection. */
export interface LeakGate {
  readonly files: readonly CheckedFile[];
  /** Those about settings and about the exceptions themselves; files have their own. */
  readonly diagnostics: readonly Diagnostic[];
  /** Path to source as reports may print it. */
  readonly sources: Sources;
  readonly released: ReadonlySet<string>;
}

/**
 * Looks for leaks in all minutes and in the settings that pages are made of (R5.5), and holds the list
 * of exceptions against what was found.
 *
 * @param checkFiles checks all minutes under the exceptions
 */
export function checkLeakGate(
  collection: Collection,
  { officeNumbers }: Policy,
  checkFiles: (allowed: Allowed) => readonly CheckedFile[],
): LeakGate {
  const list = collection.exceptions ?? null;
  const { exceptions, diagnostics } = readExceptions(collection);
  const allowed = { exceptions, officeNumbers };
  const files = checkFiles(allowed);
  const settings = [collection.registry, collection.site ?? null]
    .flatMap((file) => file ?? [])
    .map((file) => {
      const name = file.path.slice(file.path.lastIndexOf('/') + 1);
      return {
        path: file.path,
        name,
        leaks: checkLeaks(settingsSource(file, name), allowed),
      };
    });
  const all: readonly CheckedLeaks[] = [
    ...files.map(({ leaks }) => leaks),
    ...settings.map(({ leaks }) => leaks),
  ];
  const used = new Set(all.flatMap((each) => each.used));
  const names = new Set([...collection.minutes.map(nameOf), ...settings.map(({ name }) => name)]);
  const judged = exceptions.filter(({ file }) => collection.whole === true || names.has(file));
  return {
    files,
    diagnostics: [
      ...settings.flatMap(({ leaks }) => leaks.diagnostics),
      ...diagnostics,
      ...unusedExceptions(judged, used, list?.path ?? ''),
    ],
    sources: sourcesOf([
      ...(list === null ? [] : [list]),
      ...settings.map(({ path, leaks }) => ({ path, source: leaks.shown })),
      ...collection.minutes.map((file, index) => ({
        path: file.path,
        get source() {
          return files[index]?.leaks.shown ?? file.source;
        },
      })),
    ]),
    released: new Set(all.flatMap((each) => each.released)),
  };
}

/** A settings file as far as pages are made of it: its comments are in none. */
function settingsSource(
  { path, source }: { readonly path: string; readonly source: string },
  name: string,
): LeakSource {
  const scanned = source.replaceAll(/^[^\S\n]*#.*$/gmu, (comment) => ' '.repeat(comment.length));
  return { path, name, source, scanned, withheld: [], repeated: [] };
}
