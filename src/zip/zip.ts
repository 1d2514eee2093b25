import { crc32, deflateRawSync } from 'node:zlib';

const FILE_MARK = 0x04034b50;
const ENTRY_MARK = 0x02014b50;
const END_MARK = 0x06054b50;
/** How long the records are without names. */
const FILE = 30;
const ENTRY = 46;
const END = 22;
/** Where an entry of the directory says how long its parts are and where its file begins. */
const AT = { name: 28, extra: 30, comment: 32, offset: 42 };
/** What both records of a file say in the same order: version 2.0, a name in UTF-8, deflated, 1980-01-01 00:00. */
const VERSION = 20;
const UTF8_NAME = 0x0800;
const DEFLATED = 8;
const NO_TIME = 0x00210000;
/** Made on Unix, a plain file that all may read. */
const UNIX = 3 << 8;
const MODE = 0o100644 << 16;
/** How many files a zip holds; more would need the larger form of the end record. */
export const MOST_ENTRIES = 0xffff;

/**
 * A zip of files by path, in the order given; the bytes depend on paths and contents alone, for every file has
 * the earliest time that a zip can state (APPNOTE 4.4).
 */
export function zipOf(files: readonly (readonly [path: string, content: string])[]): Uint8Array {
  const packed = files.map(([path, content]) => {
    const plain = Buffer.from(content);
    return { name: Buffer.from(path), size: plain.length, crc: crc32(plain), bytes: deflateRawSync(plain) };
  });
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of packed) {
    const head = Buffer.alloc(FILE);
    head.writeUInt32LE(FILE_MARK, 0);
    describeFile(head, 4, file);
    const entry = Buffer.alloc(ENTRY);
    entry.writeUInt32LE(ENTRY_MARK, 0);
    entry.writeUInt16LE(UNIX | VERSION, 4);
    describeFile(entry, 6, file);
    entry.writeUInt32LE(MODE >>> 0, 38);
    entry.writeUInt32LE(at, AT.offset);
    bodies.push(head, file.name, file.bytes);
    directory.push(entry, file.name);
    at += FILE + file.name.length + file.bytes.length;
  }
  const entries = Buffer.concat(directory);
  return Buffer.concat([...bodies, entries, endRecord(files.length, entries.length, at)]);
}

interface PackedFile {
  readonly name: Buffer;
  readonly size: number;
  readonly crc: number;
  readonly bytes: Buffer;
}

function describeFile(record: Buffer, at: number, { name, size, crc, bytes }: PackedFile): void {
  record.writeUInt16LE(VERSION, at);
  record.writeUInt16LE(UTF8_NAME, at + 2);
  record.writeUInt16LE(DEFLATED, at + 4);
  record.writeUInt32LE(NO_TIME, at + 6);
  record.writeUInt32LE(crc, at + 10);
  record.writeUInt32LE(bytes.length, at + 14);
  record.writeUInt32LE(size, at + 18);
  record.writeUInt16LE(name.length, at + 22);
}

/** Throws for more files than it can count. */
function endRecord(entries: number, directoryLength: number, directoryAt: number): Buffer {
  if (entries > MOST_ENTRIES) throw new RangeError(`Too many files for one zip: ${String(entries)}`);
  const end = Buffer.alloc(END);
  end.writeUInt32LE(END_MARK, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(directoryLength, 12);
  end.writeUInt32LE(directoryAt, 16);
  return end;
}

/** Bytes of a file: the first, and the one behind the last. */
export interface ZipRange {
  readonly start: number;
  readonly end: number;
}

/** Files of a zip that follow each other: as they are packed, and their entries of the directory. */
export interface ZipStretch {
  readonly count: number;
  /** Bytes, or where they lie in the zip that they were cut out of. */
  readonly files: Uint8Array | ZipRange;
  readonly directory: Uint8Array;
  /** Where the entries say that the first of the files begins. */
  readonly start: number;
}

/**
 * One zip with the files of all, in their order. Nothing is packed anew: the packed files are put behind
 * each other and the directory is written for their new places, so that it costs no more than copying.
 * Throws where a piece isn't a zip of `zipOf` or `joinZips`, or there are more than 65,535 files.
 */
export function joinZips(zips: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([...zipPieces(zips)]);
}

/** The same piece by piece; of stretches that were cut out of a zip their bytes in that. */
export function zipPieces(zips: Iterable<Uint8Array>): Generator<Uint8Array>;
export function zipPieces(zips: Iterable<Uint8Array | ZipStretch>): Generator<Uint8Array | ZipRange>;
export function* zipPieces(zips: Iterable<Uint8Array | ZipStretch>): Generator<Uint8Array | ZipRange> {
  const directory: Uint8Array[] = [];
  let entries = 0;
  let at = 0;
  for (const zip of zips) {
    const { count, files, directory: own, start } = zip instanceof Uint8Array ? wholeOf(zip) : zip;
    yield files;
    directory.push(movedBy(at - start, own));
    entries += count;
    at += files instanceof Uint8Array ? files.length : files.end - files.start;
  }
  const length = directory.reduce((sum, own) => sum + own.length, 0);
  yield Buffer.concat([...directory, endRecord(entries, length, at)]);
}

/** Reads bytes of a file. */
export type ReadBytes = (range: ZipRange) => Uint8Array;

/** Cuts stretches out of a zip. */
export interface ZipCutter {
  /** How many files it has. */
  readonly count: number;
  /** The files from one place in their order up to another. */
  cut(this: void, from: number, to: number): ZipStretch;
}

/** Of a zip of so many bytes, of which the directory is read alone. Throws where it isn't one of `zipOf` or `joinZips`. */
export function zipCutter(size: number, read: ReadBytes): ZipCutter {
  const end = readEnd(read({ start: size - END, end: size }));
  const directory = read({ start: end.start, end: end.start + end.length });
  const view = viewOf(directory);
  /** Where entries and files begin, and where the last ones end. */
  const entries: number[] = [];
  const starts: number[] = [];
  for (let at = 0; at < directory.length; at = entryEnd(view, at)) {
    entries.push(at);
    starts.push(view.getUint32(at + AT.offset, true));
  }
  entries.push(directory.length);
  starts.push(end.start);
  const cut = (from: number, to: number): ZipStretch => {
    const start = starts[from] ?? end.start;
    return {
      count: to - from,
      files: { start, end: starts[to] ?? end.start },
      directory: directory.subarray(entries[from], entries[to]),
      start,
    };
  };
  return { count: end.count, cut };
}

function wholeOf(zip: Uint8Array): ZipStretch {
  const { count, start, length } = readEnd(zip.subarray(zip.length - END));
  return {
    count,
    files: zip.subarray(0, start),
    directory: zip.subarray(start, start + length),
    start: 0,
  };
}

/** What the end record says: how many files there are, and where the directory begins and how long it is. */
function readEnd(record: Uint8Array): {
  readonly count: number;
  readonly start: number;
  readonly length: number;
} {
  const view = viewOf(record);
  if (view.getUint32(0, true) !== END_MARK) throw new Error('Not a zip of ours');
  return {
    count: view.getUint16(10, true),
    start: view.getUint32(16, true),
    length: view.getUint32(12, true),
  };
}

/** A directory whose files begin so many bytes later. */
function movedBy(distance: number, directory: Uint8Array): Uint8Array {
  // A copy whatever it is: `slice` of a Buffer is none.
  const moved = new Uint8Array(directory);
  const view = viewOf(moved);
  for (let at = 0; at < moved.length; at = entryEnd(view, at))
    view.setUint32(at + AT.offset, view.getUint32(at + AT.offset, true) + distance, true);
  return moved;
}

/** Where an entry of a directory ends. */
function entryEnd(view: DataView, at: number): number {
  const lengthAt = (part: number): number => view.getUint16(at + part, true);
  return at + ENTRY + lengthAt(AT.name) + lengthAt(AT.extra) + lengthAt(AT.comment);
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length);
}
