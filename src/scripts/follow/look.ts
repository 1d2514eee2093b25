import type { JiyaoSearch } from '../../search/client/api.ts';
import type { FilterInput } from '../../search/client/state.ts';
import type { Followed } from './follows.ts';
import { presentOf, type Present } from './news.ts';

/** Looks at what is there now: in the feed, or by asking search anew. Rejects when it can't be had. */
export async function lookAt(followed: Followed, search: () => Promise<JiyaoSearch>): Promise<Present> {
  if (followed.kind === 'search') return searchAgain(followed.key, await search());
  const response = await fetch(followed.feed, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${followed.feed}: ${String(response.status)}`);
  return presentOf(await response.json());
}

async function searchAgain(key: string, search: JiyaoSearch): Promise<Present> {
  const params = new URLSearchParams(key);
  const { results } = await search(params.get('q') ?? '', filterOf(params));
  return {
    items: results.map(({ url, heading, held }) => ({
      href: url,
      title: heading,
      day: held ?? '',
      mark: url,
    })),
    deleted: [],
  };
}

function filterOf(params: URLSearchParams): FilterInput {
  const one = (name: 'role' | 'from' | 'to') => {
    const value = params.get(name);
    return value === null ? {} : { [name]: value };
  };
  return {
    bureau: params.getAll('bureau'),
    year: params.getAll('year'),
    action: params.getAll('action'),
    outcome: params.getAll('outcome'),
    ...one('role'),
    ...one('from'),
    ...one('to'),
  };
}
