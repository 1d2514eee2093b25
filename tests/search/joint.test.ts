import { describe, expect, test } from 'vitest';
import { NO_FILTER } from '../../src/search/facets.ts';
import {
  joinServices,
  type SiteFault,
  type SiteState,
} from '../../src/search/client/portal/joint-service.ts';
import type { JointSite } from '../../src/search/client/portal/joint-results.ts';
import type { ResultGroup } from '../../src/search/client/result.ts';
import type { Found, SearchRequest, SearchService } from '../../src/search/client/service.ts';

/** Several invented sites: each answers with a meeting of one result for each of its days. */

const REQUEST: SearchRequest = {
  input: '燃气',
  filter: NO_FILTER,
  sort: 'newest',
  part: 'items',
  from: 0,
  atLeast: 3,
  withValues: false,
};

function group(day: string): ResultGroup {
  const result = {
    kind: 'item',
    path: `minutes/${day}/#item-1`,
    heading: [],
    excerpt: [],
    action: null,
    outcome: null,
    bureaus: [],
  } as const;
  return { meeting: day, path: `minutes/${day}/`, title: '会议', held: day, results: [result] };
}

function serviceOf(days: readonly string[], bureau: string): SearchService {
  return {
    search: ({ from, atLeast, withValues, input }) => {
      if (input === '气') return Promise.resolve({ kind: 'refused', message: '太短' });
      const groups = days.slice(from, atLeast === null ? undefined : from + atLeast).map(group);
      const answer: Found = {
        kind: 'found',
        isComplete: true,
        filter: NO_FILTER,
        total: days.length,
        others: 1,
        meetings: days.length,
        groups,
        dates: { years: [{ value: '2024', count: days.length }], months: [] },
        values: withValues
          ? {
              bureaus: [{ value: bureau, count: days.length }],
              roles: [],
              actions: [],
              outcomes: [],
              archived: [],
            }
          : null,
        names: withValues ? [{ id: bureau, name: '市应急局', otherNames: [bureau], readings: [] }] : [],
      };
      return Promise.resolve(answer);
    },
    near: (input) => Promise.resolve([{ kind: 'script', input: `${input}2`, total: days.length }]),
  };
}

const DAYS = [
  ['2024-09-01', '2024-06-01', '2024-03-01'],
  ['2024-08-01', '2024-07-01', '2024-01-01', '2023-12-01'],
] as const;

function sitesOf(services: readonly SearchService[]): readonly JointSite[] {
  return services.map((service, at) => ({
    name: `第${String(at)}站`,
    address: `https://site${String(at)}.example/`,
    service,
  }));
}

interface Joined {
  readonly service: SearchService;
  readonly states: (readonly SiteState[])[];
}

function join(
  services: readonly SearchService[],
  faults: readonly (SiteFault | null)[] = [],
  now = (): number => 0,
): Joined {
  const sites = sitesOf(services);
  const states: (readonly SiteState[])[] = [];
  const service = joinServices({
    sites,
    probe: (site) => Promise.resolve(faults[sites.indexOf(site)] ?? null),
    onStates: (all) => states.push(all),
    now,
  });
  return { service, states };
}

async function found(service: SearchService, wanted: Partial<SearchRequest> = {}): Promise<Found> {
  const answer = await service.search({ ...REQUEST, ...wanted });
  if (answer.kind !== 'found') throw new Error(answer.message);
  return answer;
}

describe('several sites as one', () => {
  const services = DAYS.map((days, at) => serviceOf(days, `b${String(at)}`));
  const newest = DAYS.flat().toSorted().toReversed();

  test('give all results in one order, page by page, each with its site and its address', async () => {
    const { service } = join(services);
    const days: string[] = [];
    for (;;) {
      const { groups, meetings } = await found(service, { from: days.length, atLeast: 2 });
      days.push(...groups.map(({ meeting }) => meeting));
      for (const { site, path, meeting, results } of groups) {
        const at = DAYS.findIndex((own) => own.some((day) => day === meeting));
        expect(site).toBe(`第${String(at)}站`);
        expect(path).toBe(`https://site${String(at)}.example/minutes/${meeting}/`);
        expect(results[0]?.path).toBe(`${path}#item-1`);
      }
      if (days.length >= meetings) break;
    }
    expect(days).toEqual(newest);
  });

  test('give all at once, and the same again', async () => {
    const { service } = join(services);
    const asked = Promise.all([1, 2].map(() => found(service, { atLeast: null })));
    for (const { groups } of await asked) expect(groups.map(({ meeting }) => meeting)).toEqual(newest);
  });

  test('add their counts up, bureaus by name', async () => {
    const { total, others, meetings, dates, values, names } = await found(join(services).service, {
      atLeast: 0,
      withValues: true,
    });
    expect([total, others, meetings]).toEqual([7, 2, 7]);
    expect(dates.years).toEqual([{ value: '2024', count: 7 }]);
    expect(values?.bureaus).toEqual([{ value: '市应急局', count: 7 }]);
    expect(names).toEqual([{ id: '市应急局', name: '市应急局', otherNames: ['b0', 'b1'], readings: [] }]);
  });

  test('add up what they suggest, and refuse what one of them refuses', async () => {
    const { service } = join(services);
    expect(await service.near('燃气')).toEqual([{ kind: 'script', input: '燃气2', total: 7 }]);
    expect(await service.search({ ...REQUEST, input: '气' })).toEqual({ kind: 'refused', message: '太短' });
  });
});

describe('a site that fails', () => {
  const good = serviceOf(DAYS[0], 'a');
  const broken: SearchService = { ...good, search: () => Promise.reject(new Error('half')) };

  test('is left out and told of, whatever the reason', async () => {
    const faults = [null, null, { kind: 'version', theirs: 9 }, { kind: 'down' }] as const;
    const { service, states } = join([good, broken, good, good], faults);
    const { total, groups } = await found(service);
    expect([total, groups.map(({ site }) => site)]).toEqual([3, ['第0站', '第0站', '第0站']]);
    expect(states.at(-1)).toEqual([
      { kind: 'answered', total: 3, others: 1 },
      { kind: 'failed', fault: { kind: 'down' } },
      { kind: 'failed', fault: { kind: 'version', theirs: 9 } },
      { kind: 'failed', fault: { kind: 'down' } },
    ]);
  });

  test('is left alone for a while and asked again then', async () => {
    let time = 0;
    let asked = 0;
    const counting: SearchService = {
      ...good,
      search: (request) => {
        asked++;
        return asked === 1 ? Promise.reject(new Error('down')) : good.search(request);
      },
    };
    const { service } = join([good, counting], [], () => time);
    for (time of [0, 29_000]) expect((await found(service)).total).toBe(3);
    expect(asked).toBe(1);
    time = 31_000;
    expect((await found(service)).total).toBe(6);
  });

  test('while more is read takes no part of a list for the whole', async () => {
    let isBroken = false;
    const halting: SearchService = {
      ...good,
      search: (request) =>
        isBroken && request.from > 0 ? Promise.reject(new Error('gone')) : good.search(request),
    };
    const { service } = join([halting]);
    await found(service, { atLeast: 1 });
    isBroken = true;
    await expect(service.search({ ...REQUEST, from: 1 })).rejects.toThrow('gone');
  });

  test('is the end when no other answers', async () => {
    await expect(join([broken, broken]).service.search(REQUEST)).rejects.toThrow('No site answers');
  });
});

test('those that answer soon are shown while a slow one is waited for', async () => {
  let time = 0;
  let release = (): void => undefined;
  const slow: SearchService = {
    ...serviceOf(DAYS[1], 'b'),
    search: async (request) => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return serviceOf(DAYS[1], 'b').search(request);
    },
  };
  const { service } = join([serviceOf(DAYS[0], 'a'), slow], [], () => time);
  const firsts: Found[] = [];
  const answer = service.search(REQUEST, (first) => firsts.push(first));
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
  time = 5000;
  await new Promise((resolve) => {
    setTimeout(resolve, 1400);
  });
  expect(firsts.map(({ total, isComplete, waiting }) => [total, isComplete, waiting])).toEqual([
    [3, false, 1],
  ]);
  release();
  expect(await answer).toMatchObject({ kind: 'found', total: 7, isComplete: true });
});
