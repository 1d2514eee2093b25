import type { Corpus } from '../corpus/model.ts';
import type { Site } from '../site.ts';
import { bureausUrl, homeUrl, minutesUrl, searchUrl, siteUrl } from '../urls.ts';
import { busiestBureaus, type BureauCountView } from './bureaus.ts';
import { frameOf, type FrameView } from './frame.ts';
import { siteThing } from './linked-data.ts';
import { summaryOf, type MeetingSummaryView } from './meeting-summary.ts';
import { yearLinks, type YearLinkView } from './years.ts';

/** The home page: what the site is, the newest meeting, and the ways in. */
export interface HomeView {
  readonly frame: FrameView;
  /** The address of the operator's emblem (R1.8); null without one. */
  readonly emblem: string | null;
  readonly heading: string;
  readonly description: string;
  /** Null before anything is published. */
  readonly latest: MeetingSummaryView | null;
  readonly recent: readonly MeetingSummaryView[];
  readonly years: readonly YearLinkView[];
  readonly bureaus: readonly BureauCountView[];
  readonly allMinutes: string;
  readonly allBureaus: string;
  /** The page that the search form asks. */
  readonly search: string;
}

const RECENT = 6;
const BUREAUS = 12;

/** The view of the home page. */
export function homeView(corpus: Corpus, site: Site): HomeView {
  const [latest, ...others] = corpus.minutes.slice(0, RECENT).map((minutes) => summaryOf(minutes, corpus));
  return {
    frame: frameOf(site, corpus, { name: null, url: homeUrl(), things: [siteThing(site)] }),
    emblem: site.emblem === null ? null : siteUrl(site.emblem),
    heading: site.column.name,
    description: site.column.description,
    latest: latest ?? null,
    recent: others,
    years: yearLinks(corpus),
    bureaus: busiestBureaus(corpus, BUREAUS),
    allMinutes: minutesUrl(),
    allBureaus: bureausUrl(),
    search: searchUrl(),
  };
}
