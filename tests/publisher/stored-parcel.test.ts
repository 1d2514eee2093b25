import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinSums } from '../../src/proof/sums.ts';
import { DamagedCache } from '../../src/publisher/damaged.ts';
import { joinTables, NO_TABLES } from '../../src/publisher/made-tables.ts';
import { formatParcel, parseParcel, sumsOf } from '../../src/publisher/stored-parcel.ts';

const HASH = fc.string({
  unit: fc.constantFrom(...Array.from('0123456789abcdef')),
  minLength: 64,
  maxLength: 64,
});
const PATH = fc
  .array(
    fc.string({ unit: fc.constantFrom('a', 'b', '0', '-', '.', '会', '𠮷'), minLength: 1, maxLength: 4 }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => parts.join('/'));
const FILES = fc
  .dictionary(
    PATH,
    fc.record({ sha256: HASH, size: fc.nat(), time: fc.double({ min: 0, max: 1e15, noNaN: true }) }),
  )
  .map((files) => ({ ...files }));

const REST = { made: {}, facets: [['head 2022/013']], tables: NO_TABLES };

describe('a parcel as it is stored', () => {
  test('comes back as it was, whatever order its files came in', () => {
    fc.assert(
      fc.property(FILES, (files) => {
        const stored = formatParcel(Object.entries(files).toReversed(), REST);
        expect(parseParcel(stored)).toEqual({ ...REST, files });
        expect(stored).toEqual(formatParcel(Object.entries(files), REST));
      }),
    );
  });

  test('is damaged when its lines are those of another', () => {
    const file = { sha256: 'a'.repeat(64), size: 1, time: 2 };
    const { parcel } = formatParcel([['a', file]], REST);
    const { sums } = formatParcel(Object.entries({ a: file, b: file }), REST);
    expect(() => parseParcel({ parcel, sums })).toThrow(DamagedCache);
  });
});

describe('lists of files that are joined', () => {
  test('are the list of all files', () => {
    fc.assert(
      fc.property(FILES, fc.array(fc.nat({ max: 4 })), (files, places) => {
        const all = Object.entries(files);
        const lists = [0, 1, 2, 3, 4].map((list) =>
          Buffer.from(sumsOf(all.filter((_, at) => (places[at] ?? 0) === list))),
        );
        expect(Buffer.concat(joinSums(lists)).toString('utf8')).toBe(sumsOf(all));
      }),
    );
  });
});

describe('tables that are joined', () => {
  const rows = { ids: ['2022/002', '2022/001'], inputs: ['x', 'y'] };
  const table = { frame: 'f', bounds: [1, 5, 6, 9] };

  test('are those over the same meetings', () => {
    const joined = joinTables([
      NO_TABLES,
      { ...rows, tables: { 'a.csv': table } },
      { ...rows, tables: { 'b.csv': table } },
    ]);
    expect(joined).toEqual({ ...rows, tables: { 'a.csv': table, 'b.csv': table } });
  });

  test('leave out those over others', () => {
    const other = { ...rows, inputs: ['x', 'z'], tables: { 'b.csv': table } };
    expect(joinTables([{ ...rows, tables: { 'a.csv': table } }, other]).tables).toEqual({ 'a.csv': table });
  });
});
