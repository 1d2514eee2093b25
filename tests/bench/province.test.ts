import { describe, expect, test } from 'vitest';
import { limitsOf, lineThrough, planOf, unitsOf, type Units } from '../../bench/build/province.ts';
import type { BuildResults, BuildRow } from '../../bench/build/report.ts';

const LINE = { base: 0, each: 0 };
const UNITS: Units = {
  cleanSeconds: { base: 10, each: 0.1 },
  correctedSeconds: { base: 1, each: 0.0002 },
  cleanMegabytes: { base: 300, each: 0.1 },
  correctedMegabytes: { base: 200, each: 0.02 },
  files: { base: 500, each: 20 },
  bytes: { base: 0, each: 400_000 },
  stateBytes: { base: 0, each: 10_000 },
};

describe('a line through two measurements', () => {
  test('says what a site costs whatever is in it, and what each set of minutes adds', () => {
    expect(lineThrough([1000, 110], [10_000, 1010])).toEqual({ base: 10, each: 0.1 });
  });

  test('is never less than nothing', () => {
    expect(lineThrough([1000, 50], [10_000, 1000]).base).toBe(0);
    expect(lineThrough([1000, 500], [10_000, 400])).toEqual({ base: 500, each: 0 });
  });
});

describe('the units', () => {
  const row = (build: string, cpu: number): BuildRow => ({
    generator: '**ours**',
    build,
    wall: cpu,
    cpu,
    megabytes: cpu,
    files: cpu * 10,
    bytes: cpu * 1000,
    written: 0,
    deleted: 0,
    state: cpu * 100,
  });
  const results = (meetings: number, cpu: number): BuildResults => ({
    meetings,
    seed: '1',
    cores: 2,
    load: 0,
    rows: [row('pages compiled, clean', cpu), row('clean', 1), row('one corrected', 2)],
  });

  test('are of the two largest sizes', () => {
    const units = unitsOf([results(10_000, 1010), results(100, 5000), results(1000, 110)]);
    expect(units).toMatchObject({
      cleanSeconds: { base: 10, each: 0.1 },
      correctedSeconds: { base: 2, each: 0 },
      files: { base: 100, each: 1 },
      stateBytes: { base: 1000, each: 10 },
    });
  });

  test('are unknown where one of the sizes has no such row', () => {
    const { rows, ...large } = results(1000, 110);
    const less = { ...large, rows: rows.filter(({ build }) => build !== 'one corrected') };
    const units = unitsOf([results(100, 20), less]);
    expect(units).toMatchObject({ cleanSeconds: { each: 0.1 }, correctedSeconds: null });
    if (units === null) throw new Error('No units');
    expect(planOf(units, [{ name: 'one', sites: 1, meetings: 10 }])).toContainEqual([
      'one correction, processor',
      '–',
    ]);
  });

  test('are unknown with one size', () => {
    expect(unitsOf([results(1000, 110)])).toBeNull();
  });
});

test('the plan multiplies units and states prices of all sites together', () => {
  const rows = new Map(
    planOf(UNITS, [
      { name: 'counties', sites: 100, meetings: 2500 },
      { name: 'province', sites: 1, meetings: 250_000 },
    ]).map(([name = '', ...cells]) => [name, cells]),
  );
  expect(rows.get('clean build of a site, processor')).toEqual(['4 min', '6.9 h']);
  expect(rows.get('one correction, processor')).toEqual(['1.5 s', '51.0 s']);
  expect(rows.get('clean build of a site, peak memory')).toEqual(['550 MB', '25,300 MB']);
  expect(rows.get('bytes of a site')).toEqual(['1.0 GB', '100.0 GB']);
  expect(rows.get('**all: clean builds, processor hours**')).toEqual(['7.2', '6.9']);
  expect(rows.get('**all: clean builds once, US$**')).toEqual(['3.47', '3.33']);
  expect(rows.get('**all: files**')).toEqual(['5,050,000', '5,000,500']);
  expect(rows.get('**all: a month in an object store, yuan**')).toEqual(['12.0', '12.0']);
});

test('what ends is told in the order of minutes; what never ends comes last', () => {
  expect(limitsOf({ ...UNITS, cleanMegabytes: LINE }).map(([, , minutes]) => minutes)).toEqual([
    '2,000',
    '2,500',
    '215,900',
    '–',
  ]);
});
