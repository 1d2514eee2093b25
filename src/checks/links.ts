import { isNamed, minutesOfAddress } from '../corpus/links.ts';
import type { Interpretation, IssuedDocument, OutsideLink, PendingDocument } from '../corpus/links.ts';
import type { LinkList, LinkReport, LinksFile } from '../corpus/links-file.ts';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import type { Minutes } from '../minutes/model.ts';

interface LinkSubject {
  readonly file: LinksFile;
  /** The minutes that are public. */
  readonly minutes: readonly Minutes[];
  /** Ids of minutes that wait for their time; what is stated about them waits with them. */
  readonly waiting: ReadonlySet<string>;
  /** `YYYY-MM-DD` in Beijing. */
  readonly today: string;
}

interface Known extends LinkSubject {
  readonly byId: ReadonlyMap<string, Minutes>;
  readonly report: LinkReport;
}

/** An entry of the file as every rule sees it. */
interface Entry {
  readonly list: LinkList;
  readonly at: number;
  readonly date: string;
  readonly link: OutsideLink | null;
  readonly field: 'items' | 'about';
  readonly addresses: readonly string[];
}

/**
 * R1.18: what is linked exists, links back, and came after the meeting; R1.10: links to sites that are
 * no government's are named, so that a person looks at them.
 */
export function checkLinks(subject: LinkSubject): readonly Diagnostic[] {
  const { file, minutes } = subject;
  const byId = new Map(minutes.map((each) => [each.id, each]));
  const known: Known = { ...subject, byId, report: file.report };
  const entries = [
    ...file.issued.map((document, at) => entryOf('issued', at, document)),
    ...file.pending.map((document, at) => entryOf('pending', at, { ...document, link: null })),
    ...file.interpretations.map((interpretation, at) => entryOf('interpretations', at, interpretation)),
  ];
  return [
    ...entries.flatMap((entry) => [
      ...unknownTargets(entry, known),
      ...wrongDates(entry, known),
      ...oneWay(entry, known),
      ...outside(entry, known),
    ]),
    ...file.issued.flatMap((document, at) => unknownDecision(document, at, known)),
    ...file.interpretations.flatMap((interpretation, at) => unknownDocuments(interpretation, at, known)),
  ];
}

function entryOf(
  list: LinkList,
  at: number,
  entry: IssuedDocument | (PendingDocument & { readonly link: null }) | Interpretation,
): Entry {
  const { date, link } = entry;
  return 'items' in entry
    ? { list, at, date, link, field: 'items', addresses: entry.items }
    : { list, at, date, link, field: 'about', addresses: entry.about };
}

function unknownTargets({ list, at, field, addresses }: Entry, known: Known): readonly Diagnostic[] {
  const { byId, waiting, report } = known;
  return addresses.flatMap((address, index) => {
    const id = minutesOfAddress(address);
    const minutes = byId.get(id);
    if (minutes === undefined && waiting.has(id)) return [];
    const place = [list, at, field, index];
    if (minutes === undefined)
      return [
        report(
          'links/unknown-target',
          place,
          `没有“${id}”这份公开的纪要`,
          '写现在公开着的一份；纪要撤下了的，删去这一条',
        ),
      ];
    const anchor = address.split('#')[1];
    if (anchor === undefined || minutes.items.some((item) => item.anchor === anchor)) return [];
    const last = minutes.items.at(-1);
    const hint =
      last === undefined ? '这份纪要没有读到议题' : `议题从 item-1 到 ${last.anchor}，对照页面改正`;
    return [report('links/unknown-target', place, `“${id}”里没有 ${anchor}`, hint)];
  });
}

function wrongDates({ list, at, date, link, field, addresses }: Entry, known: Known): readonly Diagnostic[] {
  const { today, report } = known;
  const before = addresses.flatMap((address) => {
    const held = heldOn(address, known);
    return held !== null && date < held
      ? [`日期 ${date} 早于会议日期 ${held}（${minutesOfAddress(address)}）`]
      : [];
  });
  const messages = [...before, ...(date > today ? [`日期 ${date} 还没有到`] : [])];
  const back = link?.linksBack ?? null;
  return [
    ...messages.map((message) =>
      report('links/date-order', [list, at, 'date'], message, `核对日期，再核对 ${field} 写的是不是这次会议`),
    ),
    ...(back !== null && (back < date || back > today)
      ? [
          report(
            'links/date-order',
            [list, at, 'linksBack'],
            back < date ? `核对链接的日期 ${back} 早于对方的日期 ${date}` : `核对链接的日期 ${back} 还没有到`,
            '写亲眼看到对方页面链接到这份纪要的那一天',
          ),
        ]
      : []),
  ];
}

function heldOn(address: string, { byId }: Known): string | null {
  return byId.get(minutesOfAddress(address))?.head.held?.value ?? null;
}

function oneWay({ list, at, link, addresses }: Entry, { report }: Known): readonly Diagnostic[] {
  if (link === null || link.linksBack !== null) return [];
  const named = addresses.map((address) => `/minutes/${address.replace('#', '/#')}`).join('、');
  return [
    report(
      'links/one-way',
      [list, at, 'url'],
      '只写了链接过去，没有写对方链接回来',
      `请对方在页面上链接到 ${named}${addresses.some((address) => address.includes('#')) ? '' : '/'}，看到以后写 linksBack: 年-月-日`,
    ),
  ];
}

function outside({ list, at, link }: Entry, { report }: Known): readonly Diagnostic[] {
  if (link === null || link.government) return [];
  return [
    report(
      'links/outside',
      [list, at, 'url'],
      `“${new URL(link.url).hostname}”不是政府网站`,
      '政府网站上有的，改用政府网站的网址；没有的，不用改，页面上会标明“外部链接”',
    ),
  ];
}

function unknownDecision(
  { items, decision }: IssuedDocument,
  at: number,
  { byId, report }: Known,
): readonly Diagnostic[] {
  const [address = ''] = items;
  const [id = '', anchor] = address.split('#');
  const item = byId.get(id)?.items.find((each) => each.anchor === anchor);
  if (decision === null || item === undefined || decision <= item.decisions.length) return [];
  return [
    report(
      'links/unknown-target',
      ['issued', at, 'decision'],
      `“${address}”读到 ${String(item.decisions.length)} 条议定事项，没有第 ${String(decision)} 条`,
      '对照页面上这一项的议定事项，从 1 数起',
    ),
  ];
}

function unknownDocuments(
  { explains, date }: Interpretation,
  at: number,
  { file, report }: Known,
): readonly Diagnostic[] {
  return explains.flatMap((name, index) => {
    const document = file.issued.find((each) => isNamed(each, name));
    if (document === undefined)
      return [
        report(
          'links/unknown-target',
          ['interpretations', at, 'explains', index],
          `上面的 issued 里没有“${name}”`,
          '写 issued 里一条的文号或标题，一字不差；还没有写的，先补写那一条',
        ),
      ];
    if (document.date <= date) return [];
    return [
      report(
        'links/date-order',
        ['interpretations', at, 'date'],
        `解读的日期 ${date} 早于文件印发的日期 ${document.date}（${name}）`,
        '核对两个日期',
      ),
    ];
  });
}
