import { encode } from 'uqr';

/** A QR code as one path of an SVG of `size` × `size` units, the quiet margin included. */
export interface QrView {
  readonly size: number;
  readonly path: string;
}

/** The QR code of an address: level M, with the four modules of margin that readers want. */
export function qrOf(address: string): QrView {
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  );
  return { size, path: path.join('') };
}

function runsOf(row: readonly boolean[]): readonly (readonly [start: number, length: number])[] {
  const runs: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1);
    if (!dark) continue;
    if (last !== undefined && last[0] + last[1] === x) last[1]++;
    else runs.push([x, 1]);
  }
  return runs;
}
