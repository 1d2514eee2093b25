import type { Collected } from '../corpus/collected.ts';
import { readMemberCatalogue, readMemberFeed, readMemberSearch } from '../corpus/member-files.ts';
import type { Member } from '../corpus/members-file.ts';
import { findBlockingLeaks } from '../leaks/find-leaks.ts';
import { MANIFEST_FORMAT, MANIFEST_PATH, SEARCH_FOLDER } from '../search/manifest.ts';

export type Fetched =
  { readonly kind: 'json'; readonly json: unknown } | { readonly kind: 'fault'; readonly reason: string };

/** Fetches the file at an address, of at most so many bytes; never rejects. */
export type Fetch = (address: string, most: number) => Promise<Fetched>;

/** What came of asking one member. */
export interface CollectedReport {
  readonly member: Member;
  readonly collected: Collected;
  /** Whether it was taken now. */
  readonly isFresh: boolean;
  /** How much of its files didn't fit and was left out. */
  readonly leftOut: number;
  /** The form of its search, where that is another than this program reads; null otherwise. */
  readonly otherSearch: number | null;
}

const KB = 1024;
const FILES = {
  feed: { path: 'feed.json', most: 2048 * KB },
  catalogue: { path: 'data/catalogue.jsonld', most: 8192 * KB },
  search: { path: SEARCH_FOLDER + MANIFEST_PATH, most: 256 * KB },
} as const;

/** How many members are asked at a time. */
const AT_A_TIME = 6;

/**
 * Asks all members, in their order. Of one that can't be read what was known before is kept, and the
 * reason stands beside it.
 *
 * @param now the minute in Beijing
 */
export async function collectMembers(
  members: readonly Member[],
  before: readonly Collected[],
  { fetchFile, now }: { readonly fetchFile: Fetch; readonly now: string },
): Promise<readonly CollectedReport[]> {
  const reports: CollectedReport[] = [];
  for (let at = 0; at < members.length; at += AT_A_TIME)
    reports.push(
      ...(await Promise.all(
        members.slice(at, at + AT_A_TIME).map((member) => {
          const known = before.find(({ address }) => address === member.address) ?? nothingOf(member);
          return collectMember(member, known, fetchFile, now);
        }),
      )),
    );
  return reports;
}

async function collectMember(
  member: Member,
  known: Collected,
  fetchFile: Fetch,
  now: string,
): Promise<CollectedReport> {
  const { address } = member;
  const get = async ({ path, most }: { readonly path: string; readonly most: number }): Promise<Fetched> =>
    fetchFile(address + path, most);
  const failed = (path: string, reason: string): CollectedReport => ({
    member,
    collected: { ...known, failure: { when: now, reason: `${path}：${reason}`.slice(0, 300) } },
    isFresh: false,
    leftOut: 0,
    otherSearch: null,
  });
  const [feed, catalogue, search] = await Promise.all([
    get(FILES.feed),
    get(FILES.catalogue),
    get(FILES.search),
  ]);
  if (feed.kind === 'fault') return failed(FILES.feed.path, feed.reason);
  if (catalogue.kind === 'fault') return failed(FILES.catalogue.path, catalogue.reason);
  const news = readMemberFeed(feed.json, address, isHarmless);
  if (news === null) return failed(FILES.feed.path, NOT_OURS);
  const data = readMemberCatalogue(catalogue.json, address);
  if (data === null) return failed(FILES.catalogue.path, NOT_OURS);
  const format = search.kind === 'json' ? readMemberSearch(search.json) : null;
  return {
    member,
    collected: { address, taken: now, failure: null, catalogue: data.value, ...news.value },
    isFresh: true,
    leftOut: news.leftOut + data.leftOut,
    otherSearch: format === MANIFEST_FORMAT ? null : format,
  };
}

const NOT_OURS = '不是约定的格式';

/** A title that holds what must not go out stays at the member. */
function isHarmless(title: string): boolean {
  return findBlockingLeaks(title).length === 0;
}

function nothingOf({ address }: Member): Collected {
  return { address, taken: null, failure: null, catalogue: null, entries: [], deleted: [] };
}

/** What is told of a member: one line. */
export function lineOf({ member, collected, isFresh, leftOut, otherSearch }: CollectedReport): string {
  const { taken, failure, catalogue, entries } = collected;
  if (!isFresh) {
    const kept = taken === null ? '还没有采集过' : `保留 ${taken} 的`;
    return `${member.name}：没有采集到，${failure?.reason ?? ''}；${kept}`;
  }
  return [
    `${member.name}：${String(entries.length)} 条更新，${String(catalogue?.datasets.length ?? 0)} 个数据集`,
    ...(leftOut === 0 ? [] : [`${String(leftOut)} 条不合格式或者带有不宜公开的内容，没有收`]),
    ...(otherSearch === null
      ? []
      : [`检索格式是第 ${String(otherSearch)} 版，这里认第 ${String(MANIFEST_FORMAT)} 版，各站检索查不到它`]),
  ].join('；');
}
