import { derivedValue } from '../corpus/derived.ts';
import type { Corpus } from '../corpus/model.ts';
import { digestOfValue, type Reading } from './facets.ts';
import { keptFacets } from './kept-facets.ts';

/** What a value of the whole corpus (`derived`) was made of, and what it was. */
export interface KeptDerivation {
  readonly facets: readonly string[];
  /** The digest of those facets. */
  readonly inputs: string;
  /** The digests of what was asked for: of the whole under '', and of keys. */
  readonly digests: Readonly<Record<string, string>>;
}

/** What says of facets what they are now. */
interface Digests {
  of(facets: readonly string[]): string;
}

interface Known {
  readonly facets: readonly string[];
  readonly inputs: string;
  readonly digests: Map<string, string>;
}

/**
 * The digests of values of the whole corpus from build to build. One whose facets all have the digests they
 * had isn't computed to be compared, but only where a page that is made anew shows it.
 */
export class Derivations {
  readonly #before: Readonly<Record<string, KeptDerivation>>;
  readonly #reading: Reading;
  readonly #digests: Digests;
  readonly #known = new Map<string, Known>();
  readonly #facets = new Map<string, readonly string[]>();

  /** @param before by name, as `all` gave it to the last build */
  constructor(before: Readonly<Record<string, KeptDerivation>>, reading: Reading, digests: Digests) {
    this.#before = before;
    this.#reading = reading;
    this.#digests = digests;
  }

  get all(): Readonly<Record<string, KeptDerivation>> {
    return Object.fromEntries(
      [...this.#known].map(([name, { digests, ...known }]) => [
        name,
        { ...known, digests: Object.fromEntries(digests) },
      ]),
    );
  }

  /** Computes the value of a name; what it is made of is remembered and doesn't count as read. */
  derive<T>(name: string, make: () => T): T {
    const { made, facets } = this.#reading.during(make);
    this.#facets.set(name, facets);
    return made;
  }

  /** The digest of a value as it is now, or of one key of it. */
  digestOf(name: string, key: string | null, corpus: Corpus): string {
    const { digests } = this.#find(name, corpus);
    const known = digests.get(key ?? '');
    if (known !== undefined) return known;
    const digest = digestOfValue(this.#reading.unnoted(() => derivedValue(corpus, name, key)));
    digests.set(key ?? '', digest);
    return digest;
  }

  #find(name: string, corpus: Corpus): Known {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const found = this.#findBefore(name) ?? this.#compute(name, corpus);
    this.#known.set(name, found);
    return found;
  }

  #findBefore(name: string): Known | null {
    const before = this.#before[name];
    if (before === undefined || this.#inputsOf(before.facets) !== before.inputs) return null;
    return { ...before, digests: new Map(Object.entries(before.digests)) };
  }

  #compute(name: string, corpus: Corpus): Known {
    if (!this.#facets.has(name)) this.#reading.unnoted(() => derivedValue(corpus, name, null));
    const facets = keptFacets(this.#facets.get(name) ?? []);
    return { facets, inputs: this.#inputsOf(facets), digests: new Map() };
  }

  /** To look at what facets are now is no reading. */
  #inputsOf(facets: readonly string[]): string {
    return this.#reading.unnoted(() => this.#digests.of(facets));
  }
}
