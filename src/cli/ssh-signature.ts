import { createHash, createPublicKey, verify } from 'node:crypto';

/** What a signature is made for, so that one made for something else isn't taken for it. */
export const NAMESPACE = 'jiyao';

const MAGIC = 'SSHSIG';
const ALGORITHM = 'ssh-ed25519';
const HASHES: ReadonlySet<string> = new Set(['sha256', 'sha512']);

/**
 * Whether a signature that `ssh-keygen -Y sign -n jiyao` wrote is that of one of the keys, over these bytes
 * (PROTOCOL.sshsig of OpenSSH). Ed25519 only. Never throws: what can't be read is no signature.
 *
 * @param keys public keys as `.pub` files have them, one a line; names before and behind a key don't count
 */
export function isSignedBy(keys: string, signature: string, message: Uint8Array): boolean {
  const known = Array.from(keys.matchAll(/ssh-ed25519 ([A-Za-z0-9+/=]+)/gu), ([, key = '']) => key);
  const body = /-----BEGIN SSH SIGNATURE-----([^-]+)-----END SSH SIGNATURE-----/u.exec(signature)?.[1];
  if (body === undefined) return false;
  try {
    const bytes = Buffer.from(body, 'base64');
    const reader = readerOf(bytes.subarray(MAGIC.length));
    if (bytes.subarray(0, MAGIC.length).toString('latin1') !== MAGIC || reader.number() !== 1) return false;
    const key = reader.string();
    const namespace = reader.string();
    const reserved = reader.string();
    const hash = reader.string();
    const inner = readerOf(reader.string());
    if (!known.includes(key.toString('base64')) || namespace.toString() !== NAMESPACE) return false;
    if (!HASHES.has(hash.toString()) || inner.string().toString() !== ALGORITHM) return false;
    const digest = createHash(hash.toString()).update(message).digest();
    const signed = Buffer.concat([Buffer.from(MAGIC), ...[namespace, reserved, hash, digest].map(packed)]);
    return verify(null, signed, publicKey(key), inner.string());
  } catch {
    return false;
  }
}

function publicKey(key: Buffer): ReturnType<typeof createPublicKey> {
  const reader = readerOf(key);
  reader.string();
  const x = reader.string().toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/** Reads the fields of the SSH wire format (RFC 4251 5) in order; throws at the end of the bytes. */
function readerOf(bytes: Buffer): { number(): number; string(): Buffer } {
  let at = 0;
  const number = (): number => {
    const value = bytes.readUInt32BE(at);
    at += 4;
    return value;
  };
  const string = (): Buffer => {
    const length = number();
    if (at + length > bytes.length) throw new RangeError('the signature ends early');
    at += length;
    return bytes.subarray(at - length, at);
  };
  return { number, string };
}

function packed(field: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(field.length);
  return Buffer.concat([length, field]);
}
