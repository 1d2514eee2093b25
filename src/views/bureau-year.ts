import { partsOf, type Period } from '../corpus/long-years.ts';
import type { BureauRecord, Corpus } from '../corpus/model.ts';
import type { Site } from '../site.ts';
import { bureausUrl, bureauUrl, bureauYearUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { bureauMonths, roleMonthsView, rolesOfMonth, type RoleMonthsView } from './bureau-months.ts';
import { rolesOf, type RoleView } from './bureau-roles.ts';
import { frameOf, type FrameView } from './frame.ts';
import { columnTags } from './meta.ts';
import { otherMonths, periodCrumb, periodName, periodsOf } from './months.ts';
import type { PagePath } from './page-rows.ts';

/** What a bureau did in one year, roles apart (R7.4). */
export interface BureauYearView {
  readonly year: string;
  readonly href: string;
  readonly roles: readonly RoleView[];
}

/** The page of one year of a bureau, or of a month of a long one. */
export interface BureauYearPageView extends BureauYearView {
  readonly frame: FrameView;
  readonly heading: string;
  /** The pages of its months in the place of the roles, where it is told so; else null. */
  readonly byMonth: RoleMonthsView | null;
  readonly otherYears: readonly LinkView[];
  /** None on the page of a year. */
  readonly otherMonths: readonly LinkView[];
}

/** What the page of a year of a bureau is made of. */
export interface BureauYear {
  readonly record: BureauRecord;
  readonly period: Period;
}

/** The paths of the years of all bureaus, and of the months of long ones. */
export function bureauYearPaths(corpus: Corpus): readonly PagePath<BureauYear>[] {
  return [...corpus.byBureau].flatMap(([id, record]) =>
    record.years
      .flatMap((year) => periodsOf(year, bureauMonths(record, year, corpus)))
      .map((period) => ({ params: { id, year: period }, props: { record, period } })),
  );
}

/** The view of `/bureaus/<id>/<period>/`. */
export function bureauYearView(
  { record, period }: BureauYear,
  corpus: Corpus,
  site: Site,
): BureauYearPageView {
  const { bureau } = record;
  const { year, month } = partsOf(period);
  const byMonth = month === null ? roleMonthsView(record, year, corpus) : null;
  const urlOf = (each: Period): string => bureauYearUrl(bureau.id, each);
  return {
    year,
    href: urlOf(period),
    roles: rolesIn(record, period, corpus),
    byMonth,
    frame: frameOf(site, corpus, {
      name: `${bureau.short}（${periodName(period)}）`,
      crumb: periodCrumb(period),
      url: urlOf(period),
      description: `${bureau.full ?? bureau.short}在${periodName(period)}会议纪要中的汇报、责任、印发名义和列席`,
      meta: columnTags(site, site.bureauColumn),
      parents: [
        { text: '机构', href: bureausUrl() },
        { text: bureau.short, href: bureauUrl(bureau.id) },
        ...(month === null ? [] : [{ text: `${year}年`, href: urlOf(year) }]),
      ],
    }),
    heading: `${bureau.short} ${periodName(period)}`,
    otherYears:
      month === null
        ? record.years
            .filter((other) => other !== year)
            .map((other) => ({ text: `${other}年`, href: urlOf(other) }))
        : [],
    otherMonths: otherMonths(period, bureauMonths(record, year, corpus), urlOf),
  };
}

function rolesIn(record: BureauRecord, period: Period, corpus: Corpus): readonly RoleView[] {
  const { year, month } = partsOf(period);
  if (month !== null) return rolesOfMonth(record, period, corpus);
  return bureauMonths(record, year, corpus).length > 0 ? [] : rolesOf(record, year);
}

/**
 * What a bureau did in one year, for its own page and the page of the year.
 *
 * @param most see `rolesOf`
 */
export function yearOfBureau(record: BureauRecord, year: string, most?: number): BureauYearView {
  return { year, href: bureauYearUrl(record.bureau.id, year), roles: rolesOf(record, year, most) };
}
