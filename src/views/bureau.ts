import { dayOf, type Bureau, type BureauRecord, type Corpus, type ItemRef } from '../corpus/model.ts';
import type { Minutes } from '../minutes/model.ts';
import { meetingName } from '../minutes/plain-text.ts';
import type { Site } from '../site.ts';
import { bureausUrl, bureauUrl, itemUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { kindName } from './bureaus.ts';
import { ATTENDANCE_ANCHOR } from './document.ts';
import { longDate, type DateView } from './format.ts';
import { frameOf, type FrameView } from './frame.ts';
import { shortHeading } from './item.ts';
import { columnTags } from './meta.ts';
import type { PagePath } from './page-rows.ts';

/** The page of a bureau: who it is, and what it does in the minutes, role by role (R7.4). */
export interface BureauView {
  readonly frame: FrameView;
  readonly name: string;
  readonly kind: string;
  readonly names: readonly { readonly label: string; readonly text: string }[];
  /** The bureau that keeps the office of a coordinating body. */
  readonly office: LinkView | null;
  /** Only roles that occur. */
  readonly roles: readonly RoleView[];
}

export interface RoleView {
  readonly id: 'reports' | 'responsible' | 'issues' | 'observes';
  readonly name: string;
  readonly explanation: string;
  readonly entries: readonly EntryView[];
}

export interface EntryView {
  readonly href: string;
  readonly text: string;
  readonly day: DateView | null;
  readonly meeting: string;
  readonly outcome: string | null;
}

/** The paths of the bureaus that occur. */
export function bureauPaths({ byBureau }: Corpus): readonly PagePath<BureauRecord>[] {
  return [...byBureau].map(([id, record]) => ({ params: { id }, props: record }));
}

/** The view of `/bureaus/<id>/`. */
export function bureauView(record: BureauRecord, corpus: Corpus, site: Site): BureauView {
  const { bureau } = record;
  const office = bureau.office === null ? undefined : corpus.registry.byId.get(bureau.office);
  return {
    frame: frameOf(site, corpus, {
      name: bureau.short,
      url: bureauUrl(bureau.id),
      meta: columnTags(site, site.bureauColumn),
      parents: [{ text: '机构', href: bureausUrl() }],
    }),
    name: bureau.short,
    kind: kindName(bureau.kind),
    names: namesOf(bureau),
    office:
      office === undefined
        ? null
        : { text: office.short, href: corpus.byBureau.has(office.id) ? bureauUrl(office.id) : null },
    roles: rolesOf(record).filter(({ entries }) => entries.length > 0),
  };
}

function rolesOf({ reports, responsible, issues, observes }: BureauRecord): readonly RoleView[] {
  return [
    {
      id: 'reports',
      name: '汇报',
      explanation: '由该机构向会议汇报的议题',
      entries: reports.map(itemEntry),
    },
    {
      id: 'responsible',
      name: '责任（须落实）',
      explanation: '会议点名由该机构办理或落实的议题',
      entries: responsible.map(itemEntry),
    },
    {
      id: 'issues',
      name: '以其名义印发',
      explanation: '会议议定以该机构名义印发文件的议题，印发不等于承办',
      entries: issues.map(itemEntry),
    },
    {
      id: 'observes',
      name: '列席',
      explanation: '该机构列席的会议，列席不表示承担责任',
      entries: observes.map(({ minutes }) => ({
        ...meetingOf(minutes),
        href: itemUrl(minutes.id, ATTENDANCE_ANCHOR),
        text: meetingName(minutes),
        meeting: '',
        outcome: null,
      })),
    },
  ];
}

function itemEntry({ minutes, item }: ItemRef): EntryView {
  return {
    ...meetingOf(minutes),
    href: itemUrl(minutes.id, item.anchor),
    text: shortHeading(item),
    outcome: item.decisions[0]?.outcome ?? null,
  };
}

function meetingOf(minutes: Minutes): Pick<EntryView, 'day' | 'meeting'> {
  const day = dayOf(minutes);
  return { day: day === null ? null : longDate(day), meeting: meetingName(minutes) };
}

function namesOf({ full, aliases, former, since, until, note }: Bureau): BureauView['names'] {
  const formerNames = former.map(({ full: name, until: end, note: remark }) => {
    const details = [end === null ? '' : `至${end}`, remark ?? ''].filter((part) => part !== '').join('，');
    return details === '' ? name : `${name}（${details}）`;
  });
  const rows: readonly (readonly [label: string, text: string | null])[] = [
    ['全称', full],
    ['也写作', aliases.length === 0 ? null : aliases.join('、')],
    ['曾用名', formerNames.length === 0 ? null : formerNames.join('；')],
    ['设立', since],
    ['撤销', until],
    ['说明', note],
  ];
  return rows.flatMap(([label, text]) => (text === null ? [] : [{ label, text }]));
}
