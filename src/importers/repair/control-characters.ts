import { INVISIBLE } from '../blocks.ts';
import { removeRuns } from './remove-runs.ts';
import type { Block } from '../blocks.ts';
import type { Repaired } from './change.ts';

const RUN = new RegExp(`(?:${INVISIBLE.source})+`, 'g');

/** Takes out control and invisible characters: unmapped glyphs of a PDF, marks of byte order. */
export function removeControlCharacters(blocks: readonly Block[]): Repaired {
  return removeRuns(blocks, 'control-characters', RUN, () => ({
    remove: true,
    doubt: false,
    note: '去掉看不见的控制字符',
  }));
}
