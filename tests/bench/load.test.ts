import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tableOf } from '../../bench/load/report.ts';
import { tally } from '../../bench/load/tally.ts';
import { Visitor } from '../../bench/load/visitor.ts';
import { headersAt } from '../../src/headers.ts';

/** Serves anything, with the shipped headers; `etag` is what its files are just now. */
let etag = '"1"';
const server = createServer((request, response) => {
  const path = (request.url ?? '').slice(1);
  for (const { name, value } of headersAt(path)) response.setHeader(name, value);
  response.setHeader('etag', etag);
  if (path === 'missing') response.writeHead(404).end();
  else if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
  else response.end('12345');
});
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  url = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : '')}/`;
});
afterAll(() => {
  server.close();
});

const VISIT = {
  kind: 'searcher',
  steps: [
    { page: 'search/', files: ['_astro/a.js', 'search/data/search.json', 'search/data/volume/texts.pack'] },
    { page: 'minutes/2024/001/', files: ['_astro/a.js'] },
  ],
} as const;

test('somebody who comes back asks for pages whether they changed, and for hashed files not at all', async () => {
  etag = '"1"';
  const visitor = new Visitor(url);
  const first = await visitor.visit(VISIT, 0);
  expect(first.answers.map(({ path, status }) => [path, status])).toEqual([
    ['search/', 200],
    ['_astro/a.js', 200],
    ['search/data/search.json', 200],
    ['search/data/volume/texts.pack', 200],
    ['minutes/2024/001/', 200],
  ]);
  expect([first.isReturning, first.spared]).toEqual([false, 1]);
  const second = await visitor.visit(VISIT, 0);
  expect(second.answers.map(({ path, status, bytes }) => [path, status, bytes])).toEqual([
    ['search/', 304, 0],
    ['search/data/search.json', 304, 0],
    ['minutes/2024/001/', 304, 0],
  ]);
  expect([second.isReturning, second.spared]).toEqual([true, 3]);
  visitor.leave();
  const sum = tally();
  for (const told of [first, second]) sum.add(told);
  const { searcher, reader, faults } = sum.result();
  expect(faults).toEqual([]);
  expect(searcher).toMatchObject({ visits: 2, requests: 8, unchanged: 3, spared: 4, bytes: 25, errors: 0 });
  expect(reader.requests).toBe(0);
});

test('a load is at fault when anything fails, is sent again unchanged, or is hashed and asked for again', () => {
  const answer = { bytes: 5, milliseconds: 1, status: 200, wasKept: false, path: '' };
  const sum = tally();
  sum.add({
    kind: 'reader',
    isReturning: true,
    spared: 0,
    answers: [
      { ...answer, path: 'missing', status: 404 },
      { ...answer, path: 'minutes/', wasKept: true },
      { ...answer, path: '_astro/a.js', status: 304, wasKept: true },
      { ...answer, path: 'search/data/search.json', status: 304, wasKept: true },
    ],
  });
  expect(sum.result().faults).toEqual([
    'missing was answered 404',
    'minutes/ was sent again',
    '_astro/a.js was asked for again',
  ]);
  expect(sum.result().reader.errors).toBe(1);
});

test('the table tells requests a second, times and what caches spared', () => {
  const row = {
    pace: 'people',
    kind: 'reader',
    seconds: 20,
    visits: 10,
    requests: 4000,
    unchanged: 300,
    spared: 5000,
    bytes: 12_340_000,
    errors: 0,
    p50: 1.23,
    p99: 9.87,
    longest: 20.4,
  } as const;
  const results = { meetings: 10_000, people: 500, seed: '1', cores: 2, load: 0.5, rows: [row] };
  expect(tableOf(results).split('\n').at(-1)).toBe(
    '| people | readers | 10 | 4000 | 200 | 1.2 | 9.9 | 20 | 300 | 5000 | 12.3 | 0 |',
  );
});
