import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptFacets } from '../../src/publisher/kept-facets.ts';
import { pathAt } from '../../src/publisher/noted-value.ts';

const many = (count: number, facet: (at: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, at) => facet(at));

test('facets of a page that reads little are kept as they are', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 40 }), (facets) => {
      expect(keptFacets(facets)).toEqual(facets);
    }),
  );
});

test('one thing about very many documents of a year is one facet, that about others stays', () => {
  const ofYear = many(201, (at) => `values 2022/${String(at)}`);
  const others = [
    ...many(50, (at) => `head 2021/${String(at)}`),
    ...many(50, (at) => `head 2022/${String(at)}`),
  ];
  expect(keptFacets([...others, ...ofYear, 'years'])).toEqual([...others, 'years', 'all values 2022']);
});

test('very many keys of one part of the archive are that part', () => {
  const keys = many(41, (at) => pathAt('archive', 'links', 'issuedOf', `2022/${String(at)}`));
  expect(keptFacets([...keys, 'order'])).toEqual(['order', pathAt('archive', 'links', 'issuedOf')]);
});
