/** One step of the outline of a glyph, in units of its font, y upwards. */
export interface OutlineStep {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  readonly args: readonly number[];
}

/** How much of each pixel is inked, 0 to 1, and where the pixels lie beside the pen. */
export interface Bitmap {
  readonly left: number;
  /** The first row; the base line is row 0, rows below it are positive. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly cover: Float32Array;
}

type Point = readonly [x: number, y: number];
type Line = readonly [from: Point, to: Point];

/** So many lines stand for one curve: at the sizes of a card they lie within a tenth of a pixel. */
const STEPS = 6;

/** Draws an outline. The same outline gives the same numbers on every machine. */
export function drawOutline(steps: readonly OutlineStep[], scale: number): Bitmap {
  const lines = linesOf(steps, scale);
  const xs = lines.flatMap((line) => line.map(([x]) => x));
  const ys = lines.flatMap((line) => line.map(([, y]) => y));
  if (lines.length === 0) return { left: 0, top: 0, width: 0, height: 0, cover: new Float32Array() };
  const [left, top] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  const width = Math.ceil(Math.max(...xs)) - left + 2;
  const height = Math.ceil(Math.max(...ys)) - top + 1;
  const areas = new Float32Array(width * height + 1);
  for (const [from, to] of lines)
    addLine(areas, width, [from[0] - left, from[1] - top], [to[0] - left, to[1] - top]);
  let sum = 0;
  const cover = new Float32Array(width * height);
  for (let at = 0; at < cover.length; at++) {
    sum += areas[at] ?? 0;
    cover[at] = Math.min(1, Math.abs(sum));
  }
  return { left, top, width, height, cover };
}

function linesOf(steps: readonly OutlineStep[], scale: number): readonly Line[] {
  const lines: Line[] = [];
  let [start, pen]: [Point, Point] = [
    [0, 0],
    [0, 0],
  ];
  const lineTo = (to: Point): void => {
    lines.push([pen, to]);
    pen = to;
  };
  for (const { command, args } of steps) {
    const points = pointsOf(args, scale);
    const last = points.at(-1) ?? start;
    if (command === 'moveTo') [start, pen] = [last, last];
    else if (command === 'closePath') lineTo(start);
    else {
      const curve = [pen, ...points];
      const count = points.length === 1 ? 1 : STEPS;
      for (let step = 1; step <= count; step++) lineTo(pointOn(curve, step / count));
    }
  }
  return lines;
}

function pointsOf(args: readonly number[], scale: number): readonly Point[] {
  return Array.from({ length: args.length >> 1 }, (_, at): Point => [
    (args[2 * at] ?? 0) * scale,
    -(args[2 * at + 1] ?? 0) * scale,
  ]);
}

/** The point of a Bézier curve of any degree (de Casteljau). */
function pointOn(points: readonly Point[], t: number): Point {
  const [first, ...rest] = points;
  if (first === undefined) return [0, 0];
  if (rest.length === 0) return first;
  const between = rest.map(([x, y], at): Point => {
    const [px, py] = points[at] ?? first;
    return [px + (x - px) * t, py + (y - py) * t];
  });
  return pointOn(between, t);
}

/**
 * Adds what a line leaves of the area on its right, pixel by pixel, so that sums along the rows are the
 * covered shares (the accumulation buffer of Raph Levien's font-rs).
 */
function addLine(areas: Float32Array, width: number, from: Point, to: Point): void {
  if (from[1] === to[1]) return;
  const direction = from[1] < to[1] ? 1 : -1;
  const [[x0, y0], [x1, y1]] = direction === 1 ? [from, to] : [to, from];
  const slope = (x1 - x0) / (y1 - y0);
  let x = x0;
  for (let row = Math.floor(y0); row < Math.ceil(y1); row++) {
    const part = Math.min(row + 1, y1) - Math.max(row, y0);
    const next = x + slope * part;
    addSpan(areas, row * width, Math.min(x, next), Math.max(x, next), part * direction);
    x = next;
  }
}

function addSpan(areas: Float32Array, row: number, left: number, right: number, height: number): void {
  const first = Math.floor(left);
  const add = (pixel: number, area: number): void => {
    areas[row + pixel] = (areas[row + pixel] ?? 0) + area;
  };
  if (right <= first + 1) {
    const share = (left + right) / 2 - first;
    add(first, height * (1 - share));
    add(first + 1, height * share);
    return;
  }
  // The area right of the line up to a place, and so the share of each pixel; rows are sums of differences.
  const areaUpTo = (place: number): number => {
    const within = Math.min(Math.max(place, left), right) - left;
    return (within * within) / (2 * (right - left)) + Math.max(0, place - right);
  };
  let before = 0;
  for (let pixel = first; pixel <= Math.ceil(right); pixel++) {
    const share = areaUpTo(pixel + 1) - areaUpTo(pixel);
    add(pixel, height * (share - before));
    before = share;
  }
}
