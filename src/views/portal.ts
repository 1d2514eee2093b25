import type { Collected } from '../corpus/collected.ts';
import type { Corpus } from '../corpus/model.ts';
import { membersOf, portalEntries } from '../corpus/portal.ts';
import { PROGRAM_FOLDER } from '../search/manifest.ts';
import type { Site } from '../site.ts';
import { feedsOf, homeUrl, portalUrl, searchUrl, siteUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { longDate, timestamp, type DateView } from './format.ts';
import { feedLinks, frameOf, type FrameView } from './frame.ts';

/** The page of a portal: one search over its members and itself, what they are, what is new there. */
export interface PortalView {
  readonly frame: FrameView;
  readonly action: string;
  /** The folder of the one program that the page may run on what others publish. */
  readonly program: string;
  /** This site first, if it has minutes of its own. */
  readonly sites: readonly PortalSiteView[];
  readonly entries: readonly PortalEntryView[];
  readonly feeds: readonly LinkView[];
}

export interface PortalSiteView {
  readonly name: string;
  /** Of its home page. */
  readonly address: string;
  readonly level: string | null;
  /** Its own search page, which needs no portal. */
  readonly search: string;
  /** How many members stand above it. */
  readonly depth: number;
  /** How far what the page lists of it is up to date; null for this site itself. */
  readonly state: string | null;
}

export interface PortalEntryView {
  readonly site: string;
  readonly title: string;
  readonly href: string;
  readonly day: DateView;
}

/** So many are on the page; the feed has more. */
const SHOWN = 20;

/** The view of `/portal/`. */
export function portalView(corpus: Corpus, site: Site): PortalView {
  const { atom, json } = feedsOf(portalUrl());
  return {
    frame: frameOf(site, corpus, {
      name: '各站检索',
      url: portalUrl(),
      alternates: feedLinks(`${site.name}：各站更新`, portalUrl()),
    }),
    action: portalUrl(),
    program: siteUrl(PROGRAM_FOLDER),
    sites: [
      ...(corpus.byYear.size === 0
        ? []
        : [
            {
              name: site.name,
              address: homeUrl(),
              level: '本站',
              search: searchUrl(),
              depth: 0,
              state: null,
            },
          ]),
      ...membersOf(corpus).map(({ member, collected, depth }) => ({
        name: member.name,
        address: member.address,
        level: member.level,
        search: `${member.address}search/`,
        depth,
        state: stateOf(collected),
      })),
    ],
    entries: portalEntries(corpus)
      .slice(0, SHOWN)
      .map(({ url, title, updated, member }) => ({
        site: member.name,
        title,
        href: url,
        day: longDate(beijingDay(updated)),
      })),
    feeds: [
      { text: '各站更新（Atom）', href: atom },
      { text: '各站更新（JSON Feed）', href: json },
    ],
  };
}

function stateOf(collected: Collected | null): string {
  if (collected === null) return '最近更新还没有采集';
  const { taken, failure } = collected;
  const known = taken === null ? '' : `最近更新采集于${timestamp(taken).text}`;
  if (failure === null) return known;
  const failed = `${timestamp(failure.when).text}没有采集到`;
  return known === '' ? failed : `${failed}，${known}`;
}

/** The day in Beijing of a moment (RFC 3339). */
function beijingDay(moment: string): string {
  return new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10);
}
