import type { Corpus } from '../corpus/model.ts';
import { anchorOfAddress, pageOfAddress, type Redirect } from '../corpus/redirects.ts';
import type { Tombstone } from '../corpus/tombstones.ts';
import type { Site } from '../site.ts';
import { absoluteUrl, itemUrl, meetingUrl, minutesUrl, versionUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { formerName } from './corrections.ts';
import { longDate, type DateView } from './format.ts';
import { frameOf, type FrameView } from './frame.ts';
import { meetingName } from '../minutes/plain-text.ts';
import { NO_INDEX, siteTags } from './meta.ts';
import type { PagePath } from './page-rows.ts';

/** What stands at an address that has no minutes any more. */
export type FormerView = TombstoneView | RedirectView;

/** Why the minutes are gone, in place of them (R1.13). */
export interface TombstoneView {
  readonly kind: 'tombstone';
  readonly frame: FrameView;
  readonly heading: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly date: DateView;
  readonly successor: LinkView | null;
}

/** Where the minutes are now. Browsers go there at once; whoever can't follows the link. */
export interface RedirectView {
  readonly kind: 'redirect';
  readonly frame: FrameView;
  readonly heading: string;
  readonly reason: string;
  readonly target: LinkView & { readonly href: string };
}

/** What such a page is made of: the address it stands at, and why. */
export interface FormerProps {
  /** `2024/007`, or `2024/007/v1`. */
  readonly path: string;
  readonly former:
    | { readonly kind: 'tombstone'; readonly tombstone: Tombstone }
    | { readonly kind: 'redirect'; readonly redirect: Redirect };
}

/** The paths of all tombstones and redirects, and of the versions that stood below them. */
export function formerPaths(corpus: Corpus): readonly PagePath<FormerProps>[] {
  const { tombstones, redirects, ledger } = corpus.archive;
  const pages = redirects.filter(({ from }) => anchorOfAddress(from) === null);
  return [
    ...tombstones.map((tombstone) => ({
      id: tombstone.id,
      former: { kind: 'tombstone', tombstone } as const,
    })),
    ...pages.map((redirect) => ({ id: redirect.from, former: { kind: 'redirect', redirect } as const })),
  ].flatMap(({ id, former }) => {
    const versions = Math.max(ledger.get(id)?.versions ?? 1, versionsBefore(id, corpus));
    const paths = [id, ...Array.from({ length: versions - 1 }, (_, at) => `${id}/v${String(at + 1)}`)];
    return paths.map((path) => ({ params: { former: path }, props: { path, former } }));
  });
}

/** How many versions git knows a document had while it stood at an address, whether or not it changed there. */
function versionsBefore(id: string, { archive }: Corpus): number {
  const histories = [...archive.changed.map(({ events }) => events), archive.withdrawn.get(id) ?? []];
  let most = 1;
  for (const events of histories) {
    let version = 1;
    for (const event of events) {
      if (event.what === 'moved' && event.before === id) most = Math.max(most, version);
      if (event.what === 'text') version = event.version;
      if (event.id === id) most = Math.max(most, version);
    }
  }
  return most;
}

/** The view of a tombstone or a redirect. */
export function formerView({ path, former }: FormerProps, corpus: Corpus, site: Site): FormerView {
  return former.kind === 'tombstone'
    ? tombstoneView(path, former.tombstone, corpus, site)
    : redirectView(path, former.redirect, corpus, site);
}

const HEADINGS: Readonly<Record<Tombstone['kind'], string>> = {
  撤回: '这份纪要已经撤回',
  合并: '这份纪要已经并入另一份',
  更正: '这份纪要已经由另一份更正',
};

function tombstoneView(path: string, tombstone: Tombstone, corpus: Corpus, site: Site): TombstoneView {
  const { id, kind, date, reason, successor } = tombstone;
  const minutes = successor === null ? undefined : corpus.byId.get(successor);
  return {
    kind: 'tombstone',
    frame: frameAt(path, formerName(tombstone), corpus, site),
    heading: HEADINGS[kind],
    rows: [
      { label: '原件', value: formerName(tombstone) },
      { label: '原网址', value: absoluteUrl(meetingUrl(id), site.domain) },
      { label: '理由', value: reason },
    ],
    date: longDate(date),
    successor: minutes === undefined ? null : { text: meetingName(minutes), href: meetingUrl(minutes.id) },
  };
}

function redirectView(path: string, { to, reason }: Redirect, corpus: Corpus, site: Site): RedirectView {
  const id = pageOfAddress(to);
  const anchor = anchorOfAddress(to);
  const version = /\/v(\d+)$/u.exec(path)?.[1];
  const known = corpus.archive.histories
    ?.get(id)
    ?.earlier.some(({ number }) => version !== undefined && number === Number(version));
  const page = anchor === null ? meetingUrl(id) : itemUrl(id, anchor);
  const href = known === true ? versionUrl(id, Number(version)) : page;
  const minutes = corpus.byId.get(id);
  return {
    kind: 'redirect',
    frame: frameAt(path, '网址已经变更', corpus, site, href),
    heading: '网址已经变更',
    reason,
    target: { text: minutes === undefined ? to : meetingName(minutes), href },
  };
}

function frameAt(path: string, name: string, corpus: Corpus, site: Site, canonical?: string): FrameView {
  return frameOf(site, corpus, {
    name,
    url: meetingUrl(path),
    ...(canonical === undefined ? {} : { canonical }),
    meta: [...siteTags(site), NO_INDEX],
    parents: corpus.byYear.size > 0 ? [{ text: '会议纪要', href: minutesUrl() }] : [],
  });
}
