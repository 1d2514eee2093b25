import type { Bureau, BureauRecord, Corpus } from '../corpus/model.ts';
import type { BureauId } from '../minutes/model.ts';
import type { Site } from '../site.ts';
import { bureausUrl, bureauUrl, feedsOf, feedsUrl, followingUrl } from '../urls.ts';
import { yearsFigure } from './bureau-figure.ts';
import { bureauLink, type LinkView } from './bureau-names.ts';
import { yearOfBureau, type BureauYearView } from './bureau-year.ts';
import { kindName } from './bureaus.ts';
import type { FigureView } from './charts/chart.ts';
import { partialDate } from './format.ts';
import { feedLinks, frameOf, type FrameView } from './frame.ts';
import { NEWEST } from './item-entry.ts';
import { bureauThing } from './linked-data.ts';
import { columnTags } from './meta.ts';
import type { FollowView } from './topics.ts';
import type { PagePath } from './page-rows.ts';

/** The page of a bureau: who it is, what it did year by year, and the newest of its newest year. */
export interface BureauView {
  readonly frame: FrameView;
  readonly follow: FollowView;
  readonly feeds: readonly LinkView[];
  readonly name: string;
  readonly kind: string;
  readonly names: readonly { readonly label: string; readonly text: string }[];
  /** The names it had before, in the order of the registry. */
  readonly former: readonly FormerNameView[];
  /** The bureau that keeps the office of a coordinating body. */
  readonly office: LinkView | null;
  /** The coordinating bodies whose office it keeps. */
  readonly keeps: readonly LinkView[];
  /** Null where it occurs in one year alone: then there is nothing to compare. */
  readonly years: FigureView | null;
  readonly newest: BureauYearView;
}

export interface FormerNameView {
  readonly full: string;
  readonly short: string | null;
  /** 至2019年3月; what is said of it beside. */
  readonly details: string;
}

/** The paths of the bureaus that occur. */
export function bureauPaths({ byBureau }: Corpus): readonly PagePath<BureauRecord>[] {
  return [...byBureau].map(([id, record]) => ({ params: { id }, props: record }));
}

/** The view of `/bureaus/<id>/`. */
export function bureauView(record: BureauRecord, corpus: Corpus, site: Site): BureauView {
  const { bureau } = record;
  const [newest = ''] = record.years;
  return {
    frame: frameOf(site, corpus, {
      name: bureau.short,
      url: bureauUrl(bureau.id),
      description: `${bureau.full ?? bureau.short}在会议纪要中的汇报、责任、印发名义和列席，逐年列出`,
      meta: columnTags(site, site.bureauColumn),
      things: [bureauThing(bureau, site)],
      parents: [{ text: '机构', href: bureausUrl() }],
      alternates: feedLinks(bureau.short, bureauUrl(bureau.id)),
    }),
    follow: followOf(bureau),
    feeds: bureauFeeds(bureau.id),
    name: bureau.short,
    kind: kindName(bureau.kind),
    names: namesOf(bureau),
    former: bureau.former.map(({ full, short, until, note }) => ({
      full,
      short,
      details: [until === null ? '停用时间未知' : `用到${partialDate(until)}`, note ?? '']
        .filter((part) => part !== '')
        .join('，'),
    })),
    office: bureau.office === null ? null : bureauLink(bureau.office, corpus),
    keeps: corpus.registry.bureaus
      .filter(({ office }) => office === bureau.id)
      .map(({ id }) => bureauLink(id, corpus)),
    years: yearsFigure(record),
    newest: yearOfBureau(record, newest, NEWEST),
  };
}

function followOf({ id, short }: Bureau): FollowView {
  const href = bureauUrl(id);
  return { kind: 'bureau', key: id, name: short, feed: feedsOf(href).json, href, following: followingUrl() };
}

function bureauFeeds(id: BureauId): readonly LinkView[] {
  const { atom, json, calendar } = feedsOf(bureauUrl(id));
  return [
    { text: 'Atom', href: atom },
    { text: 'JSON Feed', href: json },
    { text: '日历', href: calendar },
    { text: '怎样订阅', href: feedsUrl() },
  ];
}

function namesOf({ full, short, aliases, since, until, note }: Bureau): BureauView['names'] {
  const rows: readonly (readonly [label: string, text: string | null])[] = [
    ['全称', full],
    ['简称', full === short ? null : short],
    ['也写作', aliases.length === 0 ? null : aliases.join('、')],
    ['设立', since === null ? null : partialDate(since)],
    ['撤销', until === null ? null : partialDate(until)],
    ['说明', note],
  ];
  return rows.flatMap(([label, text]) => (text === null ? [] : [{ label, text }]));
}
