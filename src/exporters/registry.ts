import type { Corpus } from '../corpus/model.ts';
import type { Site } from '../site.ts';
import { formerAddresses } from './former-addresses.ts';
import { correctionsFeed } from './corrections-feed.ts';
import { itemRows } from './items.ts';

/** One file beside the pages. */
export interface Export {
  /** Path below the root of the site. */
  readonly path: string;
  /** The file's whole content, UTF-8; null where there is nothing to say, and no file. */
  readonly write: (corpus: Corpus, site: Site) => string | null;
}

/** Every such file, in the order they are written. A new format is a row here and a file beside. */
export const EXPORTS: readonly Export[] = [
  { path: 'data/items.json', write: (corpus) => `${JSON.stringify(itemRows(corpus), null, 1)}\n` },
  { path: 'data/former-addresses.json', write: formerAddresses },
  { path: 'corrections/feed.xml', write: correctionsFeed },
];
