import { gunzipSync } from 'node:zlib';
import { pack } from './pack.ts';
import { pageId } from './pagefind-words.ts';

/**
 * Pagefind's list of pages and index chunks. It calls both by random digits, which don't compress, and
 * tells the length of each page for a ranking that a quoted phrase doesn't use. Numbers in their place
 * halve what every reader loads before the first query.
 */
export interface RenumberedMeta {
  readonly meta: Uint8Array;
  /** The name of each chunk as Pagefind gave it, with its new one. */
  readonly chunks: ReadonlyMap<string, string>;
}

/** What every file of Pagefind begins with once it is unpacked. */
const SIGNATURE = 'pagefind_dcd';

/** The same `.pf_meta` with pages and chunks called by their numbers; throws for what isn't one of Pagefind 1.6. */
export function renumberMeta(packed: Uint8Array): RenumberedMeta {
  const content = gunzipSync(packed);
  if (content.toString('latin1', 0, SIGNATURE.length) !== SIGNATURE) throw unknownForm();
  const [version, pages, chunks, ...rest] = listOf(decode(content.subarray(SIGNATURE.length)));
  const names = new Map<string, string>();
  const renumbered: Value = [
    version ?? '',
    listOf(pages).map((page, number) => [pageId(number), 1, ...listOf(page).slice(2)]),
    listOf(chunks).map((chunk, number) => {
      const [from = '', to = '', name] = listOf(chunk);
      if (typeof name !== 'string') throw unknownForm();
      names.set(name, number.toString(36));
      return [from, to, number.toString(36)];
    }),
    ...rest,
  ];
  return { meta: pack(Buffer.concat([Buffer.from(SIGNATURE), ...encode(renumbered)])), chunks: names };
}

/** What the file is made of: CBOR (RFC 8949) with no more than numbers, texts and lists. */
type Value = number | string | readonly Value[];

function listOf(value: Value | undefined): readonly Value[] {
  if (typeof value !== 'object') throw unknownForm();
  return value;
}

function unknownForm(): Error {
  return new Error('This list of pages is not in the form of Pagefind 1.6');
}

const NUMBER = 0;
const TEXT = 3;
const LIST = 4;

function decode(bytes: Buffer): Value {
  let at = 0;
  const argument = (short: number): number => {
    if (short < 24) return short;
    const size = { 24: 1, 25: 2, 26: 4 }[short];
    if (size === undefined) throw unknownForm();
    at += size;
    return bytes.readUIntBE(at - size, size);
  };
  const value = (): Value => {
    const first = bytes.readUInt8(at++);
    const size = argument(first & 0x1f);
    switch (first >> 5) {
      case NUMBER:
        return size;
      case TEXT:
        at += size;
        return bytes.toString('utf8', at - size, at);
      case LIST:
        return Array.from({ length: size }, value);
      default:
        throw unknownForm();
    }
  };
  return value();
}

function encode(value: Value): readonly Buffer[] {
  if (typeof value === 'number') return [head(NUMBER, value)];
  if (typeof value === 'string') return [head(TEXT, Buffer.byteLength(value)), Buffer.from(value)];
  return [head(LIST, value.length), ...value.flatMap(encode)];
}

function head(kind: number, argument: number): Buffer {
  const type = kind << 5;
  if (argument < 24) return Buffer.of(type | argument);
  const [short, size] = argument < 0x100 ? [24, 1] : argument < 0x10000 ? [25, 2] : [26, 4];
  const bytes = Buffer.alloc(1 + size);
  bytes.writeUInt8(type | short);
  bytes.writeUIntBE(argument, 1, size);
  return bytes;
}
