import { join } from 'node:path';
import { createApi } from '../../src/search/client/api.ts';
import { loadManifest } from '../../src/search/client/files.ts';
import { openGeneration } from '../../src/search/client/generation.ts';
import { createService } from '../../src/search/client/service.ts';
import { SEARCH_FOLDER } from '../../src/search/manifest.ts';
import { plain } from '../search/grep.ts';
import { createNodeHost, ROOT, type NodeHost } from '../search/node-host.ts';
import { blocksOf } from './content.ts';
import { isStanding, knownWords, type Town } from './town.ts';

/** How many queries were asked in all. */
export const asked = { queries: 0 };

/** Search against a scan of what the town means its items to say, and every generation against what is gone. */
export async function searchFaults(town: Town, dir: string): Promise<readonly string[]> {
  const host = createNodeHost(join(dir, SEARCH_FOLDER));
  try {
    const search = createApi(createService(ROOT, host), '/');
    const faults: string[] = [];
    for (const query of queriesOf(town)) {
      const { total, results } = await search(query);
      asked.queries++;
      const [found, wanted] = [results.map(({ url }) => url).toSorted(), scan(town, query)];
      if (total !== results.length || String(found) !== String(wanted))
        faults.push(`${query}: ${String(found)}, not ${String(wanted)}`);
    }
    return [...faults, ...(await keptWords(town, host))];
  } finally {
    host.close();
  }
}

/** The addresses of the items that stand and hold the words. */
function scan(town: Town, query: string): readonly string[] {
  return town.documents
    .filter((document) => isStanding(document, town.now))
    .flatMap(({ id, items }) =>
      items.flatMap((item, at) =>
        blocksOf(item, at).some((block) => plain(block).includes(plain(query)))
          ? [`/minutes/${id}/#item-${String(at + 1)}`]
          : [],
      ),
    )
    .toSorted();
}

/** Words, and passages of every item that was ever written, at every place and of every length. */
function queriesOf({ words, documents }: Town): readonly string[] {
  const blocks = documents.flatMap(({ items }) => items.flatMap(blocksOf));
  const passages = blocks.map((block, at) => {
    const start = (at * 7) % Math.max(1, block.length - 2);
    return block.slice(start, start + 2 + (at % 9));
  });
  const sampled = [...new Set(passages)].filter(
    (text) => plain(text).length >= 2 && !/[\s"“”]|^-/u.test(text),
  );
  return [...words, ...sampled, '会议', '䶮䶮'];
}

/** Words that are not to be known and that a generation still holds, superseded records included. */
async function keptWords(town: Town, host: NodeHost): Promise<readonly string[]> {
  const known = knownWords(town);
  const { generations } = await loadManifest(ROOT, host);
  const opened = await Promise.all(generations.map((generation) => openGeneration(ROOT, generation, host)));
  const faults: string[] = [];
  for (const word of town.words.filter((each) => !known.has(each)))
    for (const { backend } of opened) {
      const { records } = await backend.find({ field: 'text', text: plain(word), typed: word }, null);
      if (records.length > 0) faults.push(`a generation holds ${word}`);
    }
  return faults;
}
