import { COLUMN_NAMES } from '../columns.ts';
import { applyFilter, columnsFor, type DateCounts, type SearchFilter, type ValueCounts } from '../facets.ts';
import { idsOf, type BureauName } from '../names.ts';
import { parseQuery, type Query } from '../query.ts';
import { isItem, type RecordTable } from '../table.ts';
import type { Hits, Host } from './backend.ts';
import { createEngine, type Engine } from './engine.ts';
import { loadManifest, loadNames, loadText } from './files.ts';
import { openGeneration } from './generation.ts';
import { nearMisses, type NearMiss } from './near.ts';
import { byWeight, weightOf, weightsOf, type Sort } from './ranking.ts';
import type { ResultGroup } from './result.ts';
import type { Stage } from './stages.ts';
import { AT_A_TIME } from './texts.ts';

/** What a page asks: the input as typed, and which part of the answer it wants to show. */
export interface SearchRequest {
  readonly input: string;
  readonly filter: SearchFilter;
  readonly sort: Sort;
  /** Agenda items, or hits elsewhere: in the head, the attendance, the foot. */
  readonly part: 'items' | 'others';
  /** Number of the first meeting, from 0. */
  readonly from: number;
  /** As many whole meetings are read as hold so many results; null for all. */
  readonly atLeast: number | null;
  /** Whether to count bureaus, roles, actions and outcomes, which needs more to be loaded. */
  readonly withValues: boolean;
}

export type SearchAnswer =
  | { readonly kind: 'refused'; readonly message: string }
  | {
      readonly kind: 'found';
      /** False for the newest results of an answer that is still being looked for. */
      readonly isComplete: boolean;
      /** How many sites haven't answered yet, where several are searched. */
      readonly waiting?: number;
      /** As it was understood: bureaus by id. */
      readonly filter: SearchFilter;
      /** All agenda items, and all hits elsewhere. */
      readonly total: number;
      readonly others: number;
      /** Of the part that was asked for. */
      readonly meetings: number;
      readonly groups: readonly ResultGroup[];
      readonly dates: DateCounts;
      /** Null when they weren't asked for. */
      readonly values: ValueCounts | null;
      /** Of the bureaus in `values` and `filter`. */
      readonly names: readonly BureauName[];
    };

export type Found = Extract<SearchAnswer, { kind: 'found' }>;

/** The whole search as two functions; it loads what it needs when it is first called. */
export interface SearchService {
  /** `onFirst` may get the newest results before all are known. */
  search(this: void, request: SearchRequest, onFirst?: (answer: Found) => void): Promise<SearchAnswer>;
  /** What an input without results may have meant; each has results. */
  near(this: void, input: string): Promise<readonly NearMiss[]>;
}

/**
 * The search over the files in the directory at `root` (an absolute address ending in a slash). When
 * an answer fails, the site may have been published anew under an open page, so the files are opened
 * afresh and the question is put once more; a second failure rejects.
 */
export function createService(root: string, host: Host): SearchService {
  let opened: Promise<Opened> | null = null;
  const ask = async <T>(question: (engine: Opened) => Promise<T>): Promise<T> => {
    opened ??= openEngine(root, host);
    return question(await opened);
  };
  const askTwice = async <T>(question: (engine: Opened) => Promise<T>): Promise<T> => {
    try {
      return await ask(question);
    } catch {
      opened = null;
    }
    try {
      return await ask(question);
    } catch (error) {
      opened = null;
      throw error;
    }
  };
  return {
    search: (request, onFirst) => askTwice(({ engine }) => answer(request, engine, onFirst)),
    near: (input) => askTwice(({ engine, variants }) => nearMisses(input, engine, variants)),
  };
}

/** The engine over the published files, and what near misses need beside it. */
export interface Opened {
  readonly engine: Engine;
  variants(this: void): Promise<string>;
}

export async function openEngine(root: string, host: Host): Promise<Opened> {
  const { generations, names, variants } = await loadManifest(root, host);
  const open = await Promise.all(generations.map((generation) => openGeneration(root, generation, host)));
  return {
    engine: createEngine(open, () => loadNames(root + names, host)),
    variants: () => loadText(root + variants, host),
  };
}

async function answer(
  request: SearchRequest,
  engine: Engine,
  onFirst?: (answer: Found) => void,
): Promise<SearchAnswer> {
  const parsed = parseQuery(request.input, { shortest: engine.shortest });
  if (parsed.kind === 'refused') return parsed;
  const { query } = parsed;
  const asked: AskedQuery = { query, request, engine };
  const { sort, part, from, atLeast } = request;
  const isFirstWanted =
    onFirst !== undefined && sort === 'newest' && part === 'items' && from === 0 && atLeast !== null;
  const tellFirst = async (certain: Hits, stage: Stage): Promise<boolean> => {
    const chosen = await choose(certain, stage, asked);
    if (chosen.items.length < (atLeast ?? Infinity)) return false;
    onFirst?.({ ...(await answerOf(chosen, certain, asked)), isComplete: false });
    return true;
  };
  const hits = await engine.find(query, isFirstWanted ? tellFirst : undefined);
  return answerOf(await choose(hits, null, asked), hits, asked);
}

interface AskedQuery {
  readonly query: Query;
  readonly request: SearchRequest;
  readonly engine: Engine;
}

/** What of the hits is within the filter, and what is counted of it. */
interface Chosen extends Pick<Found, 'filter' | 'dates' | 'values' | 'names'> {
  readonly items: readonly number[];
  readonly others: readonly number[];
}

async function choose(hits: Hits, stage: Stage | null, { request, engine }: AskedQuery): Promise<Chosen> {
  const { table } = engine;
  const { withValues } = request;
  const hasNames = request.filter.bureaus.length > 0 || withValues;
  const names = hasNames ? await engine.names() : [];
  const filter = { ...request.filter, bureaus: request.filter.bureaus.flatMap((name) => idsOf(names, name)) };
  const columns = await engine.columns(withValues ? COLUMN_NAMES : columnsFor(filter), stage);
  const isOne = (record: number): boolean => isItem(table, record);
  const { records, dates, values } = applyFilter(table, columns, hits.records.filter(isOne), filter);
  const elsewhere = hits.records.filter((record) => !isOne(record));
  const others = applyFilter(table, columns, elsewhere, filter).records;
  return { items: records, others, filter, dates, values: withValues ? values : null, names };
}

/** The answer with the texts that are wanted. */
async function answerOf(
  { items, others, ...counted }: Chosen,
  hits: Hits,
  asked: AskedQuery,
): Promise<Found> {
  const { query, request, engine } = asked;
  const { part, from, atLeast } = request;
  const { meetings, weights } = await inOrder(part === 'items' ? items : others, hits, asked);
  const groups = await readMeetings(meetings.slice(from), atLeast, async (own) => {
    const group = await engine.read(own, query);
    return weights === null ? group : { ...group, weight: weightOf(own, weights) };
  });
  return {
    kind: 'found',
    isComplete: true,
    total: items.length,
    others: others.length,
    meetings: meetings.length,
    groups,
    ...counted,
  };
}

interface Ordered {
  /** The records of each. */
  readonly meetings: readonly (readonly number[])[];
  /** Of each record; null where the order needs none. */
  readonly weights: ReadonlyMap<number, number> | null;
}

/** The records meeting by meeting, in the order that was asked for. */
async function inOrder(
  records: readonly number[],
  hits: Hits,
  { query, request: { sort }, engine }: AskedQuery,
): Promise<Ordered> {
  const { table } = engine;
  const meetings = byMeeting(records, table);
  if (sort === 'newest' || query.words.length === 0) return { meetings, weights: null };
  const all = weightsOf(table, await engine.lengths(), hits, await engine.inHeading(query, records));
  const weights = new Map(hits.records.map((record, index) => [record, all[index] ?? 0]));
  return { meetings: byWeight(meetings, weights), weights };
}

/** The records (ascending) of each meeting. */
function byMeeting(records: readonly number[], { meetingOf }: RecordTable): readonly (readonly number[])[] {
  const meetings: number[][] = [];
  for (const [index, record] of records.entries()) {
    const before = records[index - 1];
    if (before === undefined || meetingOf[before] !== meetingOf[record]) meetings.push([record]);
    else meetings.at(-1)?.push(record);
  }
  return meetings;
}

/** Reads whole meetings until there are `atLeast` results. */
async function readMeetings(
  meetings: readonly (readonly number[])[],
  atLeast: number | null,
  read: (records: readonly number[]) => Promise<ResultGroup>,
): Promise<readonly ResultGroup[]> {
  const wanted: (readonly number[])[] = [];
  let count = 0;
  for (const records of meetings) {
    if (atLeast !== null && count >= atLeast) break;
    wanted.push(records);
    count += records.length;
  }
  const groups: ResultGroup[] = [];
  for (let at = 0; at < wanted.length; at += AT_A_TIME)
    groups.push(...(await Promise.all(wanted.slice(at, at + AT_A_TIME).map(read))));
  return groups;
}
