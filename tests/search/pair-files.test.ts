import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cheapestCover } from '../../src/search/client/cover.ts';
import { normalisedBlocks } from '../../src/search/match.ts';
import {
  chunkOf,
  decodeChunk,
  decodeDirectory,
  decodePlaces,
  encodeChunk,
  encodeDirectory,
  encodePlaces,
  type PairPostings,
} from '../../src/search/pair-files.ts';
import { findPairs } from '../../src/search/postings.ts';
import { createReader, createWriter } from '../../src/search/varint.ts';

const number = fc.oneof(fc.nat(300), fc.integer({ min: 0, max: 2 ** 32 - 1 }));

describe('numbers as bytes', () => {
  test('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(number), (numbers) => {
        const out = createWriter();
        for (const each of numbers) out.number(each);
        const half = Math.floor(numbers.length / 2);
        const reader = createReader(out.bytes());
        reader.skip(half);
        expect([...reader.copy().numbers(numbers.length - half)]).toEqual(numbers.slice(half));
      }),
    );
  });

  test('never look like a run of digits', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 200 }), (numbers) => {
        const out = createWriter();
        for (const each of numbers) out.number(each);
        expect(Buffer.from(out.bytes()).toString('latin1')).not.toMatch(/\d{5}/u);
      }),
    );
  });

  test('end with the file', () => {
    expect(() => createReader(Uint8Array.of(1)).number()).toThrow('ends too early');
  });
});

const text = fc.string({ unit: fc.constantFrom(...Array.from('安全生产一二\n')), maxLength: 60 });

describe('findPairs', () => {
  test('finds every pair of neighbours in a block and its places, and no other', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        const records = texts.map(normalisedBlocks);
        const found = findPairs(records);
        const seen = [...found.postings()].flatMap(({ pair, places }) =>
          Array.from(places, (place) => {
            const record = found.starts.findLastIndex((start) => start <= place);
            return `${String(record)} ${String.fromCharCode(Math.floor(pair / 0x10000), pair % 0x10000)}`;
          }),
        );
        const expected = records.flatMap((blocks, record) =>
          blocks.flatMap((block) =>
            Array.from(
              { length: block.length - 1 },
              (_, at) => `${String(record)} ${block.slice(at, at + 2)}`,
            ),
          ),
        );
        expect(seen.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });

  test('gives pairs in ascending order, whatever the number of passes', () => {
    const units = Array.from({ length: 3000 }, (_, index) =>
      String.fromCharCode(0x4e00 + ((index * 7919) % 20_000)),
    );
    const pairs = [...findPairs([[units.join('')]]).postings()].map(({ pair }) => pair);
    expect(pairs).toHaveLength(2999);
    expect(pairs).toEqual(pairs.toSorted((one, other) => one - other));
  });

  test('keeps the pairs of two blocks three places apart', () => {
    const [first, second] = [...findPairs([['安全', '生产']]).postings()].map(({ places }) => places[0] ?? 0);
    expect(Math.abs((second ?? 0) - (first ?? 0))).toBe(3);
  });
});

/** Postings by chance: a pair in some records, at some places of each. */
const ascending = fc
  .uniqueArray(fc.nat(5000), { minLength: 1, maxLength: 8 })
  .map((all) => all.toSorted((a, b) => a - b));
const postings = fc
  .uniqueArray(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { minLength: 1, maxLength: 5 })
  .chain((pairs) =>
    fc.tuple(
      ...pairs
        .toSorted((a, b) => a - b)
        .map((pair) =>
          ascending.chain((records) =>
            fc.tuple(...records.map(() => ascending)).map((places): PairPostings => ({
              pair,
              records: Uint32Array.from(records),
              counts: Uint32Array.from(places, ({ length }) => length),
              places: Uint32Array.from(places.flat()),
            })),
          ),
        ),
    ),
  );

describe('a chunk of the pair index', () => {
  test('gives back the records and places of each of its pairs', () => {
    fc.assert(
      fc.property(postings, (all) => {
        const chunk = decodeChunk(encodeChunk(all, true));
        for (const { pair, records, counts, places } of all) {
          const found = chunk.records(pair);
          expect(found).toEqual({ pair, records, counts });
          expect(chunk.places({ pair, records, counts })).toEqual(places);
        }
        expect(chunk.records(2 ** 32)).toBeNull();
      }),
    );
  });

  test('may keep its places in a file of their own', () => {
    fc.assert(
      fc.property(postings, ([only]) => {
        if (only === undefined) return;
        expect(decodePlaces(encodePlaces(only), only)).toEqual(only.places);
      }),
    );
  });
});

test('the directory leads to the chunk of a pair', () => {
  const sizes = [5, 100, 2 ** 31].map((first) => ({ first, bytes: 32, placeBytes: 16 }));
  const { text: chunks } = decodeDirectory(encodeDirectory({ text: sizes, heading: [] }));
  expect(chunks).toEqual(sizes);
  expect([4, 5, 99, 100, 2 ** 32].map((pair) => chunkOf(chunks, pair))).toEqual([-1, 0, 0, 1, 2]);
});

test('the cheapest cover leaves no unit of the word uncovered and costs least', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 9 }), (costs) => {
      const isCover = (offsets: readonly number[]): boolean =>
        offsets[0] === 0 &&
        offsets.at(-1) === costs.length - 1 &&
        offsets.every((offset, index) => index === 0 || offset - (offsets[index - 1] ?? 0) <= 2);
      const costOf = (offsets: readonly number[]): number =>
        offsets.reduce((sum, offset) => sum + (costs[offset] ?? 0), 0);
      const all = Array.from({ length: 2 ** costs.length }, (_, bits) =>
        [...costs.keys()].filter((offset) => (bits >> offset) % 2 === 1),
      );
      const cover = cheapestCover(costs);
      expect(isCover(cover)).toBe(true);
      expect(costOf(cover)).toBe(Math.min(...all.filter(isCover).map(costOf)));
    }),
    { numRuns: 60 },
  );
});
