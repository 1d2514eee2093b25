import { derivedValue } from '../corpus/derived.ts';
import type { DocumentEntry } from './document-entry.ts';
import { digestOf, digestOfAll } from './digest.ts';
import { digestOfValue } from './facets.ts';
import type { LightCorpus } from './light-corpus.ts';
import { valueAt } from './noted-value.ts';

type Described = Pick<LightCorpus, 'corpus' | 'archive' | 'rolesOf' | 'kept'>;

/** Says what every facet of a corpus is now; each is computed once, when it is asked for. */
export class FacetDigests {
  readonly #light: Described;
  readonly #entries: ReadonlyMap<string, DocumentEntry>;
  readonly #known = new Map<string, string>();

  constructor(light: Described, entries: ReadonlyMap<string, DocumentEntry>) {
    this.#light = light;
    this.#entries = entries;
  }

  /** One digest for all of them. */
  of(facets: readonly string[]): string {
    return digestOfAll(facets.map((facet) => this.#digestOf(facet)));
  }

  #digestOf(facet: string): string {
    const known = this.#known.get(facet);
    if (known !== undefined) return known;
    const digest = this.#compute(facet);
    this.#known.set(facet, digest);
    return digest;
  }

  #compute(facet: string): string {
    const { corpus, archive, kept, rolesOf } = this.#light;
    if (facet.startsWith('archive')) return digestOfValue(valueAt(archive, facet));
    const [kind = '', name = '', ...rest] = facet.split(' ');
    const entry = this.#entries.get(name);
    switch (kind) {
      case 'head':
        return entry?.headDigest ?? '';
      case 'values':
        return entry?.values.digest ?? '';
      case 'text':
        return entry?.text.digest ?? '';
      case 'exists':
        return entry === undefined ? '' : name;
      case 'documents':
        return digestOfAll(
          (corpus.byYear.get(name) ?? []).map(({ id }) =>
            this.of([`head ${id}`, `values ${id}`, `text ${id}`, `exists ${id}`]),
          ),
        );
      case 'kept':
        return kept.digestOf(name, rest.join(' '), corpus);
      case 'order':
        return digestOfAll(corpus.minutes.map(({ id }) => id));
      case 'year':
        return digestOfAll((corpus.byYear.get(name) ?? []).map(({ id }) => id));
      case 'years':
        return digestOfAll(corpus.byYear.keys());
      case 'bureaus':
        return digestOfAll(corpus.byBureau.keys());
      case 'bureau':
        return digestOf(rolesOf(name));
      case 'derived':
        return digestOfValue(derivedValue(corpus, name, rest.length === 0 ? null : rest.join(' ')));
      default:
        throw new Error(`No facet ${facet}`);
    }
  }
}
