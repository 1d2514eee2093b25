import type { Corpus } from '../corpus/model.ts';
import type { AboutSection, Site } from '../site.ts';
import {
  aboutUrl,
  basePath,
  bureausUrl,
  followingUrl,
  homeUrl,
  minutesUrl,
  searchUrl,
  sitemapUrl,
  siteUrl,
} from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { bureauInitials, bureausView, type BureauCountView, type InitialView } from './bureaus.ts';
import { frameOf, type FrameView } from './frame.ts';
import { yearLinks, type YearLinkView } from './years.ts';

/** The pages that stand beside the columns. */

/** The search page; without JavaScript its lists are the way in (R1.11). */
export interface SearchView {
  readonly frame: FrameView;
  readonly action: string;
  /** What the search client puts before the paths it finds. */
  readonly base: string;
  readonly years: readonly YearLinkView[];
  readonly minutes: string;
  readonly bureaus: string;
  /** The page that tells what is new in searches that are followed; null before anything is published. */
  readonly following: string | null;
  /** The bureaus by the first letter of their reading. */
  readonly initials: readonly InitialView[];
}

/** The way to every page of the site, for people: what isn't here is behind one of these. */
export interface SitemapView {
  readonly frame: FrameView;
  readonly columns: readonly LinkView[];
  /** The pages beside the columns. */
  readonly others: readonly LinkView[];
  readonly years: readonly YearLinkView[];
  readonly groups: readonly { readonly name: string; readonly bureaus: readonly BureauCountView[] }[];
}

export interface AboutView {
  readonly frame: FrameView;
  readonly sections: readonly AboutSection[];
}

export interface NotFoundView {
  readonly frame: FrameView;
  readonly links: readonly LinkView[];
}

export function searchView(corpus: Corpus, site: Site): SearchView {
  return {
    frame: frameOf(site, corpus, { name: '检索', url: searchUrl() }),
    action: searchUrl(),
    base: basePath(),
    years: yearLinks(corpus),
    minutes: minutesUrl(),
    bureaus: bureausUrl(),
    following: corpus.byYear.size === 0 ? null : followingUrl(),
    initials: bureauInitials(corpus),
  };
}

export function sitemapView(corpus: Corpus, site: Site): SitemapView {
  const frame = frameOf(site, corpus, { name: '站点地图', url: sitemapUrl() });
  return {
    frame,
    columns: [{ text: '首页', href: homeUrl() }, ...frame.nav],
    others: frame.footer.links.filter(({ href }) => href !== sitemapUrl()),
    years: yearLinks(corpus),
    groups: bureausView(corpus, site).groups,
  };
}

export function aboutView(corpus: Corpus, site: Site): AboutView {
  return { frame: frameOf(site, corpus, { name: '关于本站', url: aboutUrl() }), sections: site.about };
}

/** The page a server sends with status 404. */
export function notFoundView(corpus: Corpus, site: Site): NotFoundView {
  const frame = frameOf(site, corpus, { name: '没有这个页面', url: siteUrl('404.html') });
  return { frame, links: [{ text: '首页', href: homeUrl() }, ...frame.nav] };
}
