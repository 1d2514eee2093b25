import { inflateSync } from 'node:zlib';
import { MOST_UNPACKED, unpackedTooLarge } from '../limits.ts';

/** Streams may be packed more than once; nobody packs deeper. */
const DEEPEST = 4;

/**
 * Throws an `ImportError` where the packed streams of a PDF hold more than any minutes need. The
 * library that reads a PDF unpacks whatever it meets, so they are unpacked here first, up to the limit.
 */
export function refuseLargeStreams(bytes: Uint8Array, fileName: string): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let left = MOST_UNPACKED;
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    const start = at + 6 + (file[at + 6] === CARRIAGE_RETURN ? 2 : 1);
    const end = file.indexOf('endstream', start);
    left -= unpackedSize(file.subarray(start, end === -1 ? undefined : end), left, DEEPEST);
    if (left <= 0) throw unpackedTooLarge(fileName);
  }
}

const CARRIAGE_RETURN = 0x0d;
/** The method in the head of a zlib stream, RFC 1950 2.2. */
const DEFLATED = 8;

/** How many bytes a stream holds, at most `most`; 0 for one that isn't packed or is damaged. */
function unpackedSize(stream: Uint8Array, most: number, depth: number): number {
  const [first = 0, second = 0] = stream;
  const packed = (first & 0x0f) === DEFLATED && (first * 256 + second) % 31 === 0;
  if (depth === 0 || !packed) return 0;
  try {
    const unpacked = inflateSync(stream, { maxOutputLength: most });
    return unpacked.length + unpackedSize(unpacked, most - unpacked.length, depth - 1);
  } catch (error) {
    return error instanceof RangeError ? most : 0;
  }
}
