import { yearDerivations } from '../corpus/derived.ts';
import { EXPORTS } from '../exporters/registry.ts';
import type { Minutes } from '../minutes/model.ts';
import type { Corpus } from '../corpus/model.ts';
import { fileOf } from '../views/page-rows.ts';
import { sitePages, type SitePage } from '../views/site-pages.ts';
import type { LightCorpus } from './light-corpus.ts';
import { parcelOf, REST } from './parcel.ts';
import type { Publishing } from './publish.ts';
import type { YearPlan } from './year-inputs.ts';

/** A year of addresses, and what is made with it. */
export interface PlannedYear extends YearPlan {
  readonly minutes: readonly Minutes[];
}

/** Everything of a site that is a page or goes with a year. */
export interface SitePlan {
  /** Newest first. */
  readonly years: readonly PlannedYear[];
  /** The pages of no year. */
  readonly others: readonly SitePage[];
}

/** The pages of a site by the years that they belong to. */
export function planSite({ light: { corpus }, site }: Pick<Publishing, 'light' | 'site'>): SitePlan {
  const byYear = Map.groupBy(sitePages(corpus, site), ({ path }) => parcelOf(fileOf(path)));
  const years = new Set([...corpus.byYear.keys(), ...byYear.keys(), ...yearsOfExports(corpus)]);
  years.delete(REST);
  return {
    years: [...years].map((year) => {
      const minutes = corpus.byYear.get(year) ?? [];
      return { year, pages: byYear.get(year) ?? [], minutes, ids: minutes.map(({ id }) => id) };
    }),
    others: byYear.get(REST) ?? [],
  };
}

/**
 * Makes all that is kept of each year from build to build, where nothing was kept. Pages are planned kind by kind,
 * each over all years: the documents of a year would be opened again for every kind.
 */
export function makeYearValues({ corpus, roles }: Pick<LightCorpus, 'corpus' | 'roles'>): void {
  for (const year of corpus.byYear.keys()) {
    roles.rolesIn(year);
    for (const [name, compute] of yearDerivations())
      corpus.notes?.kept(name, year, () => compute(corpus, year));
  }
}

function yearsOfExports(corpus: Corpus): readonly string[] {
  return EXPORTS.flatMap((row) => (row.kind === 'year' ? [...row.years(corpus)] : []));
}
