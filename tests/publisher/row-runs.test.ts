import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findRuns } from '../../src/publisher/row-runs.ts';

const rows = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 2 })), {
    selector: ([id]) => id,
    maxLength: 20,
  })
  .map((all) => ({ ids: all.map(([id]) => String(id)), inputs: all.map(([, input]) => String(input)) }));

test('runs name every row once, and copy what is unchanged and nothing else', () => {
  fc.assert(
    fc.property(rows, rows, ({ ids, inputs }, before) => {
      const made = findRuns(ids, inputs, before).flatMap(({ from, to, place }) =>
        Array.from({ length: to - from }, (_, at) =>
          place === null
            ? `new ${ids[from + at] ?? ''} ${inputs[from + at] ?? ''}`
            : `old ${before.ids[place + at] ?? ''} ${before.inputs[place + at] ?? ''}`,
        ),
      );
      const stood = new Set(before.ids.map((id, at) => `${id} ${before.inputs[at] ?? ''}`));
      const expected = ids.map((id, at) => `${id} ${inputs[at] ?? ''}`);
      expect(made).toEqual(expected.map((row) => `${stood.has(row) ? 'old' : 'new'} ${row}`));
    }),
  );
});

test('what stays beside each other is one run', () => {
  const before = { ids: ['a', 'b', 'c', 'd', 'e'], inputs: ['1', '1', '1', '1', '1'] };
  expect(findRuns(['a', 'b', 'x', 'c', 'd', 'e'], ['1', '1', '1', '1', '2', '1'], before)).toEqual([
    { from: 0, to: 2, place: 0 },
    { from: 2, to: 3, place: null },
    { from: 3, to: 4, place: 2 },
    { from: 4, to: 5, place: null },
    { from: 5, to: 6, place: 4 },
  ]);
});
