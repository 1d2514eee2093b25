import type { Registry } from '../corpus/model.ts';
import { EMPTY_REGISTRY, parseRegistry } from '../corpus/registry.ts';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import type { Minutes } from '../minutes/model.ts';
import { parseMinutes } from '../minutes/parse.ts';
import { checkMinutes } from './run.ts';

/** Files before parsing, as `files/` reads them. The id of minutes is their address. */
export interface Collection {
  readonly minutes: readonly { readonly path: string; readonly id: string; readonly source: string }[];
  /** The file of the bureau registry; null where a place has none. */
  readonly registry: { readonly path: string; readonly source: string } | null;
  /** What was found while reading. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A collection as far as it could be read, and everything found in it. */
export interface CheckedCollection {
  /** In the order of the files. Those with errors too: whoever publishes must look at the findings. */
  readonly minutes: readonly Minutes[];
  readonly registry: Registry;
  readonly diagnostics: readonly Diagnostic[];
  /** Path to source, for reports. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * Parses and checks the registry and all minutes. Never throws on bad input.
 *
 * @param now the minute of the check in Beijing time, see `beijingMinute`
 */
export function checkCollection(collection: Collection, now: string): CheckedCollection {
  const { registry, diagnostics: registryFindings } =
    collection.registry === null
      ? { registry: EMPTY_REGISTRY, diagnostics: [] }
      : parseRegistry(collection.registry.source, collection.registry.path);
  const diagnostics: Diagnostic[] = [...collection.diagnostics, ...registryFindings];
  const minutes = collection.minutes.map(({ path, id, source }) => {
    const parsed = parseMinutes(source, path, registry.lexicon);
    diagnostics.push(...parsed.diagnostics, ...checkMinutes(parsed, { registry, now }));
    return Object.assign({}, parsed.minutes, { id });
  });
  const files = [...(collection.registry === null ? [] : [collection.registry]), ...collection.minutes];
  return {
    minutes,
    registry,
    diagnostics,
    sources: new Map(files.map(({ path, source }) => [path, source])),
  };
}
