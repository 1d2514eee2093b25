import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generationFiles } from './generation-files.ts';
import { isSame, planGenerations, type PlannedGeneration, type PlanLimits } from './generation-plan.ts';
import { kindChooser } from './index-kind.ts';
import type { IndexKind } from './manifest.ts';
import { hasGenerations, openCache } from './sealed-cache.ts';
import { digestOf, type StoredGeneration } from './stored-generation.ts';
import type { SearchSource } from './search-source.ts';

/** A generation of meetings, and its files. */
export async function makeGeneration(
  { meetings, isSealed }: Pick<PlannedGeneration<never>, 'meetings' | 'isSealed'>,
  source: Pick<SearchSource, 'recordsOf'>,
  kind: IndexKind,
): Promise<{ readonly generation: StoredGeneration; readonly files: ReadonlyMap<string, Uint8Array> }> {
  const { files, ...rest } = await generationFiles(
    meetings.flatMap(({ id }) => source.recordsOf(id)),
    kind,
  );
  const digests = Array.from(files, ([path, bytes]) => [path, digestOf(bytes)] as const).toSorted(
    ([one], [other]) => (one < other ? -1 : 1),
  );
  return {
    generation: { ...rest, path: `${nameOf(digests)}/`, isSealed, meetings, files: () => digests },
    files,
  };
}

/** What generations are made of. */
type TextSource = Pick<SearchSource, 'meetings' | 'recordsOf'>;

/**
 * Whether all generations of a search have to be made, and are kept once they are: where none are kept that
 * this very generator has made.
 */
export function areGenerationsMissing({ meetings }: Pick<SearchSource, 'meetings'>, folder: string): boolean {
  const { site } = kindChooser(meetings);
  return site !== 'text' && !hasGenerations(folder, generator(site));
}

/**
 * Makes some generations of a search that is built from the beginning, and keeps them in a folder that
 * `joinCaches` takes for another machine, or `buildSearch` on this one; tells how many it had to make. A text pack
 * isn't kept: it is made faster than it is carried.
 *
 * @param isMine by the place among all generations, newest first
 */
export async function makeGenerations(
  source: TextSource,
  folder: string,
  isMine: (at: number) => boolean,
  { index, limits }: { readonly index?: IndexKind; readonly limits?: PlanLimits } = {},
): Promise<number> {
  const choose = kindChooser(source.meetings, index);
  const cache = openCache(folder, generator(choose.site));
  const stored: StoredGeneration[] = [];
  let made = 0;
  const plan = choose.site === 'text' ? [] : planGenerations(source.meetings, [], limits);
  for (const planned of plan.filter((_, at) => isMine(at))) {
    const known = cache.stored.find(({ meetings }) => isSame(meetings, planned.meetings));
    if (known === undefined) {
      const { generation, files } = await makeGeneration(planned, source, choose.generation(planned));
      cache.store(generation, files);
      stored.push(generation);
      made++;
    } else stored.push(known);
  }
  cache.keep(stored);
  return made;
}

function nameOf(digests: readonly (readonly [path: string, digest: string])[]): string {
  const lines = digests.map((file) => file.join(' ')).toSorted();
  return digestOf(lines.join('\n')).replaceAll(/[-_]/gu, '').slice(0, 12);
}

/** Everything that decides the bytes of a generation but its meetings: this folder's code and the compressor. */
export function generator(kind: string): string {
  const folder = import.meta.dirname;
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .toSorted();
  const code = sources.map((name) => digestOf(readFileSync(join(folder, name)))).join('');
  return digestOf([kind, code, process.versions.node, process.versions['zlib'] ?? ''].join('\n'));
}
