/**
 * Whole numbers from 0 to 2³² − 1 as bytes, seven bits each, small ones in one byte: the form of every
 * list of the pair index. Written by the builder, read in the browser. The last byte of each number has its
 * highest bit set, so that no run of bytes looks like digits or words to those who search a site for leaks.
 */

export interface ByteWriter {
  /** Appends one number. */
  number(value: number): void;
  /** All bytes so far. */
  bytes(): Uint8Array;
  readonly length: number;
}

export function createWriter(): ByteWriter {
  let buffer = new Uint8Array(1024);
  let length = 0;
  return {
    number(value) {
      if (length + 5 > buffer.length) {
        const larger = new Uint8Array(buffer.length * 2);
        larger.set(buffer);
        buffer = larger;
      }
      let rest = value;
      while (rest >= 128) {
        buffer[length++] = rest % 128;
        rest = Math.floor(rest / 128);
      }
      buffer[length++] = rest + 128;
    },
    bytes: () => buffer.slice(0, length),
    get length() {
      return length;
    },
  };
}

export interface ByteReader {
  /** The next number; throws behind the end. */
  number(): number;
  /** Passes over numbers without reading them. */
  skip(count: number): void;
  numbers(count: number): Uint32Array;
  /** A reader of its own that stands at the same place. */
  copy(): ByteReader;
}

export function createReader(bytes: Uint8Array, start = 0): ByteReader {
  let at = start;
  const next = (): number => {
    const byte = bytes[at];
    if (byte === undefined) throw new Error('The file ends too early');
    at++;
    return byte;
  };
  const number = (): number => {
    let value = 0;
    for (let weight = 1; ; weight *= 128) {
      const byte = next();
      if (byte >= 128) return value + (byte - 128) * weight;
      value += byte * weight;
    }
  };
  return {
    number,
    skip(count) {
      for (let left = count; left > 0;) if (next() >= 128) left--;
    },
    numbers: (count) => {
      const values = new Uint32Array(count);
      for (let index = 0; index < count; index++) values[index] = number();
      return values;
    },
    copy: () => createReader(bytes, at),
  };
}
