import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS, planGenerations, type MeetingVersion } from '../../src/search/generation-plan.ts';

/** Meetings of consecutive days, oldest first. */
function meetingsOf(count: number): readonly MeetingVersion[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `m${String(index).padStart(6, '0')}`,
    day: new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10),
    digest: 'as published',
    withheld: '',
  }));
}

const SMALL = { sealed: 20, newest: 4, fresh: 3 };

describe('the generations of a clean build', () => {
  test('are one up to the size of a sealed one', () => {
    expect(planGenerations(meetingsOf(LIMITS.sealed), [])).toHaveLength(1);
    expect(planGenerations([], [])).toEqual([]);
  });

  test('hold every meeting once, newest first, three at most', () => {
    fc.assert(
      fc.property(fc.nat(300), (count) => {
        const meetings = meetingsOf(count);
        const planned = planGenerations(meetings, [], SMALL);
        expect(planned.flatMap((each) => each.meetings)).toEqual(meetings.toReversed());
        expect(planned.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('have few meetings in the newest of several', () => {
    fc.assert(
      fc.property(fc.integer({ min: SMALL.sealed + 1, max: 300 }), (count) => {
        const newest = planGenerations(meetingsOf(count), [], SMALL)[0]?.meetings.length;
        expect(newest).toBeGreaterThanOrEqual(SMALL.newest / 2);
        expect(newest).toBeLessThan(SMALL.newest * 1.5);
      }),
    );
  });

  test('keep the older cuts as meetings are added: most that come after a compaction are there already', () => {
    const sealedAt = (count: number) =>
      planGenerations(meetingsOf(count), [], SMALL).map(({ meetings }) => meetings.length);
    expect([30, 31, 32, 33, 34].map(sealedAt)).toEqual([
      [2, 8, 20],
      [3, 8, 20],
      [4, 8, 20],
      [5, 8, 20],
      [2, 12, 20],
    ]);
  });
});

test('a corrected old meeting makes a fresh generation alone, and leaves the sealed ones', () => {
  const meetings = meetingsOf(100);
  const before = planGenerations(meetings, [], SMALL);
  const corrected = meetings.map((each, index) => (index === 50 ? { ...each, digest: 'corrected' } : each));
  const after = planGenerations(corrected, before, SMALL);
  expect(after.filter(({ made }) => made === null).map((each) => each.meetings)).toEqual([[corrected[50]]]);
  expect(after.filter(({ made }) => made !== null).map(({ made }) => made)).toEqual(before);
  expect(after.flatMap(({ superseded }) => superseded)).toEqual([meetings[50]?.id]);
});
