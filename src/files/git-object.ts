import { createHash } from 'node:crypto';

/** The name that git gives to bytes: 40 hexadecimal digits, or 64 where a repository counts by SHA-256. */
export function blobOf(bytes: Uint8Array, digits = 40): string {
  return createHash(digits === 64 ? 'sha256' : 'sha1')
    .update(`blob ${String(bytes.length)}\0`)
    .update(bytes)
    .digest('hex');
}
