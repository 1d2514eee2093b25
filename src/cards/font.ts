import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkitten';
import { drawOutline } from './outline.ts';
import { stampOf, type Stamp } from './stamp.ts';

/** A character as it is drawn: its picture, and how far the next one is. */
export interface Glyph {
  readonly stamp: Stamp;
  /** In pixels. */
  readonly advance: number;
}

/** The face of the cards. */
export interface Face {
  /** The text with characters that can't be drawn put as others, so that none is left out. */
  drawable(this: void, text: string): string;
  glyph(this: void, character: string, size: number): Glyph;
}

const require = createRequire(import.meta.url);

/** Noto Sans SC (OFL 1.1), which the paper document is set in too: a hundred files, each with some characters. */
const PACKAGE = '@fontsource/noto-sans-sc';

/** What stands for a character that neither font has: as printers set it. */
const MISSING = '〓';

/** A file of the font, and the characters that it was cut for. */
interface Slice {
  readonly name: string;
  readonly ranges: readonly (readonly [low: number, high: number])[];
}

/** Opens the face. Files are read and characters drawn when they are first asked for, and kept. */
export function openFace(): Face {
  const slices = readSlices();
  const fonts = new Map<string, Font>();
  const fontOf = (character: string): Font | undefined => {
    const code = character.codePointAt(0) ?? 0;
    const slice = slices.find(({ ranges }) => ranges.some(([low, high]) => low <= code && code <= high));
    if (slice === undefined) return undefined;
    const font = fonts.get(slice.name) ?? openSlice(slice.name);
    fonts.set(slice.name, font);
    return font.hasGlyphForCodePoint(code) ? font : undefined;
  };
  const hasAll = (text: string): boolean => Array.from(text).every((each) => fontOf(each) !== undefined);
  const forms = new Map<string, string>();
  const drawable = (character: string): string => {
    // Ⅱ is drawn as II where the numeral itself can't be.
    const form = forms.get(character) ?? [character, character.normalize('NFKC')].find(hasAll) ?? MISSING;
    forms.set(character, form);
    return form;
  };
  /** By size, then by character. */
  const drawn = new Map<number, Map<string, Glyph>>();
  const draw = (character: string, size: number): Glyph => {
    const font = fontOf(character);
    if (font === undefined) throw new Error(`No glyph for ${character}`);
    const { path, advanceWidth } = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    const scale = size / font.unitsPerEm;
    return { stamp: stampOf(drawOutline(path.commands, scale)), advance: advanceWidth * scale };
  };
  return {
    drawable: (text) => Array.from(text, drawable).join(''),
    glyph(character, size) {
      const ofSize = drawn.get(size) ?? new Map<string, Glyph>();
      drawn.set(size, ofSize);
      const glyph = ofSize.get(character) ?? draw(character, size);
      ofSize.set(character, glyph);
      return glyph;
    },
  };
}

/** `unicode.json` of the package: `{"[4]": "U+1f1e9-1f1f5,U+1f21a", "latin": …}`. */
function readSlices(): readonly Slice[] {
  const json: unknown = JSON.parse(readFileSync(require.resolve(`${PACKAGE}/unicode.json`), 'utf8'));
  return Object.entries(Object(json)).map(([name, list]) => ({
    name: name.replaceAll(/[[\]]/gu, ''),
    ranges: Array.from(
      String(list).matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/giu),
      ([, low = '', high = low]) => [Number.parseInt(low, 16), Number.parseInt(high, 16)],
    ),
  }));
}

function openSlice(name: string): Font {
  const font = create(
    readFileSync(require.resolve(`${PACKAGE}/files/noto-sans-sc-${name}-400-normal.woff2`)),
  );
  if (!('glyphForCodePoint' in font)) throw new Error(`The file ${name} holds several fonts`);
  return font;
}
