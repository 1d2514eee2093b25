import type { Archive } from '../corpus/archive.ts';
import type { DocumentHistory } from '../corpus/history.ts';
import { anchorsOf, pointsOf } from '../corpus/ledger.ts';
import { anchorOfAddress, pageOfAddress, type RedirectReport } from '../corpus/redirects.ts';
import type { TombstoneReport } from '../corpus/tombstones.ts';
import type { Diagnostic, DiagnosticCode } from '../minutes/diagnostics.ts';
import type { Minutes } from '../minutes/model.ts';
import { UNKNOWN_PLACE, type Place } from '../minutes/places.ts';

interface AddressSubject {
  readonly minutes: readonly Minutes[];
  readonly mode: 'demo' | 'publish';
  readonly now: string;
  readonly folder: string;
  readonly archive: Archive;
  /** The ledger's file; null when there is none. */
  readonly ledger: {
    readonly path: string;
    readonly placeOf: (id: string) => Place;
    /** Nothing is new where nobody can tell what is old. */
    readonly broken: boolean;
  } | null;
  /** Every document that git knows as once public; null where git can't tell. */
  readonly past: ReadonlyMap<string, DocumentHistory> | null;
  readonly reportTombstone: TombstoneReport;
  readonly reportRedirect: RedirectReport;
}

/** What a reader finds at the addresses of the minutes. */
interface Standing extends AddressSubject {
  /** The pages that have minutes. */
  readonly pages: ReadonlyMap<string, Minutes>;
  readonly buried: ReadonlySet<string>;
  readonly led: ReadonlySet<string>;
}

/**
 * R1.9, R1.13: every address of the ledger still answers, with the minutes, a tombstone or a redirect;
 * and tombstones and redirects stand only where nothing else does.
 */
export function checkAddresses(subject: AddressSubject): readonly Diagnostic[] {
  const { minutes, archive } = subject;
  const standing: Standing = {
    ...subject,
    pages: new Map(minutes.map((each) => [each.id, each])),
    buried: new Set(archive.tombstones.map(({ id }) => id)),
    led: new Set(archive.redirects.map(({ from }) => from)),
  };
  return [
    ...lostAddresses(standing),
    ...lostVersions(standing),
    ...lostWithoutLedger(standing),
    ...newAddresses(standing),
    ...wrongTombstones(standing),
    ...wrongRedirects(standing),
  ];
}

const LOST_HINT =
  '误删的，把文件放回去；改了名的，在 content/redirects.yaml 写明 from 和 to；确需撤下的，在 content/tombstones.yaml 写明类型、日期和理由';

function lostAddresses({ archive, pages, buried, led, ledger }: Standing): readonly Diagnostic[] {
  if (ledger === null) return [];
  const at = (code: DiagnosticCode, id: string, message: string, hint: string): Diagnostic => ({
    code,
    message,
    hint,
    path: ledger.path,
    place: ledger.placeOf(id),
  });
  return [...archive.ledger].flatMap(([id, entry]) => {
    const page = pages.get(id);
    if (page === undefined)
      return buried.has(id) || led.has(id)
        ? []
        : [at('ledger/address-gone', id, `“${id}”已经公开过，这次却没有`, LOST_HINT)];
    const points = pointsOf(page);
    if (areEqual(entry.points, points)) return [];
    const anchors = new Set(anchorsOf({ points }));
    const lost = anchorsOf(entry).filter((anchor) => !anchors.has(anchor) && !led.has(`${id}#${anchor}`));
    if (lost.length === 0) return [];
    const shown = `${lost.slice(0, 5).join('、')}${lost.length > 5 ? ' 等' : ''}`;
    const hint = `对照原件核对议题和（一）（二）；确实变了的，在 content/redirects.yaml 写明转到哪里，如 from: "${id}#${lost[0] ?? ''}"`;
    return [at('ledger/anchor-gone', id, `“${id}”里 ${shown} 已经公开过，这次却没有`, hint)];
  });
}

function lostVersions({ archive, pages, ledger }: Standing): readonly Diagnostic[] {
  const { histories } = archive;
  if (ledger === null || histories === null) return [];
  return [...archive.ledger].flatMap(([id, { versions }]) => {
    const now = histories.get(id)?.current ?? 0;
    if (versions <= now || !pages.has(id) || versions === 1) return [];
    return [
      {
        code: 'ledger/version-gone' as const,
        message: `“${id}”公开过 ${String(versions)} 个版本，git 历史里只有 ${String(now)} 个`,
        hint: '历史被改写过：用没有改写的历史建站，不要对已推送的提交做 rebase、squash 或 filter',
        path: ledger.path,
        place: ledger.placeOf(id),
      },
    ];
  });
}

/**
 * What git knows as published counts in publish mode even if nobody entered it into the ledger; not what
 * waits for its time, as nobody has seen it.
 */
function lostWithoutLedger({
  archive,
  pages,
  buried,
  led,
  past,
  mode,
  now,
  folder,
}: Standing): readonly Diagnostic[] {
  if (mode === 'demo' || past === null) return [];
  const moved = new Set(
    [...past.values()].flatMap(({ events }) =>
      events.flatMap((event) => (event.what === 'moved' ? [event.before] : [])),
    ),
  );
  return [...past]
    .filter(([, { recorded }]) => recorded <= now)
    .filter(([id]) => !archive.ledger.has(id) && !pages.has(id) && !buried.has(id) && !led.has(id))
    .map(([id]) => ({
      code: 'ledger/address-gone' as const,
      message: `git 历史里“${id}”公开过，这次却没有${moved.has(id) ? '，看来是改了名' : ''}`,
      hint: LOST_HINT,
      path: folder,
      place: UNKNOWN_PLACE,
    }));
}

function newAddresses({ archive, minutes, ledger, mode, folder }: Standing): readonly Diagnostic[] {
  const fresh = minutes.filter(({ id }) => !archive.ledger.has(id)).map(({ id }) => id);
  if (fresh.length === 0 || ledger?.broken === true || (ledger === null && mode === 'demo')) return [];
  const named = `${fresh.slice(0, 3).join('、')}${fresh.length > 3 ? ' 等' : ''}`;
  return [
    {
      code: 'ledger/not-recorded',
      message: `有 ${String(fresh.length)} 份纪要的地址还没有登记入台账：${named}`,
      hint: '运行 npm run release，把 content/ledger.json 一并提交',
      path: ledger?.path ?? folder,
      place: UNKNOWN_PLACE,
    },
  ];
}

function wrongTombstones({ archive, pages, now, reportTombstone }: Standing): readonly Diagnostic[] {
  return archive.tombstones.flatMap(({ id, date, successor }, at) => [
    ...(pages.has(id)
      ? [
          reportTombstone(
            at,
            'id',
            `“${id}”还有公开的纪要`,
            '已经恢复公开的，删去这一条；要撤下的，删去纪要文件',
          ),
        ]
      : []),
    ...(successor !== null && !pages.has(successor)
      ? [reportTombstone(at, 'successor', `没有“${successor}”这份公开的纪要`, '写现在公开着的一份')]
      : []),
    ...(date > now.slice(0, 10)
      ? [reportTombstone(at, 'date', `日期 ${date} 还没有到`, '写实际撤下的日期')]
      : []),
  ]);
}

function wrongRedirects({ archive, pages, buried, reportRedirect }: Standing): readonly Diagnostic[] {
  const answers = (address: string): boolean => {
    const page = pages.get(pageOfAddress(address));
    const anchor = anchorOfAddress(address);
    return page !== undefined && (anchor === null || anchorsOf({ points: pointsOf(page) }).includes(anchor));
  };
  return archive.redirects.flatMap(({ from, to }, at) => {
    // Items of minutes that were withdrawn lead to the tombstone with their page.
    if (anchorOfAddress(from) !== null && buried.has(pageOfAddress(from))) return [];
    return [
      ...(answers(from) ? [reportRedirect(at, 'from', `“${from}”还在，不能转到别处`, '删去这一条')] : []),
      ...(buried.has(from)
        ? [reportRedirect(at, 'from', `“${from}”在 content/tombstones.yaml 里也有`, '两处只留一处')]
        : []),
      ...(answers(to) ? [] : [reportRedirect(at, 'to', `没有“${to}”这个地址`, '写现在公开着的地址')]),
    ];
  });
}

function areEqual(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}
