import { textOfRuns } from './pdf-spaces.ts';

/** A run of characters as the PDF places it; y grows upwards, sizes in points. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A line of a page, its runs put together from left to right. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/**
 * Puts the runs of one page together into lines, from top to bottom. Runs whose base lines differ
 * by less than half their size are one line.
 */
export function linesOf(runs: readonly TextRun[]): readonly PdfLine[] {
  const rows: TextRun[][] = [];
  const visible = runs.filter(({ text }) => text.trim() !== '');
  for (const run of visible.sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.y - run.y < Math.max(2, Math.min(first.size, run.size) * 0.5)) row.push(run);
    else rows.push([run]);
  }
  return rows.map(lineOf);
}

function lineOf(row: readonly TextRun[]): PdfLine {
  const runs = [...row].sort((a, b) => a.x - b.x);
  return {
    text: textOfRuns(runs),
    left: Math.min(...runs.map(({ x }) => x)),
    right: Math.max(...runs.map(({ x, width }) => x + width)),
    y: row[0]?.y ?? 0,
    size: Math.max(...runs.map(({ size }) => size), 1),
  };
}

/** The edges of the text of a document: where most lines begin and where the full ones end. */
export interface TextEdges {
  readonly left: number;
  readonly right: number;
  readonly size: number;
}

/** Reads the edges off all lines; the body size is the one with the most characters. */
export function edgesOf(lines: readonly PdfLine[]): TextEdges {
  const weights = new Map<number, number>();
  for (const { size, text } of lines) {
    const key = Math.round(size * 2) / 2;
    weights.set(key, (weights.get(key) ?? 0) + text.length);
  }
  const size = [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
  const body = lines.filter((line) => Math.abs(line.size - size) < 1);
  const lefts = body.map(({ left }) => left).sort((a, b) => a - b);
  const rights = body.map(({ right }) => right).sort((a, b) => a - b);
  // Outliers (a stray mark in the margin) must not widen the text: a quantile, not the extreme.
  return { left: quantile(lefts, 0.05), right: quantile(rights, 0.9), size };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
