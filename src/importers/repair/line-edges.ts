import { removeRuns } from './remove-runs.ts';
import type { Block } from '../blocks.ts';
import type { Repaired } from './change.ts';

/** Takes out white space at both ends of a block: paragraph indents, padding of centred lines. */
export function trimLineEdges(blocks: readonly Block[]): Repaired {
  return removeRuns(blocks, 'line-edges', /^\s+|(?<!\s)\s+$/g, () => ({
    remove: true,
    doubt: false,
    note: '去掉行首行尾的空白',
  }));
}
