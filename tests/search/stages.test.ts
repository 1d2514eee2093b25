import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinTables } from '../../src/search/client/collection.ts';
import { stagesOf } from '../../src/search/client/stages.ts';
import { tableOf } from '../../src/search/table.ts';

/** The day of each meeting of each generation; some generations have superseded meetings. */
const generations = fc.array(
  fc.record({
    days: fc.array(fc.integer({ min: 10, max: 99 }), { minLength: 1, maxLength: 12 }),
    superseded: fc.array(fc.nat(11), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 4 },
);

test('a stage is certain of exactly what no generation that is still to be asked could precede', () => {
  fc.assert(
    fc.property(generations, (drawn) => {
      const collection = joinTables(
        drawn.map(({ days, superseded }, part) => ({
          superseded,
          table: tableOf(
            days
              .toSorted((one, other) => other - one)
              .map((day, index) => ({
                id: `${String(part)}/${String(index)}`,
                day: `20${String(day)}-01-01`,
                kinds: ['head', 'item'],
                parts: [0, 0],
              })),
          ),
        })),
      );
      const stages = stagesOf(collection);
      expect(stages.at(-1)).toEqual({ parts: [...drawn.keys()], upTo: collection.table.size });
      for (const [index, { parts, upTo }] of stages.entries()) {
        const firstUnknown = collection.records.findIndex(({ part }) => !parts.includes(part));
        expect(upTo).toBe(firstUnknown === -1 ? collection.table.size : firstUnknown);
        expect(parts).toEqual(expect.arrayContaining([...(stages[index - 1]?.parts ?? [])]));
      }
    }),
  );
});
