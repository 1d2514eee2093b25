import { pack } from './pack.ts';
import {
  chunkPath,
  DIRECTORY_PATH,
  encodeChunk,
  encodeDirectory,
  encodePlaces,
  type ChunkSize,
  type PairPostings,
} from './pair-files.ts';
import { normalisedBlocks } from './match.ts';
import { findPairs, type PairPlaces, type Postings } from './postings.ts';
import type { Field } from './query.ts';
import type { SearchRecord } from './record.ts';

/** Files by path below their generation. */
export type Files = readonly (readonly [path: string, bytes: Uint8Array])[];

/** The pair index over the records, numbered in their order. */
export function pairFiles(records: readonly Pick<SearchRecord, 'heading' | 'text'>[]): Files {
  const text = fieldFiles('text', findPairs(records.map((record) => normalisedBlocks(record.text))));
  const heading = fieldFiles('heading', findPairs(records.map((record) => normalisedBlocks(record.heading))));
  const directory = encodeDirectory({ text: text.chunks, heading: heading.chunks });
  return [[DIRECTORY_PATH, pack(directory)], ...text.files, ...heading.files];
}

/**
 * How many places a chunk of several pairs may hold. Small chunks make a query cheap; many make the
 * directory long and the files many.
 */
function chunkPlaces(size: number): number {
  return Math.min(4000, Math.max(600, Math.round(size / 5000)));
}

function fieldFiles(
  field: Field,
  pairs: PairPlaces,
): { readonly chunks: readonly ChunkSize[]; readonly files: Files } {
  const chunks: ChunkSize[] = [];
  const files: (readonly [string, Uint8Array])[] = [];
  const most = chunkPlaces(pairs.size);
  let open: PairPostings[] = [];
  let places = 0;
  let before = -1;
  const write = (part: 'records' | 'places', content: Uint8Array): number => {
    const packed = pack(content);
    files.push([chunkPath(field, chunks.length, part), packed]);
    return packed.length;
  };
  const close = (): void => {
    const [first, last] = [open[0], open.at(-1)];
    if (first === undefined || last === undefined) return;
    const isFrequent = places > most;
    const bytes = write('records', encodeChunk(open, !isFrequent));
    const placeBytes = isFrequent ? write('places', encodePlaces(first)) : 0;
    chunks.push({ first: roundest(before + 1, first.pair), bytes, placeBytes });
    before = last.pair;
    open = [];
    places = 0;
  };
  for (const each of pairs.postings()) {
    if (places + each.places.length > most) close();
    open.push(byRecord(each, pairs.starts));
    places += each.places.length;
  }
  close();
  return { chunks, files };
}

/** The number from `least` to `most` that is a multiple of the largest power of two: the directory compresses better with such. */
function roundest(least: number, most: number): number {
  for (let step = 2 ** 31; step > 1; step /= 2) {
    const multiple = Math.floor(most / step) * step;
    if (multiple >= least) return multiple;
  }
  return most;
}

/** The places of a pair, told by record. */
function byRecord({ pair, places }: Postings, starts: Uint32Array): PairPostings {
  const records: number[] = [];
  const counts: number[] = [];
  const own = new Uint32Array(places.length);
  let start = 0;
  let end = 0;
  let count = 0;
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0;
    if (place >= end) {
      if (count > 0) counts.push(count);
      const record = recordAt(starts, place);
      records.push(record);
      start = starts[record] ?? 0;
      end = starts[record + 1] ?? 0;
      count = 0;
    }
    count++;
    own[index] = place - start;
  }
  counts.push(count);
  return { pair, records: Uint32Array.from(records), counts: Uint32Array.from(counts), places: own };
}

function recordAt(starts: Uint32Array, place: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
