import { inflateSync } from 'node:zlib';

/** The tables of a font file by their tags. */
export type FontTables = ReadonlyMap<string, Buffer>;

const WOFF = 0x774f4646;
const TRUETYPE = 0x00010000;
const COLLECTION = 0x74746366;
const ADJUSTED_SUM = 0xb1b0afba;

/**
 * The tables of a font: TrueType, OpenType, the first of a collection, or packed as WOFF 1 (W3C, 2012).
 * Throws a `RangeError` when the file is too short for what it says.
 */
export function readTables(bytes: Buffer): FontTables {
  const kind = bytes.readUInt32BE(0);
  const isPacked = kind === WOFF;
  const start = kind === COLLECTION ? bytes.readUInt32BE(12) : 0;
  const count = bytes.readUInt16BE(isPacked ? 12 : start + 4);
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < count; index++) {
    const at = isPacked ? 44 + index * 20 : start + 12 + index * 16;
    const tag = bytes.toString('latin1', at, at + 4);
    tables.set(tag, isPacked ? unpack(bytes, at) : slice(bytes, at));
  }
  return tables;
}

function unpack(bytes: Buffer, at: number): Buffer {
  const offset = bytes.readUInt32BE(at + 4);
  const packed = bytes.readUInt32BE(at + 8);
  const length = bytes.readUInt32BE(at + 12);
  const data = bytes.subarray(offset, offset + packed);
  return packed < length ? inflateSync(data) : data;
}

function slice(bytes: Buffer, at: number): Buffer {
  const offset = bytes.readUInt32BE(at + 8);
  return bytes.subarray(offset, offset + bytes.readUInt32BE(at + 12));
}

/** A table of a font; throws when it has none. */
export function tableOf(tables: FontTables, tag: string): Buffer {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`The font has no table ${tag}`);
  return table;
}

/** A TrueType font of these tables, sorted by tag, with its sums. */
export function writeFont(tables: FontTables): Buffer {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const count = sorted.length;
  const power = Math.floor(Math.log2(count));
  const header = Buffer.alloc(12 + 16 * count);
  header.writeUInt32BE(TRUETYPE, 0);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(16 * 2 ** power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(16 * (count - 2 ** power), 10);
  const parts: Buffer[] = [header];
  let offset = header.length;
  let headAt = 0;
  for (const [index, [tag, data]] of sorted.entries()) {
    const at = 12 + 16 * index;
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    header.write(tag, at, 'latin1');
    header.writeUInt32BE(sumOf(padded), at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(data.length, at + 12);
    if (tag === 'head') headAt = offset;
    parts.push(padded);
    offset += padded.length;
  }
  const font = Buffer.concat(parts);
  font.writeUInt32BE(0, headAt + 8);
  font.writeUInt32BE((ADJUSTED_SUM - sumOf(font)) >>> 0, headAt + 8);
  return font;
}

function sumOf(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
