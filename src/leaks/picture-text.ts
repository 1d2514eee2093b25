const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length and type before the content of a chunk, its checksum behind. */
const BEFORE = 8;
const BEHIND = 4;

/**
 * A PNG without its packed pixels, which are no text to anybody, and nearly all of it: every other chunk, and what
 * stands behind the last one, stays (ISO/IEC 15948 5.3). What isn't one chunk after the other is given as it is.
 */
export function withoutPixels(bytes: Uint8Array): Uint8Array {
  const picture = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!picture.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return bytes;
  const kept: Uint8Array[] = [SIGNATURE];
  for (let at = SIGNATURE.length; at < picture.length;) {
    if (at + BEFORE + BEHIND > picture.length) return bytes;
    const end = at + BEFORE + picture.readUInt32BE(at) + BEHIND;
    if (end > picture.length) return bytes;
    const type = picture.toString('latin1', at + 4, at + BEFORE);
    if (type !== 'IDAT') kept.push(picture.subarray(at, end));
    at = end;
    if (type === 'IEND') {
      kept.push(picture.subarray(end));
      break;
    }
  }
  return Buffer.concat(kept);
}
