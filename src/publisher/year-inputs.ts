import type { SitePage } from '../views/site-pages.ts';
import { isApart } from './common-inputs.ts';
import { digestOfAll } from './digest.ts';
import type { FacetDigests } from './facet-digests.ts';
import { OF_DOCUMENT } from './facets.ts';

/** A facet that is about one document: of it, or of what the archive has under its id. */
const ABOUT_DOCUMENT = new RegExp(
  `^(?:(?:${OF_DOCUMENT}) |archive\u0001(?:histories|papers|ledger)\u0001)(\\d{4}/.+)$`,
  'u',
);
const OF_YEAR = /^(?:all \w+|bureau [^ ]+|year) (\d{4})$/u;

/** What the files of a year are made of. */
export interface YearPlan {
  readonly year: string;
  readonly pages: readonly SitePage[];
  /** Of its minutes, in their order. */
  readonly ids: readonly string[];
}

/** What the files of a year rest on, as one digest: while it is the same, all of them stay. */
export class YearInputs {
  readonly #digests: FacetDigests;
  readonly #common: string;
  readonly #inputsOf: (id: string) => string;

  /**
   * @param common what the files of every year rest on
   * @param inputsOf everything that a meeting says by itself, see `inputsOfRows`
   */
  constructor(digests: FacetDigests, common: string, inputsOf: (id: string) => string) {
    this.#digests = digests;
    this.#common = common;
    this.#inputsOf = inputsOf;
  }

  /** @param facets what its files have read beside its documents, see `facetsBeside` */
  of({ year, pages, ids }: YearPlan, facets: readonly string[]): string {
    return digestOfAll([
      year,
      this.#common,
      ...pages.flatMap(({ kind, path, props }) => [kind, path, JSON.stringify(props)]),
      ...ids.map(this.#inputsOf),
      this.#digests.of(facets),
    ]);
  }
}

/** Of what the files of a year have read, what isn't its own documents. */
export function facetsBeside(
  lists: readonly (readonly string[])[],
  { year, ids }: Pick<YearPlan, 'year' | 'ids'>,
): readonly string[] {
  const own = new Set(ids);
  const isOwn = (facet: string): boolean =>
    OF_YEAR.exec(facet)?.[1] === year || own.has(ABOUT_DOCUMENT.exec(facet)?.[1] ?? '') || isCommon(facet);
  const beside = lists.flat().filter((facet) => !isOwn(facet));
  return [...new Set(beside.map((facet) => PART.exec(facet)?.[1]?.replace('part', 'kept') ?? facet))].sort();
}

/** One of the lists of a year: whoever asks for the year needn't look at each. */
const PART = /^(part \w+ \d{4}(?:-\d\d)?) /u;

/** Whether the inputs of every file hold it already, see `commonInputs`. */
function isCommon(facet: string): boolean {
  return facet.startsWith('archive\u0001') && !isApart(facet);
}
