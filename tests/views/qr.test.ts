import { expect, test } from 'vitest';
import { qrOf } from '../../src/views/qr.ts';

/** The modules of a QR code, drawn from its path. */
function modulesOf(address: string): readonly (readonly boolean[])[] {
  const { size, path } = qrOf(address);
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/gu))
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  return rows;
}

const FINDER = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];

test('has its three finders inside a margin of four', () => {
  const rows = modulesOf('https://www.example.invalid/minutes/2022/013/');
  const far = rows.length - 4 - 7;
  for (const [x, y] of [
    [4, 4],
    [far, 4],
    [4, far],
  ] as const) {
    const seen = rows.slice(y, y + 7).map((row) =>
      row
        .slice(x, x + 7)
        .map((dark) => (dark ? '1' : '0'))
        .join(''),
    );
    expect(seen).toEqual(FINDER);
  }
  expect(rows.slice(0, 4).flat().concat(rows.slice(-4).flat())).not.toContain(true);
});

test('is the same for the same address and another for another', () => {
  expect(qrOf('https://a.invalid/1')).toEqual(qrOf('https://a.invalid/1'));
  expect(qrOf('https://a.invalid/1').path).not.toBe(qrOf('https://a.invalid/2').path);
});
