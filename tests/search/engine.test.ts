import { expect, test } from 'vitest';
import { createEngine } from '../../src/search/client/engine.ts';
import type { OpenGeneration } from '../../src/search/client/generation.ts';
import { tableOf } from '../../src/search/table.ts';

const NEVER = (): Promise<never> => Promise.reject(new Error('Not asked for'));

/** A generation all of whose records answer whatever is asked. */
function generationOf(year: number, meetings: number): OpenGeneration {
  const table = tableOf(
    Array.from({ length: meetings }, (_, index) => ({
      id: `${String(year)}/${String(meetings - index).padStart(5, '0')}`,
      day: `${String(year)}-01-01`,
      kinds: Array<'item'>(10).fill('item'),
      parts: Array<number>(10).fill(0),
    })),
  );
  const records = Array.from({ length: table.size }, (_, record) => record);
  return {
    table,
    superseded: [],
    backend: { shortest: 2, find: () => Promise.resolve({ records, counts: records.map(() => 1) }) },
    texts: { ofRecord: NEVER, cost: () => 0, find: NEVER },
    lengths: NEVER,
    column: NEVER,
    phrases: NEVER,
  };
}

const QUERY = { words: [{ field: 'text', text: '会议', typed: '会议' }], excluded: [] } as const;

test('finds more records than a call can have arguments, in order', async () => {
  const engine = createEngine([generationOf(2025, 1000), generationOf(2024, 30_000)], NEVER);
  const certain: number[] = [];
  const { records } = await engine.find(QUERY, (hits) => {
    certain.push(hits.records.length);
    return Promise.resolve(true);
  });
  expect(certain).toEqual([10_000]);
  expect(records.length).toBe(310_000);
  expect(records.every((record, index) => record === index)).toBe(true);
});
