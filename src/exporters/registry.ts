import type { Corpus } from '../corpus/model.ts';
import { itemRows } from './items.ts';

/** One file of open data, written below `data/`. */
export interface Export {
  /** Path below `data/`. */
  readonly path: string;
  /** The file's whole content, UTF-8. */
  readonly write: (corpus: Corpus) => string;
}

/** Every file of open data, in the order they are written. A new format is a row here and a file beside. */
export const EXPORTS: readonly Export[] = [
  { path: 'items.json', write: (corpus) => `${JSON.stringify(itemRows(corpus), null, 1)}\n` },
];
