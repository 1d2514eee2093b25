import { createHash } from 'node:crypto';
import type { Portion } from './portion.ts';

/** One of several shares of a site, each made on a machine of its own: `3/8` is the third of eight. */
export interface Share {
  readonly number: number;
  readonly of: number;
}

/** More machines than this would each do little but read the whole content. */
export const MOST_SHARES = 256;

/** A share as people write it, `3/8`; null for what is none. */
export function parseShare(text: string): Share | null {
  const [, number = 0, of = 0] = (/^([1-9]\d{0,2})\/([1-9]\d{0,2})$/u.exec(text) ?? []).map(Number);
  return number >= 1 && number <= of && of <= MOST_SHARES ? { number, of } : null;
}

/**
 * What belongs to a share. Pages and files go by what they are of, so that all of a meeting is made where its
 * text has been read; and by a hash, so that a new meeting moves nothing else to another machine. The
 * generations of search, a handful, go round.
 */
export function portionOf(share: Share): Portion {
  const { number, of } = share;
  return {
    share,
    has: (path) => placeOf(keyOf(path), of) === number - 1,
    hasGeneration: (at) => at % of === number - 1,
  };
}

const OF_MEETING = /(?:^|\/)(\d{4}\/(?!index\b)[a-z0-9-]+)(?=[/.])/u;

/** The id of the meeting that a file is of, `2022/013`; else its path. */
function keyOf(path: string): string {
  return OF_MEETING.exec(path)?.[1] ?? path;
}

function placeOf(key: string, of: number): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) % of;
}
