import { describe, expect, test } from 'vitest';
import { histogramOf, pressed } from '../../src/search/client/histogram.ts';

const ALL = { from: null, to: null };
const counts = (...months: readonly string[]) => months.map((value) => ({ value, count: 2 }));

describe('histogramOf', () => {
  test('has a bar for every month between the first and the last, empty ones too', () => {
    const { bars, year } = histogramOf(counts('2024-02', '2023-11'), ALL);
    expect(year).toBeNull();
    expect(bars.map(({ name, count }) => [name, count])).toEqual([
      ['2023年11月', 2],
      ['2023年12月', 0],
      ['2024年1月', 0],
      ['2024年2月', 2],
    ]);
    expect(bars[3]).toMatchObject({ from: '2024-02-01', to: '2024-02-29', isChosen: false });
  });

  test('has a bar for every year when there are more than two years of months', () => {
    const { bars } = histogramOf(counts('2024-02', '2024-01', '2022-01'), ALL);
    expect(bars.map(({ shortName, count }) => [shortName, count])).toEqual([
      ['2022', 2],
      ['2023', 0],
      ['2024', 4],
    ]);
  });

  test('shows the months of a year that the dates are within', () => {
    const year = histogramOf(counts('2024-02', '2020-01'), { from: '2024-01-01', to: '2024-12-31' });
    expect(year.year).toBe('2024');
    expect(year.bars).toHaveLength(12);
    const month = histogramOf(counts('2024-02', '2020-01'), { from: '2024-02-01', to: '2024-02-29' });
    expect(month.bars.filter(({ isChosen }) => isChosen).map(({ name }) => name)).toEqual(['2024年2月']);
  });

  test('is empty when there is nothing to show', () => {
    expect(histogramOf([], ALL)).toEqual({ bars: [], year: null });
  });
});

test('a bar limits the dates to its stretch, and pressed again to what is around it', () => {
  const months = counts('2024-02', '2020-01');
  const all = histogramOf(months, ALL);
  const year = all.bars.at(-1);
  if (year === undefined) throw new Error('No bars');
  expect(pressed(year, all)).toEqual({ from: '2024-01-01', to: '2024-12-31' });
  const within = histogramOf(months, { from: '2024-02-01', to: '2024-02-29' });
  const chosen = within.bars[1];
  if (chosen === undefined) throw new Error('No bars');
  expect(pressed(chosen, within)).toEqual({ from: '2024-01-01', to: '2024-12-31' });
});
