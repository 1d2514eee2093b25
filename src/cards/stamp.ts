import type { Bitmap } from './outline.ts';

/** The steps from paper to full ink. */
export const INK_STEPS = 5;

/** The pixels of a glyph that are inked, so that printing it passes over no others. */
export interface Stamp {
  /** Beside the pen. */
  readonly xs: Int16Array;
  /** The base line is row 0, rows below it are positive. */
  readonly ys: Int16Array;
  /** How much of each is inked, from 1 to `INK_STEPS`. */
  readonly steps: Uint8Array;
}

/** The inked pixels of a bitmap, row by row. */
export function stampOf({ left, top, width, height, cover }: Bitmap): Stamp {
  const pixels: (readonly [x: number, y: number, step: number])[] = [];
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const step = Math.round((cover[row * width + column] ?? 0) * INK_STEPS);
      if (step > 0) pixels.push([left + column, top + row, step]);
    }
  return {
    xs: Int16Array.from(pixels, ([x]) => x),
    ys: Int16Array.from(pixels, ([, y]) => y),
    steps: Uint8Array.from(pixels, ([, , step]) => step),
  };
}
