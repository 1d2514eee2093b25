import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StretchWriter } from '../../src/publisher/stretch-writer.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-stretches-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** As much as is written at a time. */
const CHUNK = 1 << 20;
const OLD = Buffer.from(Array.from({ length: 3 * CHUNK }, (_, at) => (at * 7919) % 251));

const length = fc.constantFrom(0, 1, 5, CHUNK / 2, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK);
const sign = fc.constantFrom('a', '议', '\u{20000}', '\ud800');
const step = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), sign, length }),
  fc.record({ kind: fc.constant('bytes' as const), byte: fc.nat(255), length }),
  fc.record({ kind: fc.constant('copy' as const), start: fc.nat(OLD.length), length }),
);

describe('a file that is written as text, bytes and stretches of another', () => {
  test('holds them one behind the other, and is known by its hash', () => {
    writeFileSync(join(folder, 'old'), OLD);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const writer = new StretchWriter(join(folder, 'new'), join(folder, 'old'));
        const parts = steps.map((each) => {
          if (each.kind === 'text') {
            const text = each.sign.repeat(Math.floor(each.length / each.sign.length));
            writer.text(text);
            return Buffer.from(text);
          }
          if (each.kind === 'bytes') {
            const bytes = Buffer.alloc(each.length, each.byte);
            writer.bytes(bytes);
            return bytes;
          }
          const end = Math.min(OLD.length, each.start + each.length);
          writer.copy(each.start, end);
          return OLD.subarray(each.start, end);
        });
        const whole = Buffer.concat(parts);
        expect(writer.at).toBe(whole.length);
        expect(writer.close()).toBe(createHash('sha256').update(whole).digest('hex'));
        expect(readFileSync(join(folder, 'new')).equals(whole)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
