/** Where one pair of neighbouring UTF-16 units stands. */
export interface Postings {
  /** First unit times 65,536 plus second. */
  readonly pair: number;
  /** Places in the sequence of all records, ascending; see `PairPlaces.starts`. Only valid until the next one. */
  readonly places: Uint32Array;
}

/** All pairs of a list of records. */
export interface PairPlaces {
  /** Place of the first unit of each record, and the end. A place less the start of its record is its place there. */
  readonly starts: Uint32Array;
  /** How many places there are in all. */
  readonly size: number;
  /** By ascending pair. */
  postings(): Generator<Postings>;
}

/** What one pass may hold: places, and counters of pairs. They bound the memory, not the result. */
const PLACES_A_PASS = 6_000_000;
const COUNTERS_A_PASS = 4_000_000;

/** Parts two blocks, so that the pair at a block's end and the one at the next block's start are three places apart. */
const BREAK = 0;

/**
 * Finds every pair in the blocks of the records (each in the form of `normalise`), with no pair
 * running over the end of a block. The work is done in passes over ranges of first units, so that ten
 * thousand meetings need some hundred megabytes.
 */
export function findPairs(records: readonly (readonly string[])[]): PairPlaces {
  const units = unitsOf(records);
  const { sequence, starts } = sequenceOf(records, units);
  return {
    starts,
    size: sequence.length,
    *postings() {
      const counts = firstUnitCounts(sequence, units.length);
      for (let from = 1; from <= units.length;) {
        const to = passEnd(from, counts, units.length);
        yield* passOver(sequence, units, from, to);
        from = to;
      }
    },
  };
}

/** The units that occur, ascending. */
function unitsOf(records: readonly (readonly string[])[]): Uint16Array {
  const seen = new Uint8Array(0x10000);
  for (const blocks of records) {
    for (const block of blocks) {
      for (let at = 0; at < block.length; at++) seen[block.charCodeAt(at)] = 1;
    }
  }
  return Uint16Array.from([...seen.keys()].filter((unit) => seen[unit] === 1));
}

/** All text as ranks of its units, from 1, with breaks between blocks. */
function sequenceOf(records: readonly (readonly string[])[], units: Uint16Array) {
  const ranks = new Uint16Array(0x10000);
  for (const [rank, unit] of units.entries()) ranks[unit] = rank + 1;
  const size = records.reduce(
    (sum, blocks) => sum + blocks.reduce((part, { length }) => part + length + 1, 1),
    0,
  );
  const sequence = new Uint16Array(size);
  const starts = new Uint32Array(records.length + 1);
  let end = 0;
  for (const [index, blocks] of records.entries()) {
    starts[index] = end;
    for (const block of blocks) {
      for (let at = 0; at < block.length; at++) sequence[end++] = ranks[block.charCodeAt(at)] ?? BREAK;
      sequence[end++] = BREAK;
    }
    end++;
  }
  starts[records.length] = end;
  return { sequence, starts };
}

function firstUnitCounts(sequence: Uint16Array, units: number): Uint32Array {
  const counts = new Uint32Array(units + 1);
  for (const rank of sequence) counts[rank] = (counts[rank] ?? 0) + 1;
  return counts;
}

/** The rank behind the last one that fits into a pass from `from`; one always does. */
function passEnd(from: number, counts: Uint32Array, units: number): number {
  let places = counts[from] ?? 0;
  let to = from + 1;
  while (to <= units && (to - from + 1) * (units + 1) <= COUNTERS_A_PASS) {
    places += counts[to] ?? 0;
    if (places > PLACES_A_PASS) break;
    to++;
  }
  return to;
}

/** The postings of the pairs whose first unit has a rank from `from` to before `to`: a counting sort. */
function* passOver(sequence: Uint16Array, units: Uint16Array, from: number, to: number): Generator<Postings> {
  const width = units.length + 1;
  const ends = new Uint32Array((to - from) * width + 1);
  const last = sequence.length - 1;
  for (let at = 0; at < last; at++) {
    const first = sequence[at] ?? BREAK;
    const second = sequence[at + 1] ?? BREAK;
    if (first < from || first >= to || second === BREAK) continue;
    const cell = (first - from) * width + second;
    ends[cell] = (ends[cell] ?? 0) + 1;
  }
  let total = 0;
  for (let cell = 0; cell < ends.length; cell++) {
    const count = ends[cell] ?? 0;
    ends[cell] = total;
    total += count;
  }
  const places = new Uint32Array(total);
  for (let at = 0; at < last; at++) {
    const first = sequence[at] ?? BREAK;
    const second = sequence[at + 1] ?? BREAK;
    if (first < from || first >= to || second === BREAK) continue;
    const cell = (first - from) * width + second;
    const end = ends[cell] ?? 0;
    places[end] = at;
    ends[cell] = end + 1;
  }
  let start = 0;
  for (let first = from; first < to; first++) {
    for (let second = 1; second < width; second++) {
      const end = ends[(first - from) * width + second] ?? 0;
      if (end > start)
        yield {
          pair: (units[first - 1] ?? 0) * 0x10000 + (units[second - 1] ?? 0),
          places: places.subarray(start, end),
        };
      start = end;
    }
  }
}
