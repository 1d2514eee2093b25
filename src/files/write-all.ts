import { writeSync } from 'node:fs';

/**
 * Writes all bytes to an open file. One call may write a part only, as where a disk becomes full, and the next one
 * says why; without a next one nobody would know.
 *
 * @param at where the first byte goes; left out, where the last write ended
 */
export function writeAll(file: number, bytes: Uint8Array, at: number | null = null): void {
  for (let done = 0; done < bytes.length;)
    done += writeSync(file, bytes, done, bytes.length - done, at === null ? null : at + done);
}
