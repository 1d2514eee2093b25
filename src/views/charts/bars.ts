import { CHART_WIDTH, round, type ChartView, type LabelView, type MarkView } from './chart.ts';

/** Names with a bar each: for names too long to stand below a column. */
export interface BarValue {
  readonly name: string;
  readonly value: number;
  readonly href: string | null;
  readonly title: string;
}

const NAME_WIDTH = 120;
const VALUE_WIDTH = 40;
const ROW = 28;
const BAR = 18;
const GAP = 8;

/** The bars below each other in the order given, drawn to the greatest. */
export function barsChart(values: readonly BarValue[]): ChartView {
  const room = CHART_WIDTH - NAME_WIDTH - VALUE_WIDTH;
  const greatest = Math.max(1, ...values.map(({ value }) => value));
  const length = (value: number): number => Math.max(value > 0 ? 2 : 0, (value / greatest) * room);
  return {
    width: CHART_WIDTH,
    height: values.length * ROW,
    marks: values.map(({ value, href, title }, at): MarkView => ({
      x: NAME_WIDTH,
      y: at * ROW + (ROW - BAR) / 2,
      width: round(length(value)),
      height: BAR,
      tone: 'level-4',
      href: value > 0 ? href : null,
      title,
      target: { x: 0, y: at * ROW, width: CHART_WIDTH, height: ROW },
    })),
    labels: values.flatMap(({ name, value }, at): readonly LabelView[] => {
      const y = (at + 0.5) * ROW;
      return [
        { x: NAME_WIDTH - GAP, y, text: name, align: 'end', kind: 'name' },
        { x: round(NAME_WIDTH + length(value) + GAP), y, text: String(value), align: 'start', kind: 'value' },
      ];
    }),
    lines: [],
  };
}
