import { crc32, deflateSync } from 'node:zlib';

/** Pixels as numbers of a palette of at most sixteen colours. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A thirtieth more bytes than with the usual 6, in two thirds of the time. */
const LEVEL = 4;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The picture as PNG with four bits a pixel and nothing but the picture in it (ISO/IEC 15948). */
export function encodePng({ width, height, pixels }: Picture, palette: readonly string[]): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Four bits, colours from the palette, the one compression, the one filter method, no interlace.
  header.set([4, 3, 0, 0, 0], 8);
  const stride = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column += 2) {
      const at = row * width + column;
      const first = pixels[at] ?? 0;
      const second = column + 1 < width ? (pixels[at + 1] ?? 0) : 0;
      if (first !== 0 || second !== 0) rows[row * stride + 1 + (column >> 1)] = (first << 4) | second;
    }
  const colours = Buffer.concat(palette.map((colour) => Buffer.from(colour.slice(1), 'hex')));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: LEVEL })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
