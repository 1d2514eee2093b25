/** Text decoded from bytes, and the name of the encoding for the report. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

const BYTE_ORDER_MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', name: 'UTF-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le', name: 'UTF-16LE' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', name: 'UTF-16BE' },
] as const;

/**
 * Decodes the text of a Chinese office: a byte order mark decides; else UTF-16 if the spread of
 * bytes shows it; else UTF-8 if it is valid; else GB18030 (which contains GBK and GB2312).
 * Returns null for bytes that are none of these, such as a picture.
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  for (const { bytes: mark, label, name } of BYTE_ORDER_MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte)) return decodeAs(bytes, label, name);
  }
  const wide = utf16Of(bytes);
  if (wide) return decodeAs(bytes, wide, wide.toUpperCase());
  return decodeAs(bytes, 'utf-8', 'UTF-8') ?? decodeAs(bytes, 'gb18030', 'GB18030');
}

function decodeAs(bytes: Uint8Array, label: string, name: string): Decoded | null {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding: name };
  } catch {
    return null;
  }
}

/**
 * UTF-16 without a mark: digits, line ends and spaces have a zero byte, always on the same side.
 * A few zero bytes on both sides are control characters of an extracted PDF, not UTF-16.
 */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 2 || bytes.length % 2 === 1) return null;
  let high = 0;
  let low = 0;
  let lineEnds = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === 0) high++;
    if (bytes[at + 1] === 0) low++;
    if (bytes[at] === 10 || bytes[at + 1] === 10) lineEnds++;
  }
  const most = Math.max(high, low);
  if (most === 0 || most < Math.min(high, low) * 10 || most < lineEnds / 2) return null;
  const label = low > high ? 'utf-16le' : 'utf-16be';
  // A zero byte is a control character in UTF-8 and GB18030: plain Chinese text has none.
  const text = decodeAs(bytes, label, label)?.text ?? '';
  const han = text.match(/\p{Script=Han}|[\x20-\x7e\n，。、]/gu)?.length ?? 0;
  return han > text.length * 0.8 ? label : null;
}
