import type { BureauId } from './minutes/model.ts';

/**
 * Every address of the site. The path of a page is made of ids alone, never of titles, and stays for
 * ever (R1.9); `BASE_PATH` puts the whole site below a path of an existing portal (R1.12).
 */

/** The base path with a slash at both ends: `/` unless `BASE_PATH` names another. */
export function basePath(): string {
  const stated = process.env['BASE_PATH'] ?? '';
  const inner = stated === '' ? '' : stated.replaceAll(/^\/+|\/+$/gu, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** The address of a file of `public/`, or of any path below the base; `path` has no leading slash. */
export function siteUrl(path: string): string {
  return basePath() + path;
}

export function homeUrl(): string {
  return basePath();
}

/** The list of all meetings. */
export function minutesUrl(): string {
  return siteUrl('minutes/');
}

/** The meetings of one year of addresses, `2022`, or of a month of a long one, `2022-07`. */
export function yearUrl(period: string): string {
  return siteUrl(`minutes/${period}/`);
}

/** The page of one set of minutes: id `2022/013` → `/minutes/2022/013/`. */
export function meetingUrl(id: string): string {
  return siteUrl(`minutes/${id}/`);
}

/** An item (`item-3`) or a point (`item-3-2`) of the minutes. */
export function itemUrl(id: string, anchor: string): string {
  return `${meetingUrl(id)}#${anchor}`;
}

/** The official text as Markdown. */
export function markdownUrl(id: string): string {
  return `${meetingUrl(id)}minutes.md`;
}

/** The official text alone. */
export function textUrl(id: string): string {
  return `${meetingUrl(id)}minutes.txt`;
}

/** The facts of the minutes as JSON. */
export function jsonUrl(id: string): string {
  return `${meetingUrl(id)}minutes.json`;
}

/** The minutes as the paper document, where one was made. */
export function pdfUrl(id: string): string {
  return `${meetingUrl(id)}minutes.pdf`;
}

/** The file of the picture of a meeting, below the root of the site. */
export function cardPath(id: string): string {
  return `minutes/${id}/card.png`;
}

/** An earlier version of the minutes: `/minutes/2022/013/v1/`. */
export function versionUrl(id: string, number: number): string {
  return `${meetingUrl(id)}v${String(number)}/`;
}

/** What was corrected, supplemented and withdrawn, newest first. */
export function correctionsUrl(): string {
  return siteUrl('corrections/');
}

/** The same as an Atom feed. */
export function correctionsFeedUrl(): string {
  return `${correctionsUrl()}feed.xml`;
}

/** The years, with how much of each is public. */
export function coverageUrl(): string {
  return siteUrl('coverage/');
}

/** The same of one year: `/coverage/2022/`. */
export function coverageYearUrl(year: string): string {
  return `${coverageUrl()}${year}/`;
}

/** The list of all bureaus. */
export function bureausUrl(): string {
  return siteUrl('bureaus/');
}

/** The page of one bureau. Only bureaus that occur in the minutes have one. */
export function bureauUrl(id: BureauId): string {
  return siteUrl(`bureaus/${id}/`);
}

/** What one bureau did in a year or a month: `/bureaus/yjj/2022/`. */
export function bureauYearUrl(id: BureauId, period: string): string {
  return siteUrl(bureauYearPath(id, period));
}

/** The same below the base. */
export function bureauYearPath(id: BureauId, period: string): string {
  return `bureaus/${id}/${period}/`;
}

/** The register of decisions: its years, and what its words mean. */
export function decisionsUrl(): string {
  return siteUrl('decisions/');
}

/** The decisions of one year of addresses, `2022`, or of a month of a long one, `2022-07`. */
export function decisionsYearUrl(period: string): string {
  return `${decisionsUrl()}${period}/`;
}

/** Those among them that one filter leaves: `/decisions/2022/outcome-deferred/`. */
export function decisionsFilterUrl(period: string, kind: string, id: string): string {
  return siteUrl(decisionsFilterPath(period, `${kind}-${id}`));
}

/** The same below the base. */
export function decisionsFilterPath(period: string, filter: string): string {
  return `decisions/${period}/${filter}/`;
}

/** The decisions of one year as a table for spreadsheets. */
export function decisionsCsvUrl(year: string): string {
  return `${decisionsYearUrl(year)}decisions.csv`;
}

/** The documents that meetings considered. */
export function documentsUrl(): string {
  return siteUrl('documents/');
}

/** Those that meetings of one year of addresses considered, or of a month of a long one. */
export function documentsYearUrl(period: string): string {
  return `${documentsUrl()}${period}/`;
}

/** Pictures of what the minutes hold, year by year. */
export function statisticsUrl(): string {
  return siteUrl('statistics/');
}

/** The same of one year of addresses. */
export function statisticsYearUrl(year: string): string {
  return `${statisticsUrl()}${year}/`;
}

export function searchUrl(): string {
  return siteUrl('search/');
}

/** The page for people that lists every page; not the XML file for machines. */
export function sitemapUrl(): string {
  return siteUrl('sitemap/');
}

/** Where anyone holds a quotation against the minutes. */
export function quoteUrl(): string {
  return siteUrl('quote/');
}

/** Where anyone holds a page or a file against the list of hashes. */
export function verifyUrl(): string {
  return siteUrl('verify/');
}

export function aboutUrl(): string {
  return siteUrl('about/');
}

/** What the site does for readers with difficulties, and what it can't (R4.5). */
export function accessibilityUrl(): string {
  return siteUrl('accessibility/');
}

/** The list of all topics. */
export function topicsUrl(): string {
  return siteUrl('topics/');
}

/** The page of one topic of `content/topics.yaml`. */
export function topicUrl(id: string): string {
  return siteUrl(`topics/${id}/`);
}

/** The items of a topic in one year of addresses, or in a month of a long one. */
export function topicYearUrl(id: string, period: string): string {
  return siteUrl(topicYearPath(id, period));
}

/** The same below the base. */
export function topicYearPath(id: string, period: string): string {
  return `topics/${id}/${period}/`;
}

/** The page that searches the members of a portal and lists what is new there. */
export function portalUrl(): string {
  return siteUrl('portal/');
}

/** The page that lists all feeds and calendars. */
export function feedsUrl(): string {
  return siteUrl('feeds/');
}

/** What a reader follows in the browser. */
export function followingUrl(): string {
  return siteUrl('following/');
}

/** The files by which the page at `url` can be followed: that of the site is its home page. */
export function feedsOf(url: string): {
  readonly atom: string;
  readonly json: string;
  readonly calendar: string;
} {
  return { atom: `${url}feed.xml`, json: `${url}feed.json`, calendar: `${url}calendar.ics` };
}

/** What browsers need to offer the site among their search engines. */
export function openSearchUrl(): string {
  return siteUrl('opensearch.xml');
}

/** The page that tells what there is for programs. */
export function dataUrl(): string {
  return siteUrl('data/');
}

/** A file below `/data/`: `csv/meetings.csv`. */
export function dataFileUrl(path: string): string {
  return `${dataUrl()}${path}`;
}

/** `url` with scheme and host: those of `SITE_URL`, else https and the domain of `content/site.yaml`. */
export function absoluteUrl(url: string, domain: string): string {
  const siteAddress = process.env['SITE_URL'];
  return new URL(url, siteAddress === undefined || siteAddress === '' ? `https://${domain}/` : siteAddress)
    .href;
}
