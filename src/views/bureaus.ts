import type { BureauKind, BureauRecord, Corpus } from '../corpus/model.ts';
import { initialOf, readingOf } from '../corpus/reading.ts';
import type { Site } from '../site.ts';
import { bureausUrl, bureauUrl } from '../urls.ts';
import { bureauLink, type LinkView } from './bureau-names.ts';
import { roleCounts, ROLES } from './bureau-roles.ts';
import { frameOf, type FrameView } from './frame.ts';
import { columnTags } from './meta.ts';

/** The list of bureaus, grouped by kind; only those that occur in the minutes. */
export interface BureausView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly description: string;
  readonly groups: readonly { readonly name: string; readonly bureaus: readonly BureauCountView[] }[];
  readonly initials: readonly InitialView[];
}

/** The bureaus under one letter of the alphabet, by the reading of their names. */
export interface InitialView {
  readonly letter: string;
  readonly bureaus: readonly LinkView[];
}

/** A bureau and how often it has each role; attendance apart, for it is no responsibility (R7.4). */
export interface BureauCountView {
  readonly href: string;
  readonly name: string;
  readonly full: string | null;
  /** The roles it has and how often, for show. */
  readonly counts: string;
  /** The bureau that keeps the office of a coordinating body; null of others. */
  readonly office: LinkView | null;
}

/** The kinds, in the order of the page. */
const KINDS: readonly (readonly [kind: BureauKind, name: string])[] = [
  ['gov', '政府及工作部门'],
  ['gov-affil', '直属事业单位'],
  ['party', '党委机构'],
  ['npc', '人大'],
  ['cppcc', '政协'],
  ['judicial', '法院、检察院'],
  ['military', '军事机关'],
  ['mass', '群团组织'],
  ['coord', '议事协调机构'],
  ['vertical', '垂直管理单位'],
  ['zone', '开发区、功能区'],
  ['town', '镇、街道'],
  ['soe', '国有企业'],
  ['utility', '公用事业单位'],
  ['edu', '院校'],
];

/** The name of a kind of bureau. */
export function kindName(kind: BureauKind): string {
  return KINDS.find(([each]) => each === kind)?.[1] ?? kind;
}

const DESCRIPTION = '在会议纪要中出现过的机构。汇报、责任、印发名义与列席分别统计，列席不表示承担责任。';

/** The view of `/bureaus/`. */
export function bureausView(corpus: Corpus, site: Site): BureausView {
  const records = [...corpus.byBureau.values()];
  return {
    frame: frameOf(site, corpus, {
      name: '机构',
      url: bureausUrl(),
      description: DESCRIPTION,
      meta: columnTags(site, site.bureauColumn),
    }),
    heading: '机构',
    description: DESCRIPTION,
    groups: KINDS.flatMap(([kind, name]) => {
      const bureaus = records
        .filter(({ bureau }) => bureau.kind === kind)
        .map((record) => countsOf(record, corpus));
      return bureaus.length === 0 ? [] : [{ name, bureaus }];
    }),
    initials: bureauInitials(corpus),
  };
}

/** The bureaus that occur, by the first letter of their reading: 市公安局 under G. */
export function bureauInitials(corpus: Corpus): readonly InitialView[] {
  const bureaus = [...corpus.byBureau.values()]
    .map(({ bureau: { id, short } }) => ({
      letter: initialOf(short),
      reading: readingOf(short),
      link: { text: short, href: bureauUrl(id) },
    }))
    .sort((one, other) => compare(one.letter, other.letter) || compare(one.reading, other.reading));
  return [...Map.groupBy(bureaus, ({ letter }) => letter)].map(([letter, own]) => ({
    letter,
    bureaus: own.map(({ link }) => link),
  }));
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The bureaus named in most items, attendance not counted; at most `count`. */
export function busiestBureaus(corpus: Corpus, count: number): readonly BureauCountView[] {
  return [...corpus.byBureau.values()]
    .filter((record) => weight(record) > 0)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, count)
    .map((record) => countsOf(record, corpus));
}

function weight(record: BureauRecord): number {
  const { reports, responsible, issues } = roleCounts(record);
  return reports + responsible + issues;
}

function countsOf(record: BureauRecord, corpus: Corpus): BureauCountView {
  const { bureau } = record;
  const counts = roleCounts(record);
  return {
    href: bureauUrl(bureau.id),
    name: bureau.short,
    full: bureau.full,
    counts: ROLES.filter(({ id }) => counts[id] > 0)
      .map(({ id, short }) => `${short} ${String(counts[id])}`)
      .join('\u3000'),
    office: bureau.office === null ? null : bureauLink(bureau.office, corpus),
  };
}
