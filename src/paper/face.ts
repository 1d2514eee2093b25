import { writeFont } from './sfnt.ts';
import type { Outlines } from './outlines.ts';

/** A font that holds just the characters of one document. */
export interface Face {
  readonly font: Buffer;
  /** Characters that no source has a glyph of: they would print as boxes. */
  readonly missing: readonly string[];
}

/** A font to take characters from. */
export interface Source {
  readonly outlines: Outlines;
  /** Whether it may give a character that it has. */
  gives(character: string): boolean;
}

interface Glyph {
  readonly outline: Buffer;
  readonly metrics: Buffer;
}

/**
 * Puts together one font out of many: each character from the first source that has it, so that a rare
 * character of a name never prints as a box (R3.4). The same characters and sources give the same bytes.
 *
 * @param characters in any order; each counts once
 * @param sources all with the same units per em, the first of them the source of the metrics
 */
export function assembleFace(
  family: string,
  weight: number,
  characters: Iterable<string>,
  sources: readonly Source[],
): Face {
  const first = sources[0]?.outlines;
  if (first === undefined || sources.some(({ outlines }) => outlines.unitsPerEm !== first.unitsPerEm))
    throw new Error('The sources of a face have the same units per em');
  const collector = new GlyphCollector(first);
  const map: (readonly [codePoint: number, glyph: number])[] = [];
  const missing: string[] = [];
  const sorted = [...new Set(characters)].map((character) => [codePointOf(character), character] as const);
  for (const [codePoint, character] of sorted.toSorted(([one], [other]) => one - other)) {
    const source = sources.find((each) => each.gives(character) && each.outlines.glyphOf(codePoint) !== 0);
    if (source === undefined) missing.push(character);
    else map.push([codePoint, collector.take(source.outlines, source.outlines.glyphOf(codePoint))]);
  }
  return { font: writeFont(tablesOf(family, weight, first, collector.glyphs, map)), missing };
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** Copies glyphs, with the parts that composite ones are made of; glyph 0 is the box of the first source. */
class GlyphCollector {
  readonly glyphs: Glyph[] = [];
  readonly #taken = new Map<Outlines, Map<number, number>>();

  constructor(first: Outlines) {
    this.take(first, 0);
  }

  take(source: Outlines, glyph: number): number {
    const taken = this.#taken.get(source) ?? new Map<number, number>();
    this.#taken.set(source, taken);
    const known = taken.get(glyph);
    if (known !== undefined) return known;
    const at = this.glyphs.length;
    taken.set(glyph, at);
    const outline = Buffer.from(source.outlineOf(glyph));
    this.glyphs.push({ outline, metrics: source.metricsOf(glyph) });
    for (const part of partsOf(outline))
      outline.writeUInt16BE(this.take(source, outline.readUInt16BE(part)), part);
    return at;
  }
}

const HAS_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const HAS_MORE = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;

/** Where a composite outline names the glyphs it is made of. */
function* partsOf(outline: Buffer): Generator<number> {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return;
  for (let at = 10; ;) {
    const flags = outline.readUInt16BE(at);
    yield at + 2;
    at += 4 + (flags & HAS_WORDS ? 4 : 2);
    at += flags & HAS_SCALE ? 2 : flags & HAS_TWO_SCALES ? 4 : flags & HAS_MATRIX ? 8 : 0;
    if (!(flags & HAS_MORE)) return;
  }
}

function tablesOf(
  family: string,
  weight: number,
  { tables }: Outlines,
  glyphs: readonly Glyph[],
  map: readonly (readonly [number, number])[],
): ReadonlyMap<string, Buffer> {
  const copy = (tag: string): Buffer => Buffer.from(tables.get(tag) ?? Buffer.alloc(0));
  const padded = glyphs.map(({ outline }) =>
    Buffer.concat([outline, Buffer.alloc((4 - (outline.length % 4)) % 4)]),
  );
  const head = copy('head');
  head.writeInt16BE(1, 50);
  const hhea = copy('hhea');
  hhea.writeUInt16BE(glyphs.length, 34);
  const maxp = copy('maxp');
  maxp.writeUInt16BE(glyphs.length, 4);
  const os2 = copy('OS/2');
  os2.writeUInt16BE(weight, 4);
  const post = Buffer.alloc(32);
  post.writeUInt32BE(0x00030000, 0);
  return new Map([
    ['head', head],
    ['hhea', hhea],
    ['maxp', maxp],
    ['OS/2', os2],
    ['post', post],
    ['name', nameTable(family)],
    ['cmap', characterMap(map)],
    ['hmtx', Buffer.concat(glyphs.map(({ metrics }) => metrics))],
    ['glyf', Buffer.concat(padded)],
    ['loca', locations(padded)],
  ]);
}

function locations(outlines: readonly Buffer[]): Buffer {
  const table = Buffer.alloc((outlines.length + 1) * 4);
  let offset = 0;
  for (const [index, outline] of outlines.entries()) {
    table.writeUInt32BE(offset, index * 4);
    offset += outline.length;
  }
  table.writeUInt32BE(offset, outlines.length * 4);
  return table;
}

/** A map of format 12 for Windows and Unicode alike, one group for each character. */
function characterMap(map: readonly (readonly [number, number])[]): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt16BE(1, 2);
  header.writeUInt16BE(3, 4);
  header.writeUInt16BE(10, 6);
  header.writeUInt32BE(12, 8);
  const groups = Buffer.alloc(16 + map.length * 12);
  groups.writeUInt16BE(12, 0);
  groups.writeUInt32BE(groups.length, 4);
  groups.writeUInt32BE(map.length, 12);
  for (const [index, [codePoint, glyph]] of map.entries()) {
    groups.writeUInt32BE(codePoint, 16 + index * 12);
    groups.writeUInt32BE(codePoint, 20 + index * 12);
    groups.writeUInt32BE(glyph, 24 + index * 12);
  }
  return Buffer.concat([header, groups]);
}

/** Family, style, full and PostScript name, in English for Windows. */
function nameTable(family: string): Buffer {
  const values: readonly (readonly [id: number, value: string])[] = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family.replaceAll(' ', '')],
  ];
  const header = Buffer.alloc(6 + values.length * 12);
  header.writeUInt16BE(values.length, 2);
  header.writeUInt16BE(header.length, 4);
  const texts: Buffer[] = [];
  let offset = 0;
  for (const [index, [id, value]] of values.entries()) {
    const text = Buffer.from(value, 'utf16le').swap16();
    const at = 6 + index * 12;
    for (const [field, number] of [3, 1, 0x0409, id, text.length, offset].entries())
      header.writeUInt16BE(number, at + field * 2);
    texts.push(text);
    offset += text.length;
  }
  return Buffer.concat([header, ...texts]);
}
