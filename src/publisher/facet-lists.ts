import { digestOfAll } from './digest.ts';
import { keptFacets } from './kept-facets.ts';

/** What says of facets what they are now. */
interface Digests {
  of(facets: readonly string[]): string;
}

/**
 * Lists of facets, each once: most files of one meeting rest on the same ones, and a digest of a list is
 * made once for all of them.
 */
export class FacetLists {
  readonly #digests: Digests;
  readonly #before: readonly (readonly string[])[];
  readonly #numbers = new Map<string, number>();
  readonly #lists: (readonly string[])[] = [];
  readonly #inputs: string[] = [];
  readonly #renumbered = new Map<number, number>();

  /** @param before the lists of the last build, as `all` gave them */
  constructor(before: readonly (readonly string[])[], digests: Digests) {
    this.#before = before;
    this.#digests = digests;
  }

  get all(): readonly (readonly string[])[] {
    return this.#lists;
  }

  /** The number of a list of what was read. */
  add(read: readonly string[]): number {
    const facets = keptFacets(read);
    const key = facets.join('\n');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#lists.push(facets) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** The number now of a list of the last build. */
  addBefore(before: number): number {
    const known = this.#renumbered.get(before);
    if (known !== undefined) return known;
    const number = this.add(this.#before[before] ?? []);
    this.#renumbered.set(before, number);
    return number;
  }

  /** One digest of what a file rests on: of its own props, and of all facets of a list as they are now. */
  inputsOf(own: string, number: number): string {
    const inputs = (this.#inputs[number] ??= this.#digests.of(this.#lists[number] ?? []));
    return digestOfAll([own, inputs]);
  }
}
