import type { Corpus } from '../corpus/model.ts';
import { bureauNames } from '../search/names.ts';
import { readingOf } from '../corpus/reading.ts';
import { recordsOf } from '../search/record.ts';
import type { SearchSource } from '../search/search-source.ts';
import type { DocumentEntry } from './document-entry.ts';
import { digestOfAll } from './digest.ts';

/**
 * What search is built from, without a text in memory until a generation is made.
 *
 * @param step is called for each meeting whose text is read
 */
export function lightSearch(
  { minutes, byId, registry }: Corpus,
  entries: ReadonlyMap<string, DocumentEntry>,
  step: () => void,
): SearchSource {
  return {
    meetings: minutes.flatMap(({ id }) => entries.get(id)?.search ?? []),
    names: bureauNames(registry, readingOf),
    recordsOf: (id) => {
      step();
      const found = byId.get(id);
      return found === undefined ? [] : recordsOf(found);
    },
  };
}

/** The digest of everything that decides what readers find. */
export function searchDigest({ meetings }: SearchSource): string {
  return digestOfAll(
    meetings.map(({ id, day, digest, withheld }) => `${id} ${day ?? ''} ${digest} ${withheld}`),
  );
}
