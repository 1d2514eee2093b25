import { CARD_HEIGHT, CARD_WIDTH, type CardView } from '../views/card.ts';
import type { Face } from './font.ts';
import { breakLines } from './layout.ts';
import { encodePng } from './png.ts';
import { INK_STEPS, type Stamp } from './stamp.ts';

const MARGIN = 80;
const INNER = CARD_WIDTH - 2 * MARGIN;
const PAPER = '#fbf9f4';
const INKS = { ink: '#23211d', muted: '#5d574c', accent: '#962a1d' } as const;
type Ink = keyof typeof INKS;
const INK_NAMES: readonly Ink[] = ['ink', 'muted', 'accent'];
/** Paper and the steps to each of three inks: sixteen colours. */
const PALETTE = [
  PAPER,
  ...INK_NAMES.flatMap((ink) =>
    Array.from({ length: INK_STEPS }, (_, step) => mixed(INKS[ink], (step + 1) / INK_STEPS)),
  ),
];

/** The picture of a meeting for links in chats and feeds: PNG, 1200 × 630, the same bytes for the same view. */
export function drawCard({ title, meta, items, more, site, band }: CardView, face: Face): Uint8Array {
  const canvas = new Canvas(face);
  canvas.fill(0, 0, CARD_WIDTH, 16, 'accent');
  let y = 96;
  if (meta !== '') {
    canvas.write(face.drawable(meta), MARGIN, y, 32, 'accent');
    y += 24;
  }
  for (const line of breakLines(title, { face, size: 60, width: INNER, most: 2 })) {
    y += 72;
    canvas.write(line, MARGIN, y, 60, 'ink');
  }
  y += 32;
  canvas.fill(MARGIN, y, INNER, 2, 'accent');
  y += 12;
  for (const item of items) {
    y += 50;
    canvas.write(breakLines(item, { face, size: 32, width: INNER, most: 1 })[0] ?? '', MARGIN, y, 32, 'ink');
  }
  if (more !== null) canvas.write(more, MARGIN, y + 50, 28, 'muted');
  const name =
    breakLines(site, { face, size: 28, width: band === null ? INNER : INNER - 420, most: 1 })[0] ?? '';
  canvas.write(name, MARGIN, CARD_HEIGHT - 40, 28, 'muted');
  if (band !== null)
    canvas.write(band, CARD_WIDTH - MARGIN - canvas.widthOf(band, 28), CARD_HEIGHT - 40, 28, 'accent');
  return encodePng({ width: CARD_WIDTH, height: CARD_HEIGHT, pixels: canvas.pixels }, PALETTE);
}

/** One card is drawn at a time, and a megabyte that is asked for anew costs more than one that is wiped. */
const PIXELS = new Uint8Array(CARD_WIDTH * CARD_HEIGHT);

class Canvas {
  readonly pixels = PIXELS.fill(0);
  readonly #face: Face;

  constructor(face: Face) {
    this.#face = face;
  }

  widthOf(text: string, size: number): number {
    return Array.from(text).reduce((sum, character) => sum + this.#face.glyph(character, size).advance, 0);
  }

  fill(x: number, y: number, width: number, height: number, ink: Ink): void {
    for (let row = y; row < y + height; row++)
      this.pixels.fill(colourOf(ink, INK_STEPS), row * CARD_WIDTH + x, row * CARD_WIDTH + x + width);
  }

  /** Writes a line with its base line at `y`. */
  write(text: string, x: number, y: number, size: number, ink: Ink): void {
    let pen = x;
    for (const character of text) {
      const { stamp, advance } = this.#face.glyph(character, size);
      this.#print(stamp, Math.round(pen), y, colourOf(ink, 0));
      pen += advance;
    }
  }

  #print({ xs, ys, steps }: Stamp, left: number, base: number, paper: number): void {
    for (let at = 0; at < steps.length; at++) {
      const [x, y] = [left + (xs[at] ?? 0), base + (ys[at] ?? 0)];
      if (x >= 0 && x < CARD_WIDTH && y >= 0 && y < CARD_HEIGHT)
        this.pixels[y * CARD_WIDTH + x] = paper + (steps[at] ?? 0);
    }
  }
}

function colourOf(ink: Ink, step: number): number {
  return INK_NAMES.indexOf(ink) * INK_STEPS + step;
}

function mixed(ink: string, share: number): string {
  const [paper, full] = [partsOf(PAPER), partsOf(ink)];
  return `#${paper
    .map((from, at) => Math.round(from + ((full[at] ?? 0) - from) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Red, green and blue of a colour. */
function partsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
