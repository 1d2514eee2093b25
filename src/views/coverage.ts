import type { Corpus } from '../corpus/model.ts';
import { DEADLINE_WORKDAYS } from '../corpus/workdays.ts';
import type { Site } from '../site.ts';
import { coverageUrl, coverageYearUrl } from '../urls.ts';
import { coverageOfYear, coverageYears } from './coverage-year.ts';
import { frameOf, type FrameView } from './frame.ts';

/** What was published of every year, in a line or two; the pages of the years tell of every number. */
export interface CoverageView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly description: string;
  /** Newest first. */
  readonly years: readonly YearSumView[];
}

export interface YearSumView {
  /** `y2022`: the place of the year on this page, which links from elsewhere name. */
  readonly id: string;
  readonly text: string;
  readonly href: string;
  /** 纪要编号 共13号，已公开1号 …, and how many meetings were in time. */
  readonly sums: readonly { readonly name: string; readonly text: string }[];
}

/** The view of `/coverage/`. */
export function coverageView(corpus: Corpus, site: Site): CoverageView {
  const description = `每年哪些纪要公开了，哪些没有公开、依据是什么；每次会议的纪要用了多久公开。法定期限是形成之日起 ${String(DEADLINE_WORKDAYS)} 个工作日（政府信息公开条例第二十六条）。`;
  return {
    frame: frameOf(site, corpus, { name: '公开情况', url: coverageUrl(), description }),
    heading: '公开情况',
    description,
    years: coverageYears(corpus).map((year) => {
      const told = coverageOfYear(corpus, year);
      return {
        id: `y${year}`,
        text: `${year}年`,
        href: coverageYearUrl(year),
        sums: [
          ...(told?.series ?? []).map(({ name, summary }) => ({ name, text: summary })),
          ...(told === undefined || told.meetings.length === 0
            ? []
            : [{ name: '公开用时', text: told.summary }]),
        ],
      };
    }),
  };
}
