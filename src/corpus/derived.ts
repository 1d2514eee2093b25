import type { Corpus } from './model.ts';

/**
 * Values that are read off the whole corpus and small enough to be compared. A build that knows what a
 * page has read counts the value alone, so that a page which asks whether there are corrections doesn't
 * hang on every document.
 */

/** A value of the whole corpus by name, or of one key in it; plain data. */
export type Derivation = (corpus: Corpus) => unknown;

const DERIVATIONS = new Map<string, Derivation>();
const values = new WeakMap<Corpus, Map<string, unknown>>();

/** Reads a value off a corpus, once for each corpus. The name is unique. */
export function derived<T>(name: string, compute: (corpus: Corpus) => T): (corpus: Corpus) => T {
  DERIVATIONS.set(name, compute);
  return (corpus) => {
    corpus.notes?.derived(name, null);
    return valueOf(name, compute, corpus);
  };
}

/** The same for a value of each of many keys: only the keys that are asked for count as read. */
export function derivedByKey<T>(
  name: string,
  compute: (corpus: Corpus) => ReadonlyMap<string, T>,
): (corpus: Corpus, key: string) => T | undefined {
  DERIVATIONS.set(name, compute);
  return (corpus, key) => {
    corpus.notes?.derived(name, key);
    return valueOf(name, compute, corpus).get(key);
  };
}

/** A value of one year of a corpus, by name. */
export type YearDerivation = (corpus: Corpus, year: string) => unknown;

const BY_YEAR = new Map<string, YearDerivation>();
const yearValues = new WeakMap<Corpus, Map<string, unknown>>();

/**
 * A value of each year that is read off the minutes of that year alone and is small: plain data that JSON
 * can hold. A build takes it from the last one where the year is as it was, so that a page over all years
 * opens the documents of the changed year only.
 */
export function keptByYear<T>(
  name: string,
  compute: (corpus: Corpus, year: string) => T,
): (corpus: Corpus, year: string) => T {
  BY_YEAR.set(name, compute);
  return (corpus, year) => {
    const make = (): T => compute(corpus, year);
    if (corpus.notes !== undefined) return corpus.notes.kept(name, year, make);
    const known = yearValues.get(corpus) ?? new Map<string, unknown>();
    yearValues.set(corpus, known);
    const key = `${name} ${year}`;
    if (!known.has(key)) known.set(key, make());
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one name, one derivation, one type
    return known.get(key) as T;
  };
}

/** The derivation under a name, for a build that asks whether what was made of it is still true. */
export function yearDerivation(name: string): YearDerivation | undefined {
  return BY_YEAR.get(name);
}

/** All of them by name. */
export function yearDerivations(): ReadonlyMap<string, YearDerivation> {
  return BY_YEAR;
}

/** What lists of a period, a year or a month of one, show, by the names of the lists. */
export type PeriodParts<T> = (corpus: Corpus, period: string) => ReadonlyMap<string, T>;

const PARTS = new Map<string, PeriodParts<unknown>>();

/**
 * What many lists of one period show, made in one go; plain data, each under the name of its list. Only the lists that
 * are asked for count as read, so that a meeting more changes those alone that tell of it. They are too large to be
 * kept from build to build: a build keeps what each was made of, and makes them where one has to be shown.
 */
export function partsByPeriod<T>(
  name: string,
  compute: PeriodParts<T>,
): (corpus: Corpus, period: string, part: string) => T | undefined {
  PARTS.set(name, compute);
  const ofPeriod = keptForKey(compute);
  return (corpus, period, part) =>
    corpus.notes === undefined
      ? ofPeriod(corpus, period).get(part)
      : corpus.notes.part(name, period, part, () => compute(corpus, period));
}

/** What makes the lists under a name, for a build that asks whether one is what it was. */
export function periodParts(name: string): PeriodParts<unknown> | undefined {
  return PARTS.get(name);
}

/**
 * A value that is too large to be compared and made of one key's part of the corpus, for pages that come one
 * after the other: that of the last key is kept. All that it is made of counts as read by each page.
 */
export function keptForKey<T>(
  compute: (corpus: Corpus, key: string) => T,
): (corpus: Corpus, key: string) => T {
  interface Kept {
    readonly key: string;
    readonly made: T;
    readonly repeat: () => void;
  }
  const last = new WeakMap<Corpus, Kept>();
  return (corpus, key) => {
    let kept = last.get(corpus);
    if (kept?.key !== key) {
      const make = (): T => compute(corpus, key);
      kept = { key, ...(corpus.notes?.repeatable(make) ?? { made: make(), repeat: () => undefined }) };
      last.set(corpus, kept);
    }
    kept.repeat();
    return kept.made;
  };
}

/** The value under a name, and a key of it, as it is now; undefined when there is none. */
export function derivedValue(corpus: Corpus, name: string, key: string | null): unknown {
  const compute = DERIVATIONS.get(name);
  const value = compute === undefined ? undefined : valueOf(name, compute, corpus);
  if (key === null) return value;
  return value instanceof Map ? value.get(key) : undefined;
}

function valueOf<T>(name: string, compute: (corpus: Corpus) => T, corpus: Corpus): T {
  const known = values.get(corpus) ?? new Map<string, unknown>();
  values.set(corpus, known);
  if (!known.has(name)) {
    const make = (): T => compute(corpus);
    known.set(name, corpus.notes === undefined ? make() : corpus.notes.derive(name, make));
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one name, one derivation, one type
  return known.get(name) as T;
}
