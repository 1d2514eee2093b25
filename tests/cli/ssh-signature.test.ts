import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isSignedBy } from '../../src/cli/ssh-signature.ts';

/** Made by ssh-keygen of OpenSSH 9.2 with a key that was thrown away. */
const FOLDER = join(import.meta.dirname, '../fixtures/signature');
const read = (name: string): Buffer => readFileSync(join(FOLDER, name));
const [key, signature, list] = [
  read('key.pub').toString(),
  read('SHA256SUMS.sig').toString(),
  read('SHA256SUMS'),
];

describe('a signature of ssh-keygen', () => {
  test('is good over the bytes it was made for, with the key it was made with', () => {
    expect(isSignedBy(key, signature, list)).toBe(true);
    expect(isSignedBy(`# 公钥\nother ssh-ed25519 AAAA\n档案 ${key}`, signature, list)).toBe(true);
  });

  test('is bad over any other bytes', () => {
    for (let at = 0; at < list.length; at++) {
      const other = Buffer.from(list);
      other[at] = (other[at] ?? 0) ^ 1;
      expect(isSignedBy(key, signature, other)).toBe(false);
    }
  });

  test('is bad with another key, for another purpose, damaged or missing', () => {
    expect(
      isSignedBy(
        key.replace(/AAAA\S+/u, (blob) => blob.replaceAll('I', 'J')),
        signature,
        list,
      ),
    ).toBe(false);
    expect(isSignedBy('', signature, list)).toBe(false);
    expect(isSignedBy(key, read('other-namespace.sig').toString(), list)).toBe(false);
    expect(isSignedBy(key, signature.replace(/\n.{10}/u, '\nAAAAAAAAAA'), list)).toBe(false);
    expect(isSignedBy(key, signature.slice(0, 90), list)).toBe(false);
    expect(isSignedBy(key, '', list)).toBe(false);
  });
});
