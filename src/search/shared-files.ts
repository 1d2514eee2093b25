import { MANIFEST_FORMAT, MANIFEST_PATH, type Generation, type Manifest } from './manifest.ts';
import type { BureauName } from './names.ts';
import { encodeVariants } from './near-tables.ts';
import { pack } from './pack.ts';
import { digestOf } from './stored-generation.ts';

/**
 * The files that belong to no generation: the manifest, the names of bureaus, the characters written in two ways.
 *
 * @param keep gives what was made under a name before, the same for every site, or has it made
 */
export async function sharedFiles(
  bureaus: readonly BureauName[],
  generations: readonly Generation[],
  keep: (name: string, make: () => Promise<string>) => Promise<string> = (_, make) => make(),
): Promise<ReadonlyMap<string, Uint8Array>> {
  const [namesPath, names] = named('names', JSON.stringify(bureaus));
  const [variantsPath, variants] = named('variants', await keep('variants', encodeVariants));
  const manifest: Manifest = {
    format: MANIFEST_FORMAT,
    generations,
    names: namesPath,
    variants: variantsPath,
  };
  return new Map([
    [namesPath, names],
    [variantsPath, variants],
    [MANIFEST_PATH, Buffer.from(JSON.stringify(manifest))],
  ]);
}

/** A packed file under a name that changes with what it holds. */
function named(name: string, content: string): readonly [path: string, bytes: Uint8Array] {
  const bytes = pack(content);
  const digest = digestOf(bytes).replaceAll(/[-_]/gu, '').slice(0, 8);
  return [`${name}-${digest}.pack`, bytes];
}
