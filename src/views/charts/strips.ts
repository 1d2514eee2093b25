import { CHART_WIDTH, round, type ChartView, type LabelView, type MarkView, type Tone } from './chart.ts';

/** Rows of columns above a common axis: several counts over the same months or years. */
export interface StripsInput {
  /** The names below the columns; '' leaves one out. */
  readonly columns: readonly string[];
  readonly strips: readonly Strip[];
}

/** One row, drawn to its own greatest value. */
export interface Strip {
  readonly name: string;
  /** One for each column. */
  readonly values: readonly StripValue[];
}

export interface StripValue {
  readonly value: number;
  readonly href: string | null;
  readonly title: string;
  readonly tone?: Tone;
}

const NAME_HEIGHT = 20;
const VALUE_HEIGHT = 16;
const BAR_HEIGHT = 44;
const GAP = 10;
const AXIS_HEIGHT = 20;
/** Narrower columns bear no number. */
const NUMBERED = 22;
const STRIP = NAME_HEIGHT + VALUE_HEIGHT + BAR_HEIGHT + GAP;

/** The strips below each other, the names of the columns at the foot. */
export function stripsChart({ columns, strips }: StripsInput): ChartView {
  const step = CHART_WIDTH / Math.max(1, columns.length);
  const drawn = strips.map((strip, at) => drawStrip(strip, at * STRIP, step));
  const height = strips.length * STRIP + AXIS_HEIGHT;
  return {
    width: CHART_WIDTH,
    height,
    marks: drawn.flatMap(({ marks }) => marks),
    labels: [
      ...drawn.flatMap(({ labels }) => labels),
      ...columns.flatMap((text, at): readonly LabelView[] =>
        text === ''
          ? []
          : [
              {
                x: round((at + 0.5) * step),
                y: height - AXIS_HEIGHT / 2,
                text,
                align: 'middle',
                kind: 'name',
              },
            ],
      ),
    ],
    lines: strips.map((_, at) => ({ x: 0, y: (at + 1) * STRIP - GAP, width: CHART_WIDTH })),
  };
}

function drawStrip({ name, values }: Strip, top: number, step: number): Pick<ChartView, 'marks' | 'labels'> {
  const foot = top + NAME_HEIGHT + VALUE_HEIGHT + BAR_HEIGHT;
  const greatest = Math.max(1, ...values.map(({ value }) => value));
  const width = Math.min(step * 0.72, 40);
  const marks = values.flatMap(({ value, href, title, tone }, at): readonly MarkView[] => {
    if (value <= 0) return [];
    const height = Math.max(2, (value / greatest) * BAR_HEIGHT);
    return [
      {
        x: round((at + 0.5) * step - width / 2),
        y: round(foot - height),
        width: round(width),
        height: round(height),
        tone: tone ?? 'level-4',
        href,
        title,
        target: {
          x: round(at * step),
          y: top + NAME_HEIGHT,
          width: round(step),
          height: STRIP - NAME_HEIGHT,
        },
      },
    ];
  });
  const numbers = values.flatMap(({ value }, at): readonly LabelView[] =>
    value <= 0 || step < NUMBERED
      ? []
      : [
          {
            x: round((at + 0.5) * step),
            y: round(foot - Math.max(2, (value / greatest) * BAR_HEIGHT) - VALUE_HEIGHT / 2),
            text: String(value),
            align: 'middle',
            kind: 'value',
          },
        ],
  );
  return {
    marks,
    labels: [{ x: 0, y: top + NAME_HEIGHT / 2, text: name, align: 'start', kind: 'name' }, ...numbers],
  };
}
