import type { Field } from './query.ts';
import { createReader, createWriter, type ByteReader, type ByteWriter } from './varint.ts';

/**
 * The files of the pair index, shared by the builder and the browser. Every two neighbouring units of a
 * normalised block are a pair; a text contains a word exactly when pairs that cover the word stand there
 * at the right distances. Pairs are cut into chunks in ascending order. The chunk of rare pairs is one
 * file; a frequent pair is a chunk of its own and keeps its places in a second file, because to know the
 * records is often enough.
 */

/** One pair in one chunk: the records that hold it, ascending, and how often each does. */
export interface PairRecords {
  readonly pair: number;
  readonly records: Uint32Array;
  readonly counts: Uint32Array;
}

/** A pair with its places: those of the first record, then those of the second …, each ascending. */
export interface PairPostings extends PairRecords {
  readonly places: Uint32Array;
}

/** What the directory says of a chunk. */
export interface ChunkSize {
  /** Its first pair, or a number before that and behind the last pair of the chunk before. */
  readonly first: number;
  /** About how many bytes its file has. */
  readonly bytes: number;
  /** About how many bytes its file of places has; 0 when they are in the same file. */
  readonly placeBytes: number;
}

/** The chunks of each field, in ascending order. */
export type PairDirectory = Readonly<Record<Field, readonly ChunkSize[]>>;

export const DIRECTORY_PATH = 'pairs.pack';

/** The path of a chunk below its generation; `places` for its second file. */
export function chunkPath(field: Field, chunk: number, part: 'records' | 'places'): string {
  return `pairs/${field}-${chunk.toString(36)}${part === 'places' ? '-places' : ''}.pack`;
}

/** The file of a chunk; with places when it is the only one. */
export function encodeChunk(postings: readonly PairPostings[], withPlaces: boolean): Uint8Array {
  const out = createWriter();
  out.number(postings.length);
  let before = 0;
  for (const { pair, records } of postings) {
    out.number(pair - before);
    out.number(records.length);
    before = pair;
  }
  for (const { records } of postings) writeAscending(out, records, 0, records.length);
  for (const { counts } of postings) for (const count of counts) out.number(count - 1);
  if (withPlaces) for (const each of postings) writePlaces(out, each);
  return out.bytes();
}

/** The second file of a chunk that is one pair. */
export function encodePlaces(postings: PairPostings): Uint8Array {
  const out = createWriter();
  writePlaces(out, postings);
  return out.bytes();
}

function writePlaces(out: ByteWriter, { counts, places }: PairPostings): void {
  let at = 0;
  for (const count of counts) {
    writeAscending(out, places, at, at + count);
    at += count;
  }
}

/** Differences less one; the first value as it is. */
function writeAscending(out: ByteWriter, values: Uint32Array, from: number, to: number): void {
  let next = 0;
  for (let at = from; at < to; at++) {
    const value = values[at] ?? 0;
    out.number(value - next);
    next = value + 1;
  }
}

/** A chunk's file, read when asked. */
export interface Chunk {
  /** The records of a pair; null when no record has it. */
  records(pair: number): PairRecords | null;
  /** The places of a pair that `records` has given; only for chunks of one file. */
  places(found: PairRecords): Uint32Array;
}

export function decodeChunk(bytes: Uint8Array): Chunk {
  const header = createReader(bytes);
  const size = header.number();
  const pairs: number[] = [];
  const lengths: number[] = [];
  for (let index = 0; index < size; index++) {
    pairs.push((pairs.at(-1) ?? 0) + header.number());
    lengths.push(header.number());
  }
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const records = header.numbers(all);
  const counts = header.numbers(all);
  const starts = startsOf(lengths);
  return {
    records(pair) {
      const index = pairs.indexOf(pair);
      if (index === -1) return null;
      const [start, end] = [starts[index] ?? 0, starts[index + 1] ?? 0];
      return {
        pair,
        records: ascending(records.subarray(start, end)),
        counts: counts.slice(start, end).map((count) => count + 1),
      };
    },
    places({ pair, counts: own }) {
      const before = counts.subarray(0, starts[pairs.indexOf(pair)] ?? 0);
      const reader = header.copy();
      reader.skip(before.reduce((sum, count) => sum + count + 1, 0));
      return readPlaces(reader, own);
    },
  };
}

/** The places in the second file of a chunk. */
export function decodePlaces(bytes: Uint8Array, { counts }: PairRecords): Uint32Array {
  return readPlaces(createReader(bytes), counts);
}

function readPlaces(reader: ByteReader, counts: Uint32Array): Uint32Array {
  const places = reader.numbers(counts.reduce((sum, count) => sum + count, 0));
  let at = 0;
  for (const count of counts) {
    let next = 0;
    for (let end = at + count; at < end; at++) {
      const place = next + (places[at] ?? 0);
      places[at] = place;
      next = place + 1;
    }
  }
  return places;
}

function ascending(differences: Uint32Array): Uint32Array {
  let next = 0;
  return differences.map((difference) => {
    const value = next + difference;
    next = value + 1;
    return value;
  });
}

/** Where each part begins, and the end. */
function startsOf(lengths: readonly number[]): readonly number[] {
  const starts = [0];
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length);
  return starts;
}

/** Sizes are told in steps of half their binary logarithm: enough to choose by. */
function stepOf(bytes: number): number {
  return bytes === 0 ? 0 : Math.max(1, Math.round(Math.log2(bytes) * 2));
}

function bytesOf(step: number): number {
  return step === 0 ? 0 : Math.round(2 ** (step / 2));
}

export function encodeDirectory(directory: PairDirectory): Uint8Array {
  const out = createWriter();
  for (const chunks of [directory.text, directory.heading]) {
    out.number(chunks.length);
    let before = 0;
    for (const { first } of chunks) {
      out.number(first - before);
      before = first;
    }
    for (const { bytes } of chunks) out.number(stepOf(bytes));
    for (const { placeBytes } of chunks) out.number(stepOf(placeBytes));
  }
  return out.bytes();
}

export function decodeDirectory(bytes: Uint8Array): PairDirectory {
  const reader = createReader(bytes);
  const read = (): readonly ChunkSize[] => {
    const size = reader.number();
    const differences = reader.numbers(size);
    const sizes = reader.numbers(size);
    const placeSizes = reader.numbers(size);
    let first = 0;
    return Array.from(differences, (difference, index) => {
      first += difference;
      return { first, bytes: bytesOf(sizes[index] ?? 0), placeBytes: bytesOf(placeSizes[index] ?? 0) };
    });
  };
  return { text: read(), heading: read() };
}

/** The number of the chunk that would hold a pair; -1 when the pair is before all chunks. */
export function chunkOf(chunks: readonly ChunkSize[], pair: number): number {
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunks[middle]?.first ?? 0) <= pair) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
