import { expect, test } from 'vitest';
import { z } from 'zod';
import { catalogue } from '../../src/exporters/catalogue.ts';
import { filesOf } from '../../src/exporters/export.ts';
import { EXPORTS } from '../../src/exporters/registry.ts';
import { CITIES } from './cities.ts';

test.each(CITIES)('the catalogue of $name names only files that are written', ({ corpus, site }) => {
  const document = catalogue(corpus, site);
  const files = new Set(EXPORTS.flatMap((row) => [...filesOf(row, corpus, site)].map(({ path }) => path)));
  const named = Array.from(
    document.matchAll(/"dcat:downloadURL": \{\s*"@id": "https:\/\/www\.example\.invalid\/([^"]+)"/gu),
    ([, path = '']) => path,
  );
  expect(named.length).toBe(9 + corpus.byYear.size * 2);
  expect(named.filter((path) => !files.has(path))).toEqual([]);
  const { 'dcat:dataset': datasets } = z
    .looseObject({ 'dcat:dataset': z.array(z.looseObject({ 'dct:title': z.string() })) })
    .parse(JSON.parse(document));
  expect(datasets).toHaveLength(1 + corpus.byYear.size);
});
