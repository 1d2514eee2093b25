import type { SearchFilter, Facets } from '../facets.ts';
import { parseQuery } from '../query.ts';
import type { Host } from './backend.ts';
import { createEngine, type Engine } from './engine.ts';
import { loadManifest, loadTable, loadTexts } from './files.ts';
import { openPagefind } from './pagefind-backend.ts';
import type { ResultGroup } from './result.ts';

/** What a page asks: the input as typed, and which meetings of the answer it wants to show. */
export interface SearchRequest {
  readonly input: string;
  readonly filter: SearchFilter;
  /** Number of the first meeting, from 0, and of the one after the last; null for all. */
  readonly from: number;
  readonly to: number | null;
}

export type SearchAnswer =
  | { readonly kind: 'refused'; readonly message: string }
  | {
      readonly kind: 'found';
      /** As it was understood: bureaus by id. */
      readonly filter: SearchFilter;
      /** Of all meetings. */
      readonly total: number;
      readonly meetings: number;
      readonly groups: readonly ResultGroup[];
      readonly facets: Facets;
    };

/** The whole search as one function; it loads what it needs when it is first called. */
export interface SearchService {
  search(this: void, request: SearchRequest): Promise<SearchAnswer>;
}

/** How many texts are loaded at a time. */
const AT_A_TIME = 16;

/**
 * The search over the files in the directory at `root` (an absolute address ending in a slash). When
 * an answer fails, the site may have been published anew under an open page, so the files are opened
 * afresh and the question is put once more; a second failure rejects.
 */
export function createService(root: string, host: Host): SearchService {
  let opened: Promise<Engine | null> | null = null;
  const ask = async (request: SearchRequest): Promise<SearchAnswer> => {
    opened ??= openEngine(root, host);
    return answer(request, await opened);
  };
  return {
    search: (request) =>
      ask(request).catch(() => {
        opened = null;
        return ask(request).catch((error: unknown) => {
          opened = null;
          throw error;
        });
      }),
  };
}

/** Null when there is nothing to search. */
async function openEngine(root: string, host: Host): Promise<Engine | null> {
  const { generations } = await loadManifest(root, host);
  const [generation, ...others] = generations;
  if (others.length > 0) throw new Error('More than one generation');
  if (generation === undefined) return null;
  const base = root + generation.path;
  const [table, backend] = await Promise.all([
    loadTable(base, host),
    openPagefind(base, generation.records, host),
  ]);
  return createEngine({ table, backend, loadTexts: (meeting) => loadTexts(base, meeting, host) });
}

async function answer(
  { input, filter, from, to }: SearchRequest,
  engine: Engine | null,
): Promise<SearchAnswer> {
  const parsed = parseQuery(input, { shortest: engine?.shortest ?? 2 });
  if (parsed.kind === 'refused') return parsed;
  if (engine === null) return { kind: 'found', filter, total: 0, meetings: 0, groups: [], facets: NO_FACETS };
  const { filter: understood, records, facets } = await engine.search(parsed.query, filter);
  const meetings = engine.meetings(records);
  const wanted = meetings.slice(from, to ?? meetings.length);
  const groups: ResultGroup[] = [];
  for (let at = 0; at < wanted.length; at += AT_A_TIME) {
    const batch = wanted.slice(at, at + AT_A_TIME);
    groups.push(...(await Promise.all(batch.map((ofMeeting) => engine.read(ofMeeting, parsed.query)))));
  }
  return {
    kind: 'found',
    filter: understood,
    total: records.length,
    meetings: meetings.length,
    groups,
    facets,
  };
}

const NO_FACETS: Facets = { years: [], months: [], bureaus: [], roles: [], actions: [], outcomes: [] };
