import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChartView } from '../../src/views/charts/chart.ts';
import { toneOf } from '../../src/views/charts/chart.ts';
import { matrixChart } from '../../src/views/charts/matrix.ts';
import { stripsChart } from '../../src/views/charts/strips.ts';

const cell = fc.nat(900).map((value) => ({ value, href: `/${String(value)}/`, title: String(value) }));
const table = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 6 }))
  .chain(([columns, rows]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

const columnsOf = (rows: readonly (readonly unknown[])[]): readonly string[] =>
  (rows[0] ?? []).map((_, at) => String(2000 + at));

const inside = ({ marks, labels, width, height }: ChartView): boolean =>
  marks.every(
    ({ x, y, width: w, height: h }) => x >= 0 && y >= 0 && x + w <= width + 0.1 && y + h <= height + 0.1,
  ) && labels.every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height);

describe('the strips', () => {
  const draw = (rows: readonly (readonly { value: number; href: string; title: string }[])[]): ChartView =>
    stripsChart({ columns: columnsOf(rows), strips: rows.map((values) => ({ name: '项', values })) });

  test('draw one mark for each value that is not zero, in proportion within a row, inside the picture', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const chart = draw(rows);
        const values = rows.flatMap((row) => row.filter(({ value }) => value > 0));
        expect(chart.marks.map(({ title, href }) => [title, href])).toEqual(
          values.map(({ title, href }) => [title, href]),
        );
        expect(inside(chart)).toBe(true);
        const first = chart.marks.slice(0, rows[0]?.filter(({ value }) => value > 0).length ?? 0);
        const byValue = first.toSorted((one, other) => Number(one.title) - Number(other.title));
        const heights = byValue.map(({ height }) => height);
        expect(heights).toEqual(heights.toSorted((one, other) => one - other));
      }),
    );
  });
});

describe('the heat map', () => {
  test('draws every cell, darker where there is more, and leads only to what there is', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const chart = matrixChart({
          columns: columnsOf(rows),
          rows: rows.map((cells) => ({ name: '机构', cells })),
        });
        expect(chart.marks).toHaveLength(rows.flat().length);
        expect(inside(chart)).toBe(true);
        const greatest = Math.max(...rows.flat().map(({ value }) => value));
        for (const [at, { value }] of rows.flat().entries()) {
          expect(chart.marks[at]?.href === null).toBe(value === 0);
          expect(chart.marks[at]?.tone).toBe(toneOf(value, greatest));
        }
      }),
    );
  });
});

test('tones are five equal steps, and none for nothing', () => {
  expect([0, 1, 20, 21, 60, 99, 100].map((value) => toneOf(value, 100))).toEqual([
    'level-0',
    'level-1',
    'level-1',
    'level-2',
    'level-3',
    'level-5',
    'level-5',
  ]);
  expect(toneOf(0, 0)).toBe('level-0');
});
