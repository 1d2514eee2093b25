import { expect, test } from 'vitest';
import { growthOf, tableOf, type BuildResults, type BuildRow } from '../../bench/build/report.ts';

const ROW: BuildRow = {
  generator: 'ours',
  build: 'clean',
  wall: 20,
  cpu: 31.26,
  megabytes: 412.4,
  files: 1000,
  bytes: 12_345_678,
  written: 1000,
  deleted: 0,
};

function results(meetings: number, rows: readonly BuildRow[]): BuildResults {
  return { meetings, seed: '1', cores: 2, load: 0.5, rows };
}

test('growth is the time of a meeting in the larger city over that in the smaller one', () => {
  const small = results(1000, [ROW, { ...ROW, build: 'nothing changed' }]);
  const large = results(10_000, [
    { ...ROW, wall: 240, cpu: 312.6 },
    { ...ROW, build: 'nothing changed' },
  ]);
  expect(growthOf(small, large)).toEqual([{ generator: 'ours', build: 'clean', wall: 1.2, cpu: 1 }]);
});

test('a generator that is missing has no growth, and says in its row why', () => {
  const missing = {
    ...ROW,
    generator: 'Hugo',
    build: 'not installed',
    wall: null,
    cpu: null,
    megabytes: null,
  };
  expect(growthOf(results(100, [missing]), results(1000, [missing]))).toEqual([]);
  expect(tableOf(results(100, [missing]))).toContain('| Hugo | not installed | – | – | – |');
});

test('the table holds seconds, megabytes and files', () => {
  expect(tableOf(results(10_000, [ROW]))).toBe(
    [
      '### 10,000 meetings',
      '',
      '`npm run bench -- build --meetings 10000 --seed 1`, 2 cores, load 0.5 at the beginning',
      '',
      '| generator | build | wall s | CPU s | peak MB | written | deleted | files | MB |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      '| ours | clean | 20.0 | 31.3 | 412 | 1000 | 0 | 1000 | 12.3 |',
    ].join('\n'),
  );
});
