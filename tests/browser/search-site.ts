import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCity } from '../../bench/city/city.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import type { Corpus, Registry } from '../../src/corpus/model.ts';
import { parseRegistry } from '../../src/corpus/registry.ts';
import type { Minutes } from '../../src/minutes/model.ts';
import { parseMinutes } from '../../src/minutes/parse.ts';
import { buildSearchIndex } from '../../src/search/index-builder.ts';
import type { IndexKind } from '../../src/search/manifest.ts';
import type { BuiltSite } from '../site/build.ts';

/** A built site whose search covers other minutes than its pages. */
export interface SearchSite {
  readonly site: BuiltSite;
  remove(): void;
}

/**
 * The pages of a built site with the search of a generated city: enough meetings for an index in several
 * generations, without the time it takes to build as many pages.
 */
export async function createSearchSite(
  pages: BuiltSite,
  corpus: Corpus,
  index: IndexKind,
): Promise<SearchSite> {
  const dir = mkdtempSync(join(tmpdir(), 'jiyao-search-site-'));
  cpSync(pages.dir, dir, { recursive: true });
  await buildSearchIndex(corpus, dir, { index, limits: { sealed: 20, newest: 10, fresh: 5 } });
  return {
    site: { ...pages, dir },
    remove() {
      rmSync(dir, { recursive: true });
    },
  };
}

/** The corpus of a generated city. */
export function cityCorpus(meetings: number): Corpus {
  const [registryFile, , ...files] = generateCity({ meetings, seed: 'search', from: 2022, to: 2025 });
  const registry: Registry = parseRegistry(registryFile?.source ?? '', 'bureaus.yaml').registry;
  const minutes = files.map(
    ({ path, source }): Minutes => parseMinutes(source, `content/${path}`, registry.lexicon).minutes,
  );
  return buildCorpus(minutes, registry);
}
