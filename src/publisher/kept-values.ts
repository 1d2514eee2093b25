import { yearDerivation, periodParts } from '../corpus/derived.ts';
import { partsOf } from '../corpus/long-years.ts';
import type { Corpus } from '../corpus/model.ts';
import { keptFacets } from './kept-facets.ts';
import { digestOfPlain, type Reading } from './facets.ts';

/** What is known of a value of one year without a look at it. */
export interface KeptMark {
  /** What it was made of. */
  readonly facets: readonly string[];
  /** The digest of those facets. */
  readonly inputs: string;
  /** The digest of the value, see `digestOfPlain`. */
  readonly digest: string;
}

/** A value of one year; most builds ask for few of them. */
export interface KeptValue extends KeptMark {
  readonly value: () => unknown;
}

/** A value as it can be carried to another thread. */
export interface CarriedValue extends KeptMark {
  readonly value: unknown;
}

/** The lists of a period (`partsByPeriod`). */
interface MadeParts {
  readonly made: ReadonlyMap<string, unknown>;
  readonly repeat: () => void;
}

/** The lists of a year and of its months, by period. */
interface PartsOfYear {
  readonly year: string;
  readonly byPeriod: Map<string, MadeParts>;
}

/** The digests of the lists of a period by their names: what is kept of them. */
type PartDigests = Readonly<Record<string, string>>;

/** What says of facets what they are now. */
interface Digests {
  of(facets: readonly string[]): string;
}

/**
 * The values of years (`keptByYear`) from build to build: one whose facets all have the digests they had
 * is taken as it was, and nothing that it is made of is opened.
 */
export class KeptValues {
  readonly #before: Readonly<Record<string, KeptValue>>;
  readonly #reading: Reading;
  readonly #digests: Digests;
  readonly #known = new Map<string, KeptValue>();
  /** By name, the lists of the year that was asked for last. */
  readonly #parts = new Map<string, PartsOfYear>();
  readonly #partDigests = new Map<string, PartDigests>();

  /** @param before by name and year, as `all` gave it to the last build */
  constructor(before: Readonly<Record<string, KeptValue>>, reading: Reading, digests: Digests) {
    this.#before = before;
    this.#reading = reading;
    this.#digests = digests;
  }

  /** Those that were asked for. */
  get all(): Readonly<Record<string, KeptValue>> {
    return Object.fromEntries(this.#known);
  }

  /** The same, and what the last build left that nobody has asked for and is still true. */
  get lasting(): Readonly<Record<string, KeptValue>> {
    const others = Object.entries(this.#before).filter(
      ([key, { facets, inputs }]) => !this.#known.has(key) && this.#inputsOf(facets) === inputs,
    );
    return { ...Object.fromEntries(others), ...this.all };
  }

  /** Takes over values that were made elsewhere of the same corpus. */
  adopt(values: Readonly<Record<string, CarriedValue>>): void {
    for (const [key, value] of Object.entries(revivedValues(values)))
      if (!this.#known.has(key)) this.#known.set(key, value);
  }

  /** The value, which counts as read. */
  get<T>(name: string, year: string, make: () => T): T {
    this.#reading.note(`kept ${name} ${year}`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one name, one derivation, one type
    return this.#find(`${name} ${year}`, make).value() as T;
  }

  /** The digest of a value as it is now, or of all lists of a year; '' where there is no such derivation. */
  digestOf(name: string, year: string, corpus: Corpus): string {
    const compute = yearDerivation(name);
    if (compute === undefined) return this.#findParts(name, year, corpus)?.digest ?? '';
    return this.#find(`${name} ${year}`, () => compute(corpus, year)).digest;
  }

  /** One of the lists of a period, which alone counts as read. */
  part<T>(name: string, period: string, part: string, make: () => ReadonlyMap<string, T>): T | undefined {
    this.#reading.note(`part ${name} ${period} ${part}`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one name, one derivation, one type
    return this.#reading.unnoted(() => this.#partsOf(name, period, make)).get(part) as T | undefined;
  }

  /** The digest of one of the lists of a period as it is now; '' where there is none. */
  partDigest(name: string, period: string, part: string, corpus: Corpus): string {
    const key = `${name} ${period}`;
    let digests = this.#partDigests.get(key);
    if (digests === undefined) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see `#findParts`
      digests = (this.#findParts(name, period, corpus)?.value() ?? {}) as PartDigests;
      this.#partDigests.set(key, digests);
    }
    return digests[part] ?? '';
  }

  #findParts(name: string, period: string, corpus: Corpus): KeptValue | undefined {
    const compute = periodParts(name);
    if (compute === undefined) return undefined;
    return this.#find(`${name} ${period}`, (): PartDigests => {
      const parts = this.#partsOf(name, period, () => compute(corpus, period));
      return Object.fromEntries([...parts].map(([part, value]) => [part, digestOfPlain(value)]));
    });
  }

  #partsOf<T>(
    name: string,
    period: string,
    make: () => ReadonlyMap<string, T>,
  ): ReadonlyMap<string, unknown> {
    const { year } = partsOf(period);
    let ofYear = this.#parts.get(name);
    if (ofYear?.year !== year) {
      ofYear = { year, byPeriod: new Map() };
      this.#parts.set(name, ofYear);
    }
    const parts = ofYear.byPeriod.get(period) ?? this.#reading.repeatable(make);
    ofYear.byPeriod.set(period, parts);
    parts.repeat();
    return parts.made;
  }

  #find(key: string, make: () => unknown): KeptValue {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const before = this.#before[key];
    const isSame = before !== undefined && this.#inputsOf(before.facets) === before.inputs;
    const found = isSame ? before : this.#make(make);
    this.#known.set(key, found);
    return found;
  }

  /** To look at what facets are now is no reading. */
  #inputsOf(facets: readonly string[]): string {
    return this.#reading.unnoted(() => this.#digests.of(facets));
  }

  #make(make: () => unknown): KeptValue {
    const { made: value, facets: read } = this.#reading.during(make);
    const facets = keptFacets(read);
    return { facets, inputs: this.#inputsOf(facets), value: () => value, digest: digestOfPlain(value) };
  }
}

export function carriedValues(
  kept: Readonly<Record<string, KeptValue>>,
): Readonly<Record<string, CarriedValue>> {
  return Object.fromEntries(
    Object.entries(kept).map(([key, { value, ...mark }]) => [key, { ...mark, value: value() }]),
  );
}

export function revivedValues(
  carried: Readonly<Record<string, CarriedValue>>,
): Readonly<Record<string, KeptValue>> {
  return Object.fromEntries(
    Object.entries(carried).map(([key, { value, ...mark }]) => [key, { ...mark, value: () => value }]),
  );
}
