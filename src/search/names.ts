import type { Registry } from '../corpus/model.ts';
import type { BureauId } from '../minutes/model.ts';

/** What a bureau is called. */
export interface BureauName {
  readonly id: BureauId;
  /** The one to show. */
  readonly name: string;
  /** Everything else it is or was called, as a filter or a query may name it. */
  readonly otherNames: readonly string[];
  /** The reading of each name, syllables apart by spaces: for readers who type letters. */
  readonly readings: readonly string[];
}

/** The names of all registered bureaus, in the order of the registry. `readingOf` gives a name's pinyin. */
export function bureauNames(
  { bureaus }: Pick<Registry, 'bureaus'>,
  readingOf: (name: string) => string,
): readonly BureauName[] {
  return bureaus.map(({ id, short, full, aliases, former }) => {
    const earlier = former.flatMap((each) => [each.full, each.short]);
    const others = [full, ...aliases, ...earlier].filter((name) => name !== null);
    const otherNames = [...new Set(others)].filter((name) => name !== short);
    return { id, name: short, otherNames, readings: [...new Set([short, ...otherNames].map(readingOf))] };
  });
}

/** The ids of the bureaus that go by a name, or have it for an id; the name itself when none does. */
export function idsOf(names: readonly BureauName[], name: string): readonly BureauId[] {
  const ids = names.filter((bureau) => allNames(bureau).includes(name)).map(({ id }) => id);
  return ids.length === 0 ? [name] : ids;
}

function allNames({ id, name, otherNames }: BureauName): readonly string[] {
  return [id, name, ...otherNames];
}
