import type { ResultGroup } from '../result.ts';
import type { Found, SearchRequest, SearchService } from '../service.ts';

/** A site among those that are searched together. */
export interface JointSite {
  readonly name: string;
  /** What makes an address of a path of its results: the address of its home page. */
  readonly address: string;
  readonly service: SearchService;
}

/** What a site answered first, from its first meeting on. */
export interface SiteAnswer {
  readonly site: JointSite;
  readonly found: Found;
}

/** So many results of a site are asked for at a time when more are needed. */
const BATCH = 10;

/** The meetings that answer one question at several sites, as one list that grows on demand. */
export interface JointResults {
  /**
   * Whole meetings from number `from` on, until there are `atLeast` results; null for all. Rejects when a
   * site fails on the way: a list with a hole is none.
   */
  take(from: number, atLeast: number | null): Promise<readonly ResultGroup[]>;
}

interface Stream {
  readonly site: JointSite;
  /** In the order of the site. */
  readonly groups: ResultGroup[];
  readonly meetings: number;
  next: number;
}

export function jointResults(answers: readonly SiteAnswer[], request: SearchRequest): JointResults {
  const streams = answers.map(({ site, found }): Stream => ({
    site,
    groups: named(found.groups, site),
    meetings: found.meetings,
    next: 0,
  }));
  const merged: ResultGroup[] = [];
  const fill = async (stream: Stream): Promise<void> => {
    if (stream.next < stream.groups.length || stream.groups.length >= stream.meetings) return;
    const asked = { ...request, from: stream.groups.length, atLeast: BATCH, withValues: false };
    const answer = await stream.site.service.search(asked);
    if (answer.kind === 'refused' || answer.groups.length === 0)
      throw new Error(`${stream.site.name} has fewer results than it said`);
    stream.groups.push(...named(answer.groups, stream.site));
  };
  const next = async (): Promise<ResultGroup | null> => {
    await Promise.all(streams.map(fill));
    const [best] = streams
      .flatMap((stream) => {
        const group = stream.groups[stream.next];
        return group === undefined ? [] : [{ stream, group }];
      })
      .sort((one, other) => compare(one.group, other.group, request.sort));
    if (best === undefined) return null;
    best.stream.next++;
    return best.group;
  };
  const groupAt = async (at: number): Promise<ResultGroup | null> => {
    while (merged.length <= at) {
      const group = await next();
      if (group === null) return null;
      merged.push(group);
    }
    return merged[at] ?? null;
  };
  // Whoever asks twice at once must not take the same meetings twice.
  let before: Promise<unknown> = Promise.resolve();
  return {
    take(from, atLeast) {
      const taking = before.then(async () => {
        const wanted: ResultGroup[] = [];
        const wantedResults = atLeast ?? Infinity;
        let results = 0;
        for (let at = from; results < wantedResults; at++) {
          const group = await groupAt(at);
          if (group === null) break;
          wanted.push(group);
          results += group.results.length;
        }
        return wanted;
      });
      before = taking.catch(() => null);
      return taking;
    },
  };
}

/** The groups with the name of their site and addresses instead of paths. */
function named(groups: readonly ResultGroup[], { name, address }: JointSite): ResultGroup[] {
  return groups.map((group) => ({
    ...group,
    site: name,
    path: address + group.path,
    results: group.results.map((result) => ({ ...result, path: address + result.path })),
  }));
}

/** Newest first, those without a day last; by relevance the weightiest first. Equal ones in the order of the sites. */
function compare(one: ResultGroup, other: ResultGroup, sort: SearchRequest['sort']): number {
  const weight = sort === 'relevance' ? (other.weight ?? 0) - (one.weight ?? 0) : 0;
  if (weight !== 0) return weight;
  const [day, otherDay] = [one.held ?? '', other.held ?? ''];
  if (day === otherDay) return 0;
  return day < otherDay ? 1 : -1;
}
