import { createHash, hash } from 'node:crypto';

/** The SHA-256 of bytes or text, as 64 hexadecimal digits. */
export function sha256Of(content: Uint8Array | string): string {
  return hash('sha256', content, 'hex');
}

/** The same of pieces, one behind the other. */
export function sha256OfAll(pieces: Iterable<Uint8Array>): string {
  const all = createHash('sha256');
  for (const piece of pieces) all.update(piece);
  return all.digest('hex');
}

/** The same in 22 characters, for keys inside the caches. */
export function digestOf(content: Uint8Array | string): string {
  return hash('sha256', content, 'base64url').slice(0, 22);
}

/** The digest of parts in their order, each told apart from the next. */
export function digestOfAll(parts: Iterable<string>): string {
  let all = '';
  for (const part of parts) all += `${part}\n`;
  return digestOf(all);
}
