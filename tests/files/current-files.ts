import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CurrentFile } from '../../src/files/current-file.ts';
import { blobOf } from '../../src/files/git-object.ts';

/** The minutes of a content folder that are UTF-8, read. */
export function filesIn(content: string): readonly CurrentFile[] {
  return pathsIn(content).flatMap(({ id, file }) => {
    const bytes = readFileSync(file);
    const source = bytes.toString('utf8');
    return Buffer.from(source).equals(bytes) ? [{ id, source }] : [];
  });
}

/**
 * The same with known objects, read when they are asked for.
 *
 * @param read takes the ids of those that were
 */
export function lazyFilesIn(content: string, read: string[] = []): readonly CurrentFile[] {
  return filesIn(content).map(({ id, source }) => {
    return {
      id,
      blob: blobOf(Buffer.from(source)),
      get source() {
        read.push(id);
        return source;
      },
    };
  });
}

function pathsIn(content: string): readonly { readonly id: string; readonly file: string }[] {
  const minutes = join(content, 'minutes');
  if (!existsSync(minutes)) return [];
  return readdirSync(minutes, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .toSorted()
    .map((path) => ({ id: path.slice(0, -'.md'.length), file: join(minutes, path) }));
}
