import { jsonFile, markdownFile } from '../minutes/downloads.ts';
import { correctionsFeed } from './corrections-feed.ts';
import type { CorpusExport, Export } from './export.ts';
import { formerAddresses } from './former-addresses.ts';
import { itemsTable } from './items.ts';

/** Every file beside the pages, in the order they are written. A new format is a row here and a file beside. */
export const EXPORTS: readonly Export[] = [
  { kind: 'meeting', path: (id) => `minutes/${id}/minutes.md`, write: markdownFile },
  { kind: 'meeting', path: (id) => `minutes/${id}/minutes.json`, write: jsonFile },
  itemsTable,
  fileOf('data/former-addresses.json', formerAddresses),
  fileOf('corrections/feed.xml', correctionsFeed),
];

/** One file over the corpus; none where `write` says null. */
function fileOf(
  path: string,
  write: (...input: Parameters<CorpusExport['files']>) => string | null,
): CorpusExport {
  return {
    kind: 'corpus',
    files: (corpus, site) => {
      const content = write(corpus, site);
      return content === null ? [] : [{ path, content }];
    },
  };
}
