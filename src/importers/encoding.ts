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
 * UTF-16 without a mark: it has zero bytes (digits, line ends), which text in UTF-8 and GB18030 has only
 * as control characters of an extracted PDF, and one byte order gives Chinese with its usual marks.
 */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 2 || bytes.length % 2 === 1 || !bytes.includes(0)) return null;
  const [best] = (['utf-16le', 'utf-16be'] as const)
    .map((label) => ({ label, share: shareOfMarks(decodeAs(bytes, label, label)?.text ?? '') }))
    .sort((a, b) => b.share - a.share);
  return best !== undefined && best.share > LEAST_MARKS ? best.label : null;
}

/** The least share of marks and commonest signs in Chinese prose; bytes read the wrong way have hardly any. */
const LEAST_MARKS = 0.03;

/** The share of 。，、 and the like in a text that is Chinese but for a fifth; 0 for any other. */
function shareOfMarks(text: string): number {
  const chinese = text.match(/\p{Script=Han}|[\x20-\x7e\r\n\u3000，。、：；（）《》“”]/gu)?.length ?? 0;
  if (text === '' || chinese < text.length * 0.8) return 0;
  return (text.match(/[，。、：；（）的会]/gu)?.length ?? 0) / text.length;
}
