import { tableOf, type FontTables } from './sfnt.ts';

/** The glyphs of a TrueType font. */
export interface Outlines {
  readonly unitsPerEm: number;
  readonly tables: FontTables;
  /** The glyph of a character; 0 when the font has none. */
  glyphOf(codePoint: number): number;
  /** The outline of a glyph; empty for white space. */
  outlineOf(glyph: number): Buffer;
  /** Advance width and left side bearing, four bytes as in `hmtx`. */
  metricsOf(glyph: number): Buffer;
}

/** Reads the glyphs of a font with `glyf` outlines; throws when a table is missing. */
export function readOutlines(tables: FontTables): Outlines {
  const head = tableOf(tables, 'head');
  const loca = tableOf(tables, 'loca');
  const glyf = tableOf(tables, 'glyf');
  const hmtx = tableOf(tables, 'hmtx');
  const widths = tableOf(tables, 'hhea').readUInt16BE(34);
  const isLong = head.readInt16BE(50) === 1;
  const offsetOf = (glyph: number): number =>
    isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2;
  const characters = readCharacters(tableOf(tables, 'cmap'));
  return {
    unitsPerEm: head.readUInt16BE(18),
    tables,
    glyphOf: (codePoint) => characters.get(codePoint) ?? 0,
    outlineOf: (glyph) => glyf.subarray(offsetOf(glyph), offsetOf(glyph + 1)),
    metricsOf(glyph) {
      if (glyph < widths) return hmtx.subarray(glyph * 4, glyph * 4 + 4);
      // Glyphs behind the last width share it.
      const bearing = widths * 4 + (glyph - widths) * 2;
      return Buffer.concat([
        hmtx.subarray(widths * 4 - 4, widths * 4 - 2),
        hmtx.subarray(bearing, bearing + 2),
      ]);
    },
  };
}

/** Every character of a font's Unicode maps (its table `cmap`) and its glyph. */
export function readCharacters(cmap: Buffer): ReadonlyMap<number, number> {
  const characters = new Map<number, number>();
  const count = cmap.readUInt16BE(2);
  for (let index = 0; index < count; index++) {
    const map = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4));
    const format = map.readUInt16BE(0);
    if (format === 4) readSegments(map, characters);
    if (format === 12) readGroups(map, characters);
  }
  return characters;
}

/** Format 4: segments of the basic plane, with deltas or with an array of glyphs. */
function readSegments(map: Buffer, characters: Map<number, number>): void {
  const length = map.readUInt16BE(6);
  for (let at = 0; at < length; at += 2) {
    const end = map.readUInt16BE(14 + at);
    const start = map.readUInt16BE(16 + length + at);
    const delta = map.readUInt16BE(16 + length * 2 + at);
    const rangeAt = 16 + length * 3 + at;
    const range = map.readUInt16BE(rangeAt);
    for (let character = start; character <= end && character !== 0xffff; character++) {
      const listed = range === 0 ? character : map.readUInt16BE(rangeAt + range + (character - start) * 2);
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) characters.set(character, glyph);
    }
  }
}

/** Format 12: groups over all planes. */
function readGroups(map: Buffer, characters: Map<number, number>): void {
  const count = map.readUInt32BE(12);
  for (let at = 16; at < 16 + count * 12; at += 12) {
    const start = map.readUInt32BE(at);
    const end = map.readUInt32BE(at + 4);
    const glyph = map.readUInt32BE(at + 8);
    for (let character = start; character <= end; character++)
      characters.set(character, glyph + character - start);
  }
}
