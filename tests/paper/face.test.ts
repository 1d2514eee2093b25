import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assembleFace } from '../../src/paper/face.ts';
import { FontPackages } from '../../src/paper/font-packages.ts';
import { readOutlines, type Outlines } from '../../src/paper/outlines.ts';
import { readTables, tableOf } from '../../src/paper/sfnt.ts';

const SERIF = { name: '@fontsource/noto-serif-sc', weight: 400 };
const BRUSH = { name: '@fontsource/lxgw-wenkai', weight: 300 };
/** Of names; several are in no common font of official documents. */
const RARE = '旻喆堃昇玥珺祎镕頔焜淦';
const packages = new FontPackages();

function sourcesOf(text: string) {
  return [SERIF, BRUSH].flatMap((font) =>
    packages.read(font, new Set(text)).map((outlines) => ({ outlines, gives: () => true })),
  );
}

function assemble(text: string): { readonly outlines: Outlines; readonly missing: readonly string[] } {
  const { font, missing } = assembleFace('Test', 400, text, sourcesOf(text));
  return { outlines: readOutlines(readTables(font)), missing };
}

const pointOf = (character: string): number => character.codePointAt(0) ?? 0;

/** A simple outline is the same wherever it stands; a composite one names other glyphs. */
const isSimple = (outline: Buffer): boolean => outline.length === 0 || outline.readInt16BE(0) >= 0;

describe('a font put together for one document', () => {
  test('has every character of the document, the rare ones of names too', () => {
    const { outlines, missing } = assemble(`会议由${RARE}主持`);
    expect(missing).toEqual([]);
    const box = outlines.outlineOf(0);
    for (const character of RARE) {
      const glyph = outlines.glyphOf(pointOf(character));
      expect(glyph).toBeGreaterThan(0);
      expect(outlines.outlineOf(glyph).length).toBeGreaterThan(100);
      expect(outlines.outlineOf(glyph).equals(box)).toBe(false);
    }
  });

  test('has the characters of names beyond the basic block that the national table lists', () => {
    // 通用规范汉字表: of extension A, and of B, C and E.
    const listed =
      '㛃㛚㧑㧟㬎㬚㳇㳚㸌䏲䓖䓛䗖䜣䝙䥽䴔䶮𠙶𡐓𣲗𤧛𤩽𥔲𦭜𨱏𪟝𪣻𫄧𫄨𫍯𫍽𫐄𫓧𫖮𫖯𫘜𫘪𫠜𬀩𬇕𬍛𬍡𬘓𬘘𬘡𬙂𬣞𬤝𬨎𬬩𬬭𬭎𬭚𬭩𬮱𬱖𬶏𬸘𬸣';
    expect(assemble(listed).missing).toEqual([]);
  });

  test('takes each outline and its measures unchanged from the first source that has the character', () => {
    const text = `纪要${RARE}〔2022〕“”，。`;
    const { outlines } = assemble(text);
    for (const character of text) {
      const source = sourcesOf(text).find((each) => each.outlines.glyphOf(pointOf(character)) !== 0);
      if (source === undefined) throw new Error(`No source of ${character}`);
      const glyph = source.outlines.glyphOf(pointOf(character));
      const own = outlines.glyphOf(pointOf(character));
      const outline = source.outlines.outlineOf(glyph);
      expect(outlines.metricsOf(own)).toEqual(source.outlines.metricsOf(glyph));
      const taken = outlines.outlineOf(own).subarray(0, outline.length);
      expect(isSimple(outline) ? taken : outline).toEqual(outline);
    }
  });

  test('holds nothing but the characters asked for', () => {
    const { outlines } = assemble('纪要');
    expect(outlines.glyphOf(pointOf('会'))).toBe(0);
    expect(tableOf(outlines.tables, 'maxp').readUInt16BE(4)).toBeLessThan(6);
  });

  test('says what no source has', () => {
    expect(assemble('纪\u{2a6d6}要').missing).toEqual(['\u{2a6d6}']);
  });

  test('is the same whatever the order and number of the characters', () => {
    const characters = fc.array(fc.constantFrom(...Array.from(`会议纪要原则同意，。《》${RARE}`)), {
      minLength: 1,
    });
    fc.assert(
      fc.property(characters, (list) => {
        const text = list.join('');
        const sources = sourcesOf(`会议纪要${RARE}`);
        const font = (order: string): Buffer => assembleFace('Test', 400, order, sources).font;
        expect(
          font(
            Array.from(text + text)
              .toReversed()
              .join(''),
          ).equals(font(text)),
        ).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('sums up to what the format asks for', () => {
    const { font } = assembleFace('Test', 400, '纪要', sourcesOf('纪要'));
    let sum = 0;
    for (let at = 0; at < font.length; at += 4) sum = (sum + font.readUInt32BE(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });
});
