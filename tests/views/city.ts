import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import type { Corpus } from '../../src/corpus/model.ts';
import { parseRegistry } from '../../src/corpus/registry.ts';
import type { Minutes } from '../../src/minutes/model.ts';
import { parseMinutes } from '../../src/minutes/parse.ts';
import { parseSite, type Site } from '../../src/site.ts';

/** The content of a fictional city that the site tests build. */
const CONTENT = join(import.meta.dirname, '..', 'fixtures', 'site', 'content');

/** The registry of the fictional city. */
export const cityRegistry = parseRegistry(
  readFileSync(join(CONTENT, 'bureaus.yaml'), 'utf8'),
  'content/bureaus.yaml',
).registry;

/** Minutes of the fictional city from a Markdown source. */
export function readMinutes(source: string, id = '2025/009'): Minutes {
  return parseMinutes(source, `content/minutes/${id}.md`, cityRegistry.lexicon).minutes;
}

/** The three minutes of the fictional city and their site. */
export function readCity(): { readonly corpus: Corpus; readonly site: Site } {
  const folder = join(CONTENT, 'minutes');
  const minutes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) =>
      readMinutes(readFileSync(join(folder, file), 'utf8'), file.replaceAll('\\', '/').slice(0, -3)),
    );
  const { site } = parseSite(readFileSync(join(CONTENT, 'site.yaml'), 'utf8'), 'content/site.yaml');
  if (site === null) throw new Error('The site of the fictional city is invalid');
  return { corpus: buildCorpus(minutes, cityRegistry), site };
}

/** A corpus of these minutes alone. */
export function corpusOf(...minutes: readonly Minutes[]): Corpus {
  return buildCorpus(minutes, cityRegistry);
}

/** Minutes of every form: those of the city and the sources of the parser's fixtures. */
export function minutesOfEveryForm(): readonly Minutes[] {
  const folder = join(import.meta.dirname, '..', 'fixtures', 'minutes');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /source\.(?:txt|md)$/u.test(file),
  );
  return [
    ...readCity().corpus.minutes,
    ...sources.map((file, index) =>
      readMinutes(readFileSync(join(folder, file), 'utf8'), `2026/${String(index)}`),
    ),
  ];
}
