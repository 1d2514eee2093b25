import { hasCorrections } from '../corpus/corrections.ts';
import { hasCoverage } from '../corpus/coverage.ts';
import { hasDecisions } from '../corpus/decisions.ts';
import { hasMembers } from '../corpus/portal.ts';
import { hasTopics } from '../corpus/topics.ts';
import { hasDocuments } from '../corpus/documents.ts';
import type { Corpus } from '../corpus/model.ts';
import type { Site } from '../site.ts';
import { accessibilityView } from './accessibility.ts';
import { bureauYearPaths, bureauYearView } from './bureau-year.ts';
import { bureauPaths, bureauView } from './bureau.ts';
import { bureausView } from './bureaus.ts';
import { correctionsView } from './corrections.ts';
import { coverageYearPaths, coverageYearView } from './coverage-year.ts';
import { coverageView } from './coverage.ts';
import { decisionsFilterPaths, decisionsYearPaths, decisionsYearView } from './decisions-year.ts';
import { decisionsView } from './decisions.ts';
import { emptiedPaths, emptiedView } from './emptied.ts';
import { feedsView } from './feeds.ts';
import { followingView } from './following.ts';
import { documentsYearPaths, documentsYearView } from './documents-year.ts';
import { documentsView } from './documents.ts';
import { formerPaths, formerView } from './former.ts';
import { dataView } from './data.ts';
import { homeView } from './home.ts';
import { meetingPaths, meetingView } from './meeting.ts';
import { manyPages, onePage, type PageRow, type PlannedPage } from './page-rows.ts';
import { aboutView, notFoundView, searchView, sitemapView } from './pages.ts';
import { portalView } from './portal.ts';
import { quoteView } from './quote.ts';
import { topicYearPaths, topicYearView } from './topic-year.ts';
import { topicPaths, topicsView, topicView } from './topics.ts';
import { hasVerify, verifyView } from './verify.ts';
import { statisticsView, statisticsYearPaths, statisticsYearView } from './statistics.ts';
import { versionPaths, versionView } from './version.ts';
import { allMinutesView, yearPaths, yearView } from './years.ts';

/**
 * Every kind of page: its file below `src/pages/`, its addresses, its view. The file prints
 * `viewOf('<kind>', Astro)` and nothing else; a new page is a row here, its view and its file.
 */
export const SITE_PAGES = {
  home: onePage('index.astro', homeView),
  allMinutes: onePage('minutes/index.astro', allMinutesView, (corpus) => corpus.minutes.length > 0),
  year: manyPages('minutes/[year]/index.astro', yearPaths, yearView),
  meeting: manyPages('minutes/[year]/[number]/index.astro', meetingPaths, meetingView),
  version: manyPages('minutes/[year]/[number]/[version]/index.astro', versionPaths, versionView),
  former: manyPages('minutes/former.astro', formerPaths, formerView, 'minutes/[former]/index.astro'),
  bureaus: onePage('bureaus/index.astro', bureausView, (corpus) => corpus.byBureau.size > 0),
  bureau: manyPages('bureaus/[id]/index.astro', bureauPaths, bureauView),
  bureauYear: manyPages('bureaus/[id]/[year].astro', bureauYearPaths, bureauYearView),
  decisions: onePage('decisions/index.astro', decisionsView, hasDecisions),
  decisionsYear: manyPages('decisions/[year]/index.astro', decisionsYearPaths, decisionsYearView),
  decisionsFilter: manyPages('decisions/[year]/[filter].astro', decisionsFilterPaths, decisionsYearView),
  documents: onePage('documents/index.astro', documentsView, hasDocuments),
  documentsYear: manyPages('documents/[year].astro', documentsYearPaths, documentsYearView),
  statistics: onePage('statistics/index.astro', statisticsView, (corpus) => corpus.minutes.length > 0),
  statisticsYear: manyPages('statistics/[year].astro', statisticsYearPaths, statisticsYearView),
  coverage: onePage('coverage/index.astro', coverageView, hasCoverage),
  coverageYear: manyPages('coverage/[year].astro', coverageYearPaths, coverageYearView),
  corrections: onePage('corrections/index.astro', correctionsView, hasCorrections),
  topics: onePage('topics/index.astro', topicsView, hasTopics),
  topic: manyPages('topics/[id]/index.astro', topicPaths, topicView),
  topicYear: manyPages('topics/[id]/[year].astro', topicYearPaths, topicYearView),
  feeds: onePage('feeds/index.astro', feedsView, (corpus) => corpus.minutes.length > 0),
  following: onePage('following/index.astro', followingView, (corpus) => corpus.minutes.length > 0),
  data: onePage('data/index.astro', dataView, (corpus) => corpus.minutes.length > 0),
  search: onePage('search.astro', searchView),
  portal: onePage('portal.astro', portalView, hasMembers),
  quote: onePage('quote.astro', quoteView),
  verify: onePage('verify.astro', verifyView, hasVerify),
  sitemap: onePage('sitemap.astro', sitemapView),
  accessibility: onePage('accessibility.astro', accessibilityView),
  about: onePage('about.astro', aboutView, (_, site) => site.about.length > 0),
  notFound: onePage('404.astro', notFoundView),
  emptied: manyPages('emptied.astro', emptiedPaths, emptiedView, '[list]'),
} as const;

export type PageKind = keyof typeof SITE_PAGES;

/** The view of each kind of page. */
export type PageViews = {
  readonly [Kind in PageKind]: (typeof SITE_PAGES)[Kind] extends PageRow<infer View> ? View : never;
};

/** A page with its kind and the file that prints it. */
export interface SitePage extends PlannedPage<unknown> {
  readonly kind: string;
  readonly file: string;
}

/** Every page of a site, kind by kind; what was emptied stands only where no other page does. */
export function* sitePages(corpus: Corpus, site: Site): Iterable<SitePage> {
  const { emptied, ...others } = SITE_PAGES;
  const taken = new Set<string>();
  for (const [kind, { file, pages }] of Object.entries(others)) {
    for (const page of pages(corpus, site)) {
      taken.add(page.path);
      yield { kind, file, ...page };
    }
  }
  for (const page of emptied.pages(corpus, site))
    if (!taken.has(page.path)) yield { kind: 'emptied', file: emptied.file, ...page };
}

/** The pages that have a line in the ledger by themselves: not those of minutes, nor what stands in their place. */
const ENTERED_OTHERWISE: ReadonlySet<string> = new Set<PageKind>([
  'home',
  'meeting',
  'version',
  'former',
  'emptied',
  'notFound',
]);

/** The paths of the pages that come and go with what is published, for the ledger. */
export function listPaths(corpus: Corpus, site: Site): readonly string[] {
  return [...sitePages(corpus, site)]
    .filter(({ kind }) => !ENTERED_OTHERWISE.has(kind))
    .map(({ path }) => path);
}
