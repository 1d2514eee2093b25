import { zipSync } from 'fflate';

/** The earliest time a zip can state. It is that of every entry, so that the same files give the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

const END = 22;
const END_MARK = 0x06054b50;
const ENTRY = 46;
/** Where an entry of the directory says how long its parts are and where its file begins. */
const AT = { name: 28, extra: 30, comment: 32, offset: 42 };
/** More would need the larger form of the end record. */
const MOST_ENTRIES = 0xffff;

/** A zip of files by path, in the order given; the bytes depend on paths and contents alone. */
export function zipOf(files: readonly (readonly [path: string, content: string])[]): Uint8Array {
  const encoder = new TextEncoder();
  return zipSync(Object.fromEntries(files.map(([path, content]) => [path, encoder.encode(content)])), {
    level: 6,
    mtime: NO_TIME,
    os: 3,
    attrs: 0o644 << 16,
  });
}

/**
 * One zip with the files of all, in their order. Nothing is packed anew: the packed files are put behind
 * each other and the directory is written for their new places, so that it costs no more than copying.
 * Throws where a piece isn't a zip of `zipOf` or `joinZips`, or there are more than 65,535 files.
 */
export function joinZips(zips: readonly Uint8Array[]): Uint8Array {
  const parts = zips.map(partsOf);
  const entries = parts.reduce((sum, { count }) => sum + count, 0);
  if (entries > MOST_ENTRIES) throw new RangeError(`Too many files for one zip: ${String(entries)}`);
  const filesLength = parts.reduce((sum, { files }) => sum + files.length, 0);
  const directoryLength = parts.reduce((sum, { directory }) => sum + directory.length, 0);
  const joined = new Uint8Array(filesLength + directoryLength + END);
  let fileAt = 0;
  let directoryAt = filesLength;
  for (const { files, directory } of parts) {
    joined.set(files, fileAt);
    joined.set(movedBy(fileAt, directory), directoryAt);
    fileAt += files.length;
    directoryAt += directory.length;
  }
  const end = new DataView(joined.buffer, directoryAt);
  end.setUint32(0, END_MARK, true);
  end.setUint16(8, entries, true);
  end.setUint16(10, entries, true);
  end.setUint32(12, directoryLength, true);
  end.setUint32(16, filesLength, true);
  return joined;
}

interface Parts {
  readonly count: number;
  readonly files: Uint8Array;
  readonly directory: Uint8Array;
}

function partsOf(zip: Uint8Array): Parts {
  const end = new DataView(zip.buffer, zip.byteOffset + zip.length - END, END);
  if (end.getUint32(0, true) !== END_MARK) throw new Error('Not a zip of ours');
  const start = end.getUint32(16, true);
  return {
    count: end.getUint16(10, true),
    files: zip.subarray(0, start),
    directory: zip.subarray(start, start + end.getUint32(12, true)),
  };
}

/** A directory whose files begin so many bytes later. */
function movedBy(distance: number, directory: Uint8Array): Uint8Array {
  // A copy whatever it is: `slice` of a Buffer is none.
  const moved = new Uint8Array(directory);
  const view = new DataView(moved.buffer);
  const lengthAt = (entry: number, part: number): number => view.getUint16(entry + part, true);
  for (let at = 0; at < moved.length;) {
    view.setUint32(at + AT.offset, view.getUint32(at + AT.offset, true) + distance, true);
    at += ENTRY + lengthAt(at, AT.name) + lengthAt(at, AT.extra) + lengthAt(at, AT.comment);
  }
  return moved;
}
