import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleBytes, BundleExport, BundlePiece, ByteRange } from '../exporters/export.ts';
import { NO_TABLES, type MadeTables } from './made-tables.ts';
import { findRuns } from './row-runs.ts';
import type { SiteFiles } from './site-files.ts';
import { StretchWriter } from './stretch-writer.ts';

/** The pieces of a package, one for each meeting. */
export interface BundlePieces {
  readonly ids: readonly string[];
  /** What each rests on. */
  readonly inputs: readonly string[];
  readonly pieceAt: (at: number) => Uint8Array;
}

/**
 * Writes a package. Where the one that stands was made of the same pieces in the same order, they are copied.
 *
 * @param before what that was made of, in its order
 */
export function writeBundle(
  row: BundleExport,
  path: string,
  pieces: BundlePieces,
  before: Pick<MadeTables, 'ids' | 'inputs'>,
  files: SiteFiles,
): void {
  const old = files.isIntact(path) && before.ids.length > 0 ? join(files.target, path) : null;
  const cut = old === null ? null : cutterOf(row, old, before.ids.length);
  const runs = findRuns(pieces.ids, pieces.inputs, cut === null ? NO_TABLES : before);
  const parts = function* (): Generator<BundlePiece> {
    for (const { from, to, place } of runs)
      if (place !== null && cut !== null) yield cut(place, place + to - from);
      else for (let at = from; at < to; at++) yield pieces.pieceAt(at);
  };
  putPieces(path, row.join(parts()), files, old);
}

/**
 * Puts a package into the site, piece by piece.
 *
 * @param old the file that ranges lie in
 */
export function putPieces(
  path: string,
  pieces: Iterable<BundleBytes>,
  files: SiteFiles,
  old: string | null = null,
): void {
  const writer = new StretchWriter(files.stagedPath(path), old);
  for (const piece of pieces)
    if (piece instanceof Uint8Array) writer.bytes(piece);
    else writer.copy(piece.start, piece.end);
  files.enter(path, writer.close(), 'none');
}

function cutterOf(row: BundleExport, path: string, pieces: number): ReturnType<BundleExport['cutter']> {
  const file = openSync(path, 'r');
  try {
    const read = ({ start, end }: ByteRange): Uint8Array => {
      const bytes = new Uint8Array(end - start);
      readSync(file, bytes, 0, bytes.length, start);
      return bytes;
    };
    return row.cutter(fstatSync(file).size, read, pieces);
  } finally {
    closeSync(file);
  }
}
