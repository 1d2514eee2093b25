import { hasCorrections } from '../corpus/corrections.ts';
import { hasCoverage } from '../corpus/coverage.ts';
import { hasDecisions } from '../corpus/decisions.ts';
import { hasDocuments } from '../corpus/documents.ts';
import type { Corpus } from '../corpus/model.ts';
import { hasMembers, memberOrigins } from '../corpus/portal.ts';
import { hasTopics } from '../corpus/topics.ts';
import { DEMO_PLACEHOLDER, type Site } from '../site.ts';
import {
  aboutUrl,
  absoluteUrl,
  accessibilityUrl,
  bureausUrl,
  correctionsUrl,
  coverageUrl,
  decisionsUrl,
  documentsUrl,
  dataUrl,
  feedsOf,
  feedsUrl,
  homeUrl,
  minutesUrl,
  openSearchUrl,
  portalUrl,
  quoteUrl,
  searchUrl,
  sitemapUrl,
  siteUrl,
  topicsUrl,
  verifyUrl,
  statisticsUrl,
} from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { breadcrumbThings, linkedData, type LinkedThing } from './linked-data.ts';
import { graphTags, siteTags, type GraphTag, type MetaTag, type PictureView } from './meta.ts';

/** Everything around the content of a page. */
export interface FrameView {
  /** The `<title>`: page, then site. */
  readonly title: string;
  readonly canonical: string;
  /** The feeds by which programs follow the page: those of the site where it has none of its own. */
  readonly alternates: readonly AlternateView[];
  /** By it browsers offer the site among their search engines. */
  readonly openSearch: string;
  readonly meta: readonly MetaTag[];
  /** What search engines show below the title; null where the tags of R1.1 say it. */
  readonly description: string | null;
  readonly graph: readonly GraphTag[];
  /** JSON-LD; null where there is nothing to say. */
  readonly linkedData: string | null;
  readonly siteName: string;
  readonly home: string;
  readonly favicon: string;
  /** The band of a preview and of demo mode (R1.4); null on a published page. */
  readonly band: string | null;
  /** Whether the page itself searches, which needs more of the content policy. */
  readonly searches: boolean;
  /** The other sites that the page asks, scheme, host and port of each: the members of a portal, on its own page. */
  readonly asks: readonly string[];
  /** Whether search engines must leave the page alone: that of a preview. */
  readonly hidden: boolean;
  readonly nav: readonly (LinkView & { readonly current: boolean })[];
  readonly breadcrumb: readonly LinkView[];
  /** Null on the home page and the pages that search, which have a form of their own. */
  readonly search: string | null;
  readonly views: ViewsView;
  readonly footer: FooterView;
}

/** A `<link rel="alternate">`. */
export interface AlternateView {
  readonly type: string;
  readonly title: string;
  readonly href: string;
}

/** The ways to read a page: the same address with another parameter, which needs a script. */
export interface ViewsView {
  readonly elder: string;
  readonly normal: string;
  readonly traditional: string;
  readonly simplified: string;
  /** The script that sets the view before the page is painted. */
  readonly script: string;
  /** The statement on accessibility (R4.5). */
  readonly accessibility: string;
}

export interface FooterView {
  /** R1.5, each with a visible value. */
  readonly fields: readonly (LinkView & { readonly label: string })[];
  readonly links: readonly LinkView[];
}

export interface PageIdentity {
  /** The name of the page; null on the home page, whose title is the site's. */
  readonly name: string | null;
  /** Its name at the end of the breadcrumb; `name` when left out. */
  readonly crumb?: string;
  /** Its address. */
  readonly url: string;
  /** The address that search engines shall take for it; its own when left out. */
  readonly canonical?: string;
  /** What the page holds, in a sentence or two; what the site holds when left out. */
  readonly description?: string;
  /** The tags of the page, site tags included; only those when left out. */
  readonly meta?: readonly MetaTag[];
  /** The feeds of the page; those of the site when left out. */
  readonly alternates?: readonly AlternateView[];
  /** The pages between home and this one. */
  readonly parents?: readonly LinkView[];
  /** What the page is about, for programs. */
  readonly things?: readonly LinkedThing[];
  /** Its picture in chats and feeds. */
  readonly picture?: PictureView;
}

/** The frame of a page. */
export function frameOf(site: Site, corpus: Corpus, page: PageIdentity): FrameView {
  const { name, url } = page;
  const home = { text: '首页', href: homeUrl() };
  const canonical = absoluteUrl(page.canonical ?? url, site.domain);
  const meta = page.meta ?? siteTags(site);
  const article = meta.find((tag) => tag.name === 'Description');
  const description = article?.content ?? page.description ?? site.column.description;
  const breadcrumb =
    name === null ? [] : [home, ...(page.parents ?? []), { text: page.crumb ?? name, href: null }];
  return {
    title: name === null ? site.name : `${name} - ${site.name}`,
    canonical,
    alternates: page.alternates ?? (corpus.byYear.size === 0 ? [] : feedLinks(site.name, homeUrl())),
    openSearch: openSearchUrl(),
    meta,
    description: article === undefined ? description : null,
    graph: graphTags(site, {
      title: name ?? site.name,
      url: canonical,
      article: meta.some((tag) => tag.name === 'ArticleTitle'),
      description,
      picture: page.picture ?? null,
    }),
    linkedData: linkedData([...(page.things ?? []), ...breadcrumbThings(breadcrumb, site)]),
    siteName: site.name,
    home: homeUrl(),
    favicon: siteUrl('favicon.svg'),
    band: bandOf(site),
    searches: [searchUrl(), quoteUrl(), portalUrl()].includes(url),
    asks: url === portalUrl() ? memberOrigins(corpus) : [],
    hidden: site.preview,
    nav: columnsOf(site, corpus).map((link) => ({ ...link, current: link.href === url })),
    breadcrumb,
    search: [searchUrl(), homeUrl(), portalUrl()].includes(url) ? null : searchUrl(),
    views: {
      elder: '?view=elder',
      normal: '?view=normal',
      traditional: '?zh=hant',
      simplified: '?zh=hans',
      script: siteUrl('view.js'),
      accessibility: accessibilityUrl(),
    },
    footer: footerOf(site, corpus),
  };
}

/** The feeds that stand below a page. */
export function feedLinks(title: string, page: string): readonly AlternateView[] {
  const { atom, json } = feedsOf(page);
  return [
    { type: 'application/atom+xml', title, href: atom },
    { type: 'application/feed+json', title, href: json },
  ];
}

/** The band of a preview and of demo mode (R1.4); null on a published page. */
export function bandOf({ preview, mode }: Site): string | null {
  const bands = [
    ...(preview ? ['草稿预览，尚未发布'] : []),
    ...(mode === 'demo' ? ['演示站点，非政府网站'] : []),
  ];
  return bands.length === 0 ? null : bands.join(' · ');
}

/** The columns that have content: no other gets a page or an entry (R1.17). */
export function columnsOf(site: Site, corpus: Corpus): readonly LinkView[] {
  return [
    ...(corpus.byYear.size > 0 ? [{ text: '会议纪要', href: minutesUrl() }] : []),
    ...(hasDecisions(corpus) ? [{ text: '议定事项', href: decisionsUrl() }] : []),
    ...(hasDocuments(corpus) ? [{ text: '文件', href: documentsUrl() }] : []),
    ...(corpus.byBureau.size > 0 ? [{ text: '机构', href: bureausUrl() }] : []),
    { text: '检索', href: searchUrl() },
    ...(hasMembers(corpus) ? [{ text: '各站检索', href: portalUrl() }] : []),
    ...(hasTopics(corpus) ? [{ text: '主题', href: topicsUrl() }] : []),
    ...(hasCoverage(corpus) ? [{ text: '公开情况', href: coverageUrl() }] : []),
    ...(hasCorrections(corpus) ? [{ text: '更正', href: correctionsUrl() }] : []),
    ...(site.about.length > 0 ? [{ text: '关于', href: aboutUrl() }] : []),
  ];
}

/** The eight fields of R1.5; addresses as R1.6 has them, plain links that load nothing. */
function footerOf(site: Site, corpus: Corpus): FooterView {
  const { filings, contact, sponsor, undertaker } = site;
  const demo = site.mode === 'demo';
  return {
    fields: [
      field('主办单位', sponsor),
      ...(undertaker === null ? [] : [field('承办单位', undertaker)]),
      field('联系方式', demo && contact.phone === DEMO_PLACEHOLDER ? DEMO_PLACEHOLDER : contactOf(site)),
      field('网站标识码', site.code),
      field('ICP备案号', filings.icp, demo ? null : 'https://beian.miit.gov.cn/'),
      field('公安机关备案标识', filings.police, demo ? null : policeUrl(filings.police)),
      field('党政机关标识', filings.conac === null ? DEMO_PLACEHOLDER : '党政机关', filings.conac),
      field('我为政府网站找错', filings.mistakes === null ? DEMO_PLACEHOLDER : '提交错误', filings.mistakes),
    ],
    links: [
      { text: '站点地图', href: sitemapUrl() },
      { text: '无障碍声明', href: accessibilityUrl() },
      ...(corpus.byYear.size > 0
        ? [
            { text: '统计', href: statisticsUrl() },
            { text: '开放数据', href: dataUrl() },
            { text: '订阅', href: feedsUrl() },
          ]
        : []),
      { text: '引文核对', href: quoteUrl() },
      ...(site.preview ? [] : [{ text: '核对', href: verifyUrl() }]),
      ...(site.about.length > 0 ? [{ text: '关于本站', href: aboutUrl() }] : []),
    ],
  };
}

function field(label: string, text: string, href: string | null = null): FooterView['fields'][number] {
  return { label, text, href };
}

function contactOf({ contact: { phone, address, postcode } }: Site): string {
  return `电话 ${phone}，地址 ${address}，邮编 ${postcode}`;
}

function policeUrl(police: string): string {
  return `https://beian.mps.gov.cn/#/query/webSearch?code=${/\d+/u.exec(police)?.[0] ?? ''}`;
}
