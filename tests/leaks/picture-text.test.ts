import fc from 'fast-check';
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readBuiltFile } from '../../src/cli/built-file.ts';
import { withoutPixels } from '../../src/leaks/picture-text.ts';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const END = chunk('IEND', Buffer.alloc(0));

describe('what a picture says', () => {
  test('is all of it but its packed pixels', () => {
    const kind = fc.constantFrom('IHDR', 'IDAT', 'tEXt', 'eXIf', 'IDATA'.slice(1));
    const chunks = fc.array(fc.record({ kind, content: fc.uint8Array({ maxLength: 60 }) }), { maxLength: 6 });
    fc.assert(
      fc.property(chunks, fc.uint8Array({ maxLength: 30 }), (all, behind) => {
        const join = (some: typeof all): Buffer =>
          Buffer.concat([SIGNATURE, ...some.map((each) => chunk(each.kind, each.content)), END, behind]);
        const others = all.filter((each) => each.kind !== 'IDAT');
        expect(Buffer.from(withoutPixels(join(all)))).toEqual(join(others));
      }),
    );
  });

  test('is every byte of a file that is cut short, or is no picture', () => {
    const whole = Buffer.concat([SIGNATURE, chunk('IDAT', Buffer.from('13812345678')), END]);
    const ends = new Set([SIGNATURE.length, whole.length - END.length]);
    const lengths = Array.from(whole.keys()).filter((length) => !ends.has(length));
    for (const bytes of lengths.map((length) => whole.subarray(0, length)))
      expect(withoutPixels(bytes)).toBe(bytes);
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(withoutPixels(bytes)).toBe(bytes);
      }),
    );
  });

  test('is looked at wherever it stands but in the pixels', async () => {
    const pixels = chunk('IDAT', deflateSync(Buffer.alloc(1000)));
    const said = chunk('tEXt', Buffer.from('Comment\0 13812345678'));
    const behind = Buffer.from('内部资料');
    const { texts } = await readBuiltFile('a.png', Buffer.concat([SIGNATURE, pixels, said, END, behind]), []);
    expect(texts.join('')).toContain('13812345678');
    expect(texts.join('')).toContain('内部资料');
  });
});
