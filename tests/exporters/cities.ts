import { readFileSync } from 'node:fs';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import type { Corpus } from '../../src/corpus/model.ts';
import { parseRegistry } from '../../src/corpus/registry.ts';
import { filesOf, type Export, type ExportFile } from '../../src/exporters/export.ts';
import { parseSite, type Site } from '../../src/site.ts';
import { readTaicang } from '../minutes/read.ts';
import { cityRegistry, minutesOfEveryForm, readCity, readMinutes } from '../views/city.ts';

/** What exports are made of, with a name for the tests. */
export interface City {
  readonly name: string;
  readonly corpus: Corpus;
  readonly site: Site;
}

const { corpus: fictional, site } = readCity();
const { registry } = parseRegistry(readFileSync('content/bureaus.yaml', 'utf8'), 'content/bureaus.yaml');
const { site: real } = parseSite(readFileSync('content/site.yaml', 'utf8'), 'content/site.yaml');
if (real === null) throw new Error('The site of the repository is invalid');

/** The document of Taicang, the fictional city, and minutes of every form that the parser knows. */
export const CITIES: readonly City[] = [
  { name: 'Taicang', corpus: buildCorpus([readTaicang().minutes], registry), site: real },
  { name: 'the fictional city', corpus: fictional, site },
  { name: 'every form', corpus: buildCorpus(minutesOfEveryForm(), cityRegistry), site },
];

/** A city of one document. */
export function corpusOfSource(source: string): City {
  return { name: 'one document', corpus: buildCorpus([readMinutes(source)], cityRegistry), site };
}

/** The files that an export writes for a city. */
export function writtenBy(row: Export, city: City): readonly ExportFile[] {
  return [...filesOf(row, city.corpus, city.site)];
}
