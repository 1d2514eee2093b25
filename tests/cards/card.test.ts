import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { drawCard } from '../../src/cards/draw-card.ts';
import { openFace } from '../../src/cards/font.ts';
import { breakLines } from '../../src/cards/layout.ts';
import { drawOutline } from '../../src/cards/outline.ts';
import type { CardView } from '../../src/views/card.ts';

const face = openFace();
const VIEW: CardView = {
  title: '市政府第3次常务会议',
  meta: '第3号　2024年3月18日',
  items: ['审议《云岭市公园管理办法》', '听取“三年行动”情况的汇报'],
  more: null,
  site: '云岭市纪要演示站',
  band: '演示站点，非政府网站',
};

/** Reads a PNG of this kind with nothing but the standard: sizes, colours, the number of each pixel. */
function readPng(png: Uint8Array) {
  const bytes = Buffer.from(png);
  const chunks: { readonly type: string; readonly body: Buffer }[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    expect(crc32(bytes.subarray(at + 4, at + 8 + length))).toBe(bytes.readUInt32BE(at + 8 + length));
    chunks.push({ type, body });
    at += length + 12;
  }
  const bodyOf = (type: string): Buffer =>
    chunks.find((chunk) => chunk.type === type)?.body ?? Buffer.alloc(0);
  const [width, height] = [bodyOf('IHDR').readUInt32BE(0), bodyOf('IHDR').readUInt32BE(4)];
  const rows = inflateSync(bodyOf('IDAT'));
  const stride = 1 + width / 2;
  const pixel = (x: number, y: number): number => {
    const pair = rows[y * stride + 1 + (x >> 1)] ?? 0;
    return x % 2 === 0 ? pair >> 4 : pair & 15;
  };
  return {
    types: chunks.map(({ type }) => type),
    width,
    height,
    colours: bodyOf('PLTE').length / 3,
    rows,
    stride,
    pixel,
  };
}

describe('the picture of a meeting', () => {
  test('is a PNG of the size that links show, with nothing in it but the picture', () => {
    const png = readPng(drawCard(VIEW, face));
    expect(png.types).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
    expect([png.width, png.height, png.colours]).toEqual([1200, 630, 16]);
    expect(png.rows.length).toBe(png.stride * 630);
  });

  test('has the same bytes whenever it is drawn, and others when it shows something else', () => {
    const hash = (view: CardView): string =>
      createHash('sha256').update(drawCard(view, openFace())).digest('hex');
    expect(hash(VIEW)).toBe(hash(VIEW));
    expect(hash({ ...VIEW, title: '市政府第4次常务会议' })).not.toBe(hash(VIEW));
  });

  test('keeps its margins, however long the texts are', () => {
    const long = '关于'.repeat(200);
    const { pixel } = readPng(
      drawCard(
        { ...VIEW, title: long, items: [long, long, long, long], more: '共40项议题', site: long },
        face,
      ),
    );
    const inked = (x: number): boolean =>
      Array.from({ length: 600 }, (_, y) => pixel(x, y + 20)).some((colour) => colour !== 0);
    for (const x of [0, 40, 79, 1125, 1160, 1199]) expect(inked(x)).toBe(false);
    expect(inked(100)).toBe(true);
  });
});

describe('the face', () => {
  test('draws every character of common use, in its own shape', () => {
    const characters = '一二三〇〔〕《》“”‘’、，。；：？！（）—…·％＋0123456789ABCxyz-+%第号年月日镇乡瞭犟';
    expect(face.drawable(characters)).toBe(characters);
    const shapes = new Set(Array.from(characters, (each) => JSON.stringify(face.glyph(each, 32).stamp)));
    expect(shapes.size).toBeGreaterThan(characters.length - 2);
  });

  test('draws something for any text, never nothing', () => {
    expect(face.drawable('第①项Ⅱ期 𰻝字')).toBe('第①项II期 〓字');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const character of face.drawable(text))
          expect(face.glyph(character, 20).advance).toBeGreaterThanOrEqual(0);
        expect(face.drawable(face.drawable(text))).toBe(face.drawable(text));
      }),
    );
  });
});

describe('an outline', () => {
  const square = (x: number, y: number, side: number) =>
    (
      [
        ['moveTo', [x, y]],
        ['lineTo', [x + side, y]],
        ['lineTo', [x + side, y + side]],
        ['lineTo', [x, y + side]],
        ['closePath', []],
      ] as const
    ).map(([command, args]) => ({ command, args }));

  test('inks as much as its area, wherever it lies', () => {
    const place = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(place, place, fc.double({ min: 0.2, max: 20, noNaN: true }), (x, y, side) => {
        const { cover } = drawOutline(square(x, y, side), 1);
        expect(cover.reduce((sum, part) => sum + part, 0)).toBeCloseTo(side * side, 2);
        for (const part of cover) expect(part).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('inks a slanted shape as much as its area', () => {
    const triangle = [
      { command: 'moveTo', args: [0.3, 0.2] },
      { command: 'lineTo', args: [17.6, 3.1] },
      { command: 'lineTo', args: [4.4, 15.9] },
      { command: 'closePath', args: [] },
    ] as const;
    const area = ((17.6 - 0.3) * (15.9 - 0.2) - (4.4 - 0.3) * (3.1 - 0.2)) / 2;
    expect(drawOutline(triangle, 1).cover.reduce((sum, part) => sum + part, 0)).toBeCloseTo(area, 1);
  });
});

describe('lines', () => {
  const broken = (text: string, width: number, most = 99): readonly string[] =>
    breakLines(text, { face, size: 20, width, most });

  test('hold the whole text in order, none wider than asked', () => {
    const unit = fc.constantFrom(...'关于开展《行动方案》，“三”。'.split(''), 'A', '7', ' ');
    fc.assert(
      fc.property(
        fc.string({ unit, minLength: 1, maxLength: 80 }),
        fc.integer({ min: 60, max: 400 }),
        (text, width) => {
          const lines = broken(text, width);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
          for (const line of lines)
            expect(
              Array.from(line).reduce((sum, each) => sum + face.glyph(each, 20).advance, 0),
            ).toBeLessThanOrEqual(width + 0.01);
        },
      ),
    );
  });

  test('begin with no mark that closes, and end with none that opens', () => {
    for (let width = 100; width < 300; width += 7)
      for (const line of broken('关于《行动方案》，审议“三年行动”（试行）《办法》。', width)) {
        expect(line).not.toMatch(/^[，。》”）]/u);
        expect(line).not.toMatch(/[《“（]$/u);
      }
  });

  test('keep numbers whole, and say where they were cut short', () => {
    for (let width = 90; width < 200; width += 5)
      expect(broken('投资1234567元建成', width).some((line) => line.includes('1234567'))).toBe(true);
    const [only = '', ...rest] = broken('关于开展重点行业领域安全生产百日攻坚行动', 200, 1);
    expect([only.at(-1), rest]).toEqual(['…', []]);
  });
});
