import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { catalogue } from '../../src/exporters/catalogue.ts';
import { filesOf } from '../../src/exporters/export.ts';
import { EXPORTS } from '../../src/exporters/registry.ts';
import { CITIES } from './cities.ts';

const NODE = z.looseObject({ '@id': z.string() });
const DISTRIBUTION = z.looseObject({
  '@type': z.literal('dcat:Distribution'),
  'dct:title': z.string(),
  'dcat:accessURL': NODE,
  'dcat:downloadURL': NODE,
  'dcat:mediaType': NODE,
  'dcat:byteSize': z
    .object({ '@type': z.literal('xsd:nonNegativeInteger'), '@value': z.string() })
    .optional(),
  'spdx:checksum': z
    .looseObject({
      '@type': z.literal('spdx:Checksum'),
      'spdx:algorithm': z.object({ '@id': z.literal('spdx:checksumAlgorithm_sha256') }),
      'spdx:checksumValue': z.object({ '@type': z.literal('xsd:hexBinary'), '@value': z.string() }),
    })
    .optional(),
});
/** What DCAT 3 asks of a catalogue and its datasets, as far as this one has them. */
const CATALOGUE = z.looseObject({
  '@type': z.literal('dcat:Catalog'),
  'dct:title': z.string(),
  'dct:publisher': z.looseObject({ '@type': z.literal('foaf:Agent'), 'foaf:name': z.string() }),
  'dcat:dataset': z.array(
    z.looseObject({
      '@id': z.url(),
      '@type': z.literal('dcat:Dataset'),
      'dct:title': z.string(),
      'dct:publisher': z.looseObject({ 'foaf:name': z.string() }),
      'dcat:distribution': z.array(DISTRIBUTION).min(1),
    }),
  ),
});

test.each(CITIES)('the catalogue of $name names only files that are written', ({ corpus, site }) => {
  const files = new Set(EXPORTS.flatMap((row) => [...filesOf(row, corpus, site)].map(({ path }) => path)));
  const document = CATALOGUE.parse(JSON.parse(catalogue.write(corpus, site, new Map())));
  const named = document['dcat:dataset'].flatMap((dataset) =>
    dataset['dcat:distribution'].map((each) =>
      each['dcat:downloadURL']['@id'].replace('https://www.example.invalid/', ''),
    ),
  );
  expect(named).toHaveLength(9 + corpus.byYear.size * 2);
  expect(named.filter((path) => !files.has(path))).toEqual([]);
  expect(new Set(named)).toEqual(new Set(catalogue.listed(corpus)));
  expect(document['dcat:dataset']).toHaveLength(1 + corpus.byYear.size);
});

test('the catalogue says how large files are and what their bytes come to, and nothing of those unknown', () => {
  const [city] = CITIES;
  if (city === undefined) throw new Error('No city');
  const sha256 = createHash('sha256').update('表').digest('hex');
  const known = new Map([['data/csv/meetings.csv', { bytes: 3, sha256 }]]);
  const document = CATALOGUE.parse(JSON.parse(catalogue.write(city.corpus, city.site, known)));
  const said = document['dcat:dataset'].flatMap((dataset) =>
    dataset['dcat:distribution'].map((each) => [
      each['dcat:byteSize']?.['@value'],
      each['spdx:checksum']?.['spdx:checksumValue']['@value'],
    ]),
  );
  expect(said[0]).toEqual(['3', sha256]);
  expect(
    said
      .slice(1)
      .flat()
      .filter((value) => value !== undefined),
  ).toEqual([]);
});
