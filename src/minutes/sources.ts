/** Texts of files by path, for reports. A text may be read only when it is asked for. */
export type Sources = Pick<ReadonlyMap<string, string>, 'get' | 'keys'>;

/** The sources of files; of two with one path the later. None is read before somebody asks for it. */
export function sourcesOf(files: Iterable<{ readonly path: string; readonly source: string }>): Sources {
  const byPath = new Map(Array.from(files, (file) => [file.path, file]));
  return { get: (path) => byPath.get(path)?.source, keys: () => byPath.keys() };
}

/** All of several; of a path that more than one has, the text of the last. */
export function joinSources(...all: readonly Sources[]): Sources {
  const byPath = new Map(all.flatMap((each) => Array.from(each.keys(), (path) => [path, each] as const)));
  return { get: (path) => byPath.get(path)?.get(path), keys: () => byPath.keys() };
}
