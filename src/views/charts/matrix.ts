import { CHART_WIDTH, round, toneOf, type ChartView, type LabelView, type MarkView } from './chart.ts';

/** Rows and columns of values, each cell the darker the more it counts. */
export interface MatrixInput {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly MatrixCell[] }[];
}

export interface MatrixCell {
  readonly value: number;
  readonly href: string | null;
  readonly title: string;
}

const NAME_WIDTH = 112;
const ROW = 26;
const HEAD = 22;
const GAP = 2;
/** Wider cells hold their number. */
const NUMBERED = 24;
const WIDEST = 60;

/** Years above narrow cells go by their last two digits. */
export function yearTicks(years: readonly string[]): readonly string[] {
  return years.length > 6 ? years.map((year) => year.slice(-2)) : years;
}

/** The heat map; tones are steps up to the greatest value of the whole. */
export function matrixChart({ columns, rows }: MatrixInput): ChartView {
  const step = Math.min(WIDEST, (CHART_WIDTH - NAME_WIDTH) / Math.max(1, columns.length));
  const greatest = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ value }) => value)));
  const centre = (at: number): number => round(NAME_WIDTH + (at + 0.5) * step);
  const marks = rows.flatMap(({ cells }, row) =>
    cells.map(({ value, href, title }, at): MarkView => ({
      x: round(NAME_WIDTH + at * step + GAP / 2),
      y: HEAD + row * ROW + GAP / 2,
      width: round(step - GAP),
      height: ROW - GAP,
      tone: toneOf(value, greatest),
      href: value > 0 ? href : null,
      title,
      target: null,
    })),
  );
  const values = rows.flatMap(({ cells }, row) =>
    cells.flatMap(({ value }, at): readonly LabelView[] =>
      value <= 0 || step < NUMBERED
        ? []
        : [
            {
              x: centre(at),
              y: HEAD + (row + 0.5) * ROW,
              text: String(value),
              align: 'middle',
              kind: ['level-4', 'level-5'].includes(toneOf(value, greatest)) ? 'inside' : 'value',
            },
          ],
    ),
  );
  return {
    width: CHART_WIDTH,
    height: HEAD + rows.length * ROW,
    marks,
    labels: [
      ...columns.map((text, at): LabelView => ({
        x: centre(at),
        y: HEAD / 2,
        text,
        align: 'middle',
        kind: 'name',
      })),
      ...rows.map(({ name }, row): LabelView => ({
        x: NAME_WIDTH - 8,
        y: HEAD + (row + 0.5) * ROW,
        text: name,
        align: 'end',
        kind: 'name',
      })),
      ...values,
    ],
    lines: [],
  };
}
