import type { LinkView } from '../bureau-names.ts';

/**
 * A picture as data, in units of its view box: what an SVG shows. Every value is drawn by a pure
 * function at build time; the browser gets shapes and no library.
 */
export interface ChartView {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly MarkView[];
  readonly labels: readonly LabelView[];
  readonly lines: readonly LineView[];
}

/** How strong a mark is: 0 is nothing, 5 the most; `late` stands out among others. */
export type Tone = 'level-0' | 'level-1' | 'level-2' | 'level-3' | 'level-4' | 'level-5' | 'late';

/** A value as a rectangle. */
export interface MarkView extends Area {
  readonly tone: Tone;
  /** What it counts; null where there is nothing to lead to. */
  readonly href: string | null;
  /** Value and what it is of, for the pointer. */
  readonly title: string;
  /** What can be clicked, where that is more than the rectangle. */
  readonly target: Area | null;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LabelView {
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly text: string;
  readonly align: 'start' | 'middle' | 'end';
  /** `inside`: on a mark of tone 4 or 5. */
  readonly kind: 'name' | 'value' | 'inside';
}

/** A horizontal line. */
export interface LineView {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A chart with its text alternative and the same numbers and links as a table. */
export interface FigureView {
  readonly id: string;
  readonly heading: string;
  /** What the picture shows, in words. */
  readonly summary: string;
  readonly chart: ChartView;
  readonly table: TableView;
}

export interface TableView {
  /** The first names the head of the rows. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly head: LinkView; readonly cells: readonly LinkView[] }[];
}

/** The width of every chart, so that letters are as high as in the text on a phone. */
export const CHART_WIDTH = 360;

/** A coordinate with one decimal at most: a picture needs no more and stays small. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The tone of a value among others: 0 for none, else 1 to 5 in equal steps up to the greatest. */
export function toneOf(value: number, greatest: number): Tone {
  if (value <= 0 || greatest <= 0) return 'level-0';
  const level = Math.min(5, Math.max(1, Math.ceil((value / greatest) * 5)));
  return (['level-1', 'level-2', 'level-3', 'level-4', 'level-5'] as const)[level - 1] ?? 'level-5';
}
