import { hasCorrections } from '../corpus/corrections.ts';
import type { Corpus } from '../corpus/model.ts';
import { hasTopics, topicsOf } from '../corpus/topics.ts';
import type { Site } from '../site.ts';
import {
  absoluteUrl,
  bureauUrl,
  correctionsFeedUrl,
  dataUrl,
  feedsOf,
  feedsUrl,
  followingUrl,
  homeUrl,
  topicUrl,
  yearUrl,
} from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { frameOf, type FrameView } from './frame.ts';

/** The page that lists every feed and calendar, for people. */
export interface FeedsView {
  readonly frame: FrameView;
  readonly site: FeedRow;
  readonly siteAddress: string;
  readonly corrections: string | null;
  readonly bureaus: readonly FeedRow[];
  readonly topics: readonly FeedRow[];
  /** The feeds of the past (RFC 5005), newest year first. */
  readonly years: readonly LinkView[];
  readonly following: string;
  readonly data: string;
}

export interface FeedRow extends LinkView {
  readonly atom: string;
  readonly json: string;
  /** Topics have none: a calendar is of meetings. */
  readonly calendar: string | null;
}

/** The view of `/feeds/`. */
export function feedsView(corpus: Corpus, site: Site): FeedsView {
  return {
    frame: frameOf(site, corpus, { name: '订阅', url: feedsUrl() }),
    site: rowOf('全部会议', homeUrl()),
    siteAddress: absoluteUrl(feedsOf(homeUrl()).atom, site.domain),
    corrections: hasCorrections(corpus) ? correctionsFeedUrl() : null,
    bureaus: [...corpus.byBureau].map(([id, { bureau }]) => rowOf(bureau.short, bureauUrl(id))),
    topics: hasTopics(corpus)
      ? [...topicsOf(corpus)].map(([id, { topic }]) => ({
          ...rowOf(topic.name, topicUrl(id)),
          calendar: null,
        }))
      : [],
    years: [...corpus.byYear.keys()].map((year) => ({
      text: `${year}年`,
      href: feedsOf(yearUrl(year)).atom,
    })),
    following: followingUrl(),
    data: dataUrl(),
  };
}

function rowOf(text: string, page: string): FeedRow {
  return { text, href: page, ...feedsOf(page) };
}
