import { derivedValue } from '../corpus/derived.ts';
import type { Corpus } from '../corpus/model.ts';
import { digestOfPlain, digestOfValue, type Reading } from './facets.ts';
import { keptFacets } from './kept-facets.ts';

/** What a value of the whole corpus (`derived`) was made of, and what it was. */
export interface KeptDerivation {
  readonly facets: readonly string[];
  /** The digest of those facets. */
  readonly inputs: string;
  /** The digests of what was asked for: of the whole under '', and of keys. */
  readonly digests: Readonly<Record<string, string>>;
  /** The value itself, where it is small; left out where it isn't. */
  readonly value?: unknown;
}

/** What says of facets what they are now. */
interface Digests {
  of(facets: readonly string[]): string;
}

interface Known extends Pick<KeptDerivation, 'facets' | 'inputs' | 'value'> {
  readonly digests: Map<string, string>;
}

/**
 * The digests of values of the whole corpus from build to build, and small values themselves. One whose facets
 * all have the digests they had isn't computed to be compared, but only where a page that is made anew shows
 * it; a small one not even there.
 */
export class Derivations {
  readonly #before: Readonly<Record<string, KeptDerivation>>;
  readonly #reading: Reading;
  readonly #digests: Digests;
  readonly #known = new Map<string, Known>();
  /** What values were made of that were computed here, and those of them that are small. */
  readonly #facets = new Map<string, readonly string[]>();
  readonly #values = new Map<string, unknown>();

  /** @param before by name, as `all` gave it to the last build */
  constructor(before: Readonly<Record<string, KeptDerivation>>, reading: Reading, digests: Digests) {
    this.#before = before;
    this.#reading = reading;
    this.#digests = digests;
  }

  get all(): Readonly<Record<string, KeptDerivation>> {
    for (const name of this.#values.keys())
      if (!this.#known.has(name)) this.#known.set(name, this.#enter(name));
    return Object.fromEntries(
      [...this.#known].map(([name, { digests, ...known }]) => [
        name,
        { ...known, digests: Object.fromEntries(digests) },
      ]),
    );
  }

  /** Takes over what is known elsewhere of values of the same corpus. */
  adopt(derivations: Readonly<Record<string, KeptDerivation>>): void {
    for (const [name, { digests, ...found }] of Object.entries(derivations)) {
      const known =
        this.#known.get(name) ??
        (this.#facets.has(name) ? this.#enter(name) : { ...found, digests: new Map<string, string>() });
      this.#known.set(name, known);
      for (const [key, digest] of Object.entries(digests)) known.digests.set(key, digest);
    }
  }

  /** The value of a name, which doesn't count as read, nor does what it is made of; that is remembered. */
  derive<T>(name: string, make: () => T): T {
    const before = this.#known.get(name) ?? this.#findBefore(name);
    if (before !== null) this.#known.set(name, before);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one name, one derivation, one type
    if (before !== null && 'value' in before) return before.value as T;
    const { made, facets } = this.#reading.during(make);
    this.#facets.set(name, facets);
    if (isSmall(made)) this.#values.set(name, made);
    return made;
  }

  /** The digest of a value as it is now, or of one key of it. */
  digestOf(name: string, key: string | null, corpus: Corpus): string {
    const { digests } = this.#find(name, corpus);
    const known = digests.get(key ?? '');
    if (known !== undefined) return known;
    const value = this.#reading.unnoted(() => derivedValue(corpus, name, key));
    const digest = key === null ? digestOfValue(value) : digestOfPlain(value);
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
    return this.#enter(name);
  }

  /** What is known of a value that was computed here. */
  #enter(name: string): Known {
    const facets = keptFacets(this.#facets.get(name) ?? []);
    const known = { facets, inputs: this.#inputsOf(facets), digests: new Map<string, string>() };
    return this.#values.has(name) ? { ...known, value: this.#values.get(name) } : known;
  }

  /** To look at what facets are now is no reading. */
  #inputsOf(facets: readonly string[]): string {
    return this.#reading.unnoted(() => this.#digests.of(facets));
  }
}

/** Characters of JSON: more would cost more to carry than to compute. */
const MOST = 4096;

/** Whether a value is little plain data, which comes back from JSON as it was. */
function isSmall(value: unknown): boolean {
  return isPlain(value) && JSON.stringify(value).length <= MOST;
}

function isPlain(value: unknown): boolean {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every(isPlain);
}
