import type { BureauRecord, Corpus } from '../corpus/model.ts';
import type { Site } from '../site.ts';
import { bureausUrl, bureauUrl, bureauYearUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { rolesOf, type RoleView } from './bureau-roles.ts';
import { frameOf, type FrameView } from './frame.ts';
import { columnTags } from './meta.ts';
import type { PagePath } from './page-rows.ts';

/** What a bureau did in one year, roles apart (R7.4). */
export interface BureauYearView {
  readonly year: string;
  readonly href: string;
  readonly roles: readonly RoleView[];
}

/** The page of one year of a bureau. */
export interface BureauYearPageView extends BureauYearView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly otherYears: readonly LinkView[];
}

/** What the page of a year of a bureau is made of. */
export interface BureauYear {
  readonly record: BureauRecord;
  readonly year: string;
}

/** The paths of the years of all bureaus. */
export function bureauYearPaths({ byBureau }: Corpus): readonly PagePath<BureauYear>[] {
  return [...byBureau].flatMap(([id, record]) =>
    record.years.map((year) => ({ params: { id, year }, props: { record, year } })),
  );
}

/** The view of `/bureaus/<id>/<year>/`. */
export function bureauYearView({ record, year }: BureauYear, corpus: Corpus, site: Site): BureauYearPageView {
  const { bureau } = record;
  return {
    ...yearOfBureau(record, year),
    frame: frameOf(site, corpus, {
      name: `${bureau.short}（${year}年）`,
      crumb: `${year}年`,
      url: bureauYearUrl(bureau.id, year),
      description: `${bureau.full ?? bureau.short}在${year}年会议纪要中的汇报、责任、印发名义和列席`,
      meta: columnTags(site, site.bureauColumn),
      parents: [
        { text: '机构', href: bureausUrl() },
        { text: bureau.short, href: bureauUrl(bureau.id) },
      ],
    }),
    heading: `${bureau.short} ${year}年`,
    otherYears: record.years
      .filter((other) => other !== year)
      .map((other) => ({ text: `${other}年`, href: bureauYearUrl(bureau.id, other) })),
  };
}

/**
 * What a bureau did in one year, for its own page and the page of the year.
 *
 * @param most see `rolesOf`
 */
export function yearOfBureau(record: BureauRecord, year: string, most?: number): BureauYearView {
  return { year, href: bureauYearUrl(record.bureau.id, year), roles: rolesOf(record, year, most) };
}
