import { textPrefix } from './text-file.ts';

/** A folder of a generation, as it is to stand in a site. */
export interface GenerationFolder {
  /** Below the generation; '' for all that is in no folder of texts. */
  readonly folder: string;
  /** What decides which of its files are there: the meetings whose texts are left out, by id. */
  readonly state: string;
}

/** The folder of a file by its path below the generation: `text/2022/` of a text, '' of anything else. */
export function folderOf(path: string): string {
  return /^text\/[^/]+\//u.exec(path)?.[0] ?? '';
}

/**
 * The folders by which the files of a generation are looked at and kept. Texts stand apart by year: a correction
 * takes those of one meeting out, and nobody need look at the thousands of others.
 *
 * @param superseded the ids of meetings whose texts are left out
 */
export function foldersOf(
  meetings: readonly { readonly id: string }[],
  superseded: readonly string[],
): readonly GenerationFolder[] {
  const out = Map.groupBy(superseded, (id) => folderOf(textPrefix(id)));
  const folders = ['', ...new Set(meetings.map(({ id }) => folderOf(textPrefix(id))))];
  return folders.map((folder) => ({ folder, state: (out.get(folder) ?? []).toSorted().join(' ') }));
}
