import { buildCorpus } from '../../src/corpus/corpus.ts';
import type { Corpus, Registry } from '../../src/corpus/model.ts';
import { parseRegistry } from '../../src/corpus/registry.ts';
import type { Minutes } from '../../src/minutes/model.ts';
import { parseMinutes } from '../../src/minutes/parse.ts';
import { generateCity } from '../city/city.ts';

/** The corpus of a generated city, as the build would read it. */
export function cityCorpus(meetings: number, seed: string): Corpus {
  let registry: Registry | null = null;
  const minutes: Minutes[] = [];
  for (const { path, source, truth } of generateCity({ meetings, seed })) {
    if (path === 'bureaus.yaml') registry = parseRegistry(source, path).registry;
    else if (truth !== null && registry !== null)
      minutes.push(parseMinutes(source, `content/${path}`, registry.lexicon).minutes);
  }
  if (registry === null) throw new Error('The city has no registry');
  return buildCorpus(minutes, registry);
}
