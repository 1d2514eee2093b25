import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { renumberMeta } from '../../src/search/pagefind-meta.ts';

const text = (value: string): Buffer => Buffer.concat([Buffer.of(0x60 + value.length), Buffer.from(value)]);
const list = (...values: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.of(0x80 + values.length), ...values]);
const file = (value: Buffer): Uint8Array => gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), value]));

describe('renumberMeta', () => {
  test('calls pages and chunks by their numbers, and leaves everything else', () => {
    const pages = list(
      list(text('x_3be6d01'), Buffer.of(0x18, 0x7c), text('')),
      list(text('x_8e332cc'), Buffer.of(0x19, 0x01, 0x70), text('')),
    );
    const chunks = (names: readonly string[]): Buffer =>
      list(...names.map((name, at) => list(text(`${String(at)}a`), text(`${String(at)}f`), text(name))));
    const { meta, chunks: names } = renumberMeta(
      file(list(text('1.6.0'), pages, chunks(['x_aa', 'x_bb']), list(), list(text('kept')))),
    );
    const numbered = list(list(text('0'), Buffer.of(1), text('')), list(text('1'), Buffer.of(1), text('')));
    expect(gunzipSync(meta)).toEqual(
      gunzipSync(file(list(text('1.6.0'), numbered, chunks(['0', '1']), list(), list(text('kept'))))),
    );
    expect([...names]).toEqual([
      ['x_aa', '0'],
      ['x_bb', '1'],
    ]);
  });

  test.each([
    ['no file of Pagefind', gzipSync('something else')],
    ['a list of something else', file(list(text('1.6.0'), text('pages'), list()))],
    ['a kind of value that 1.6 does not write', file(Buffer.of(0xf6))],
  ])('refuses %s', (_, bytes) => {
    expect(() => renumberMeta(bytes)).toThrow('not in the form of Pagefind 1.6');
  });
});
