import { monthIn } from '../corpus/long-years.ts';
import type { DocumentEntry } from './document-entry.ts';
import { digestOfAll } from './digest.ts';
import { digestOfValue } from './facets.ts';
import type { LightCorpus } from './light-corpus.ts';
import { yearsOf } from './noted-record.ts';
import { valueAt } from './noted-value.ts';

type Described = Pick<LightCorpus, 'corpus' | 'archive' | 'roles' | 'hitsOf' | 'kept' | 'derivations'>;

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

  /** The meetings of a month of a year, and what bureaus do in each. */
  #monthRoles(year: string, month: string): readonly string[] {
    return (this.#light.corpus.byYear.get(year) ?? []).flatMap(({ id }) => {
      const entry = this.#entries.get(id);
      return entry === undefined || monthIn(year, entry.stated.day) !== month ? [] : [id, entry.rolesDigest];
    });
  }

  #compute(facet: string): string {
    const { corpus, archive, kept, derivations, roles, hitsOf } = this.#light;
    if (facet.startsWith('archive')) return digestOfValue(valueAt(archive, facet));
    const [kind = '', name = '', ...rest] = facet.split(' ');
    const entry = this.#entries.get(name);
    switch (kind) {
      case 'head':
        return entry?.headDigest ?? '';
      case 'stated':
        return entry?.statedDigest ?? '';
      case 'values':
        return entry?.values.digest ?? '';
      case 'text':
        return entry?.text.digest ?? '';
      case 'exists':
        return entry === undefined ? '' : name;
      case 'points':
        return entry?.pointCounts.join(' ') ?? '';
      case 'brief':
        return entry?.briefDigest ?? '';
      case 'register':
        return entry?.registerDigest ?? '';
      case 'hits':
        return digestOfValue(hitsOf(name));
      case 'roles':
        return entry?.rolesDigest ?? '';
      case 'all': {
        const [year = ''] = rest;
        return this.of((corpus.byYear.get(year) ?? []).map(({ id }) => `${name} ${id}`));
      }
      case 'kept':
        return kept.digestOf(name, rest.join(' '), corpus);
      case 'part': {
        const [year = '', ...part] = rest;
        return kept.partDigest(name, year, part.join(' '), corpus);
      }
      case 'order':
        return digestOfAll(corpus.minutes.map(({ id }) => id));
      case 'year':
        return digestOfAll((corpus.byYear.get(name) ?? []).map(({ id }) => id));
      case 'years':
        return digestOfAll(corpus.byYear.keys());
      case 'bureaus':
        return digestOfAll(corpus.byBureau.keys());
      case 'bureau':
        return roles.rolesIn(rest.join(' '))[name]?.digest ?? '';
      case 'month-roles':
        return digestOfAll(this.#monthRoles(name, rest.join(' ')));
      case 'bureau-years':
        return digestOfAll(yearsOf(name, roles));
      case 'derived':
        return derivations.digestOf(name, rest.length === 0 ? null : rest.join(' '), corpus);
      default:
        throw new Error(`No facet ${facet}`);
    }
  }
}
