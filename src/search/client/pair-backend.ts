import {
  chunkOf,
  chunkPath,
  decodeChunk,
  decodePlaces,
  type Chunk,
  type PairDirectory,
  type PairRecords,
} from '../pair-files.ts';
import type { Term } from '../query.ts';
import type { Backend, Hits, TextCheck } from './backend.ts';
import { cheapestCover } from './cover.ts';
import { hitsOfPhrase, recordsOfAll, type PairWithPlaces, type PlacedPair } from './phrase.ts';

/** What the pair index of one generation is made of. */
export interface PairParts {
  readonly directory: PairDirectory;
  /** Loads a file by its path below the generation, unpacked; remembers it. */
  load(this: void, path: string): Promise<Uint8Array>;
  readonly texts: TextCheck;
}

/** How many files are asked for at first: more would often be needless, fewer would take more rounds. */
const AT_FIRST = 2;

/**
 * Finds terms by their pairs. It begins with the pairs whose files are small, which are the rare ones,
 * and then takes the cheaper of two ways to be sure: the places of pairs that cover the term, or the
 * texts of the few records left.
 */
export function createPairBackend({ directory, load, texts }: PairParts): Backend {
  return {
    shortest: 2,
    async find(term, within) {
      const search = createSearch(term);
      if (search.pairs.length === 0) throw new Error(`The pair index can't look up "${term.text}"`);
      if (within !== null && texts.cost(within) <= search.cheapest()) return texts.find(term, within);
      for (let wanted = AT_FIRST; ; wanted = AT_FIRST + 1) {
        await search.loadNext(wanted, within);
        if (search.left().length === 0) return { records: [], counts: [] };
        if (search.pairs.length === 1) return search.onlyPair();
        const byText = texts.cost(search.left());
        const byPlaces = search.coverCost();
        if (search.nextCost(AT_FIRST + 1) > Math.min(byText, byPlaces) / 3) {
          return byText <= byPlaces ? texts.find(term, search.left()) : search.byPlaces();
        }
      }
    },
  };

  /** One look-up in progress. */
  function createSearch({ field, text }: Term) {
    const chunks = directory[field];
    const pairs = Array.from({ length: text.length - 1 }, (_, offset) => {
      const pair = text.charCodeAt(offset) * 0x10000 + text.charCodeAt(offset + 1);
      const chunk = chunkOf(chunks, pair);
      const size = chunks[chunk];
      return { offset, pair, chunk, bytes: size?.bytes ?? 0, placeBytes: size?.placeBytes ?? 0 };
    });
    type Pair = (typeof pairs)[number];
    const waiting = [...pairs].sort((one, other) => one.bytes - other.bytes);
    const loaded = new Map<number, PlacedPair>();
    let candidates: readonly number[] = [];
    const openChunk = async ({ chunk }: Pair): Promise<Chunk | null> =>
      chunk === -1 ? null : decodeChunk(await load(chunkPath(field, chunk, 'records')));
    const loadPair = async (pair: Pair): Promise<void> => {
      const found = (await openChunk(pair))?.records(pair.pair) ?? NOWHERE;
      loaded.set(pair.offset, { offset: pair.offset, found });
    };
    const placesOf = async (pair: Pair): Promise<PairWithPlaces> => {
      if (!loaded.has(pair.offset)) await loadPair(pair);
      const found = loaded.get(pair.offset)?.found ?? NOWHERE;
      const places =
        pair.placeBytes > 0
          ? decodePlaces(await load(chunkPath(field, pair.chunk, 'places')), found)
          : (await openChunk(pair))?.places(found);
      return { offset: pair.offset, found, places: places ?? new Uint32Array() };
    };
    const costOf = ({ offset, bytes, placeBytes }: Pair): number =>
      (loaded.has(offset) ? 0 : bytes) + placeBytes;
    return {
      pairs,
      cheapest: () => waiting[0]?.bytes ?? 0,
      left: () => candidates,
      nextCost: (count: number) => {
        const next = waiting.slice(0, count);
        return next.length === 0 ? Infinity : next.reduce((sum, { bytes }) => sum + bytes, 0);
      },
      coverCost: () => {
        const costs = pairs.map(costOf);
        return cheapestCover(costs).reduce((sum, offset) => sum + (costs[offset] ?? 0), 0);
      },
      async loadNext(count: number, within: readonly number[] | null) {
        await Promise.all(waiting.splice(0, count).map(loadPair));
        candidates = recordsOfAll([...loaded.values()], within);
      },
      onlyPair: (): Hits => {
        const found = loaded.get(0)?.found ?? NOWHERE;
        const isLeft = new Set(candidates);
        const counts = [...found.counts].filter((_, index) => isLeft.has(found.records[index] ?? -1));
        return { records: candidates, counts };
      },
      async byPlaces(): Promise<Hits> {
        const cover = cheapestCover(pairs.map(costOf));
        const chosen = pairs.filter(({ offset }) => cover.includes(offset));
        const placed = await Promise.all(chosen.map(placesOf));
        return hitsOfPhrase(placed, recordsOfAll(placed, candidates));
      },
    };
  }
}

const NOWHERE: PairRecords = { pair: 0, records: new Uint32Array(), counts: new Uint32Array() };
