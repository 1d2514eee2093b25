import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CACHING, HEADERS, headersAt, pagePolicy, policies } from '../../src/headers.ts';
import { EXAMPLE, type Place } from '../../src/hosting/place.ts';
import { RECIPES } from '../../src/hosting/recipes.ts';

const FOLDER = join(import.meta.dirname, '../../docs/hosting');
const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

const BELOW: Place = {
  host: 'www.example.gov.cn',
  base: '/zwgk/cwhy/',
  root: '/srv/jiyao',
  moved: [{ from: '/zwgk/cwhy/minutes/2024/3/', to: '/zwgk/cwhy/minutes/2024/003/' }],
  gone: [{ from: '/zwgk/cwhy/minutes/2024/004/' }],
  members: [],
};

const valueOf = (path: string, header: string): string =>
  headersAt(path).find(({ name }) => name === header)?.value ?? '';

describe('the headers', () => {
  test('allow nothing inline and nothing of others', () => {
    for (const { value } of policies()) {
      expect(value).toMatch(/^default-src 'none'; /u);
      expect(value).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*|data:|blob:/u);
      expect(value).toContain("frame-ancestors 'self'");
    }
    expect(HEADERS.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'Strict-Transport-Security',
        'X-Content-Type-Options',
        'Referrer-Policy',
        'Permissions-Policy',
      ]),
    );
  });

  test('allow WebAssembly where the site is searched, and in the worker that does it', () => {
    const wasm = (path: string): boolean =>
      valueOf(path, 'Content-Security-Policy').includes('wasm-unsafe-eval');
    expect(['search/', 'quote/', '_astro/worker-a1b2.js'].map(wasm)).toEqual([true, true, true]);
    expect(
      ['', 'minutes/2022/013/', 'verify/', 'search/data/search.json', '_astro/index.css'].map(wasm),
    ).toEqual(Array.from({ length: 5 }, () => false));
    const plain = pagePolicy({ isSearching: false, origins: [] });
    expect(plain).not.toContain('wasm');
    expect(valueOf('', 'Content-Security-Policy')).toBe(`${plain}; frame-ancestors 'self'`);
  });

  test('keep for ever what has a hash in its name, and nothing else', () => {
    const immutable = (path: string): boolean => valueOf(path, 'Cache-Control').includes('immutable');
    expect(
      ['_astro/Page.Df0p.css', 'search/data/1UuE0dTxMh5E/records.pack', 'search/data/names-xr5x.pack'].map(
        immutable,
      ),
    ).toEqual([true, true, true]);
    expect(
      ['', 'search/', 'search/data/search.json', 'minutes/2022/013/minutes.md', 'SHA256SUMS'].map(immutable),
    ).toEqual(Array.from({ length: 5 }, () => false));
  });
});

const MEMBERS = ['https://jia.example.gov.cn', 'https://yi.example.gov.cn:8443'];

describe('the policy of a portal', () => {
  const policyAt = (path: string): string =>
    headersAt(path, MEMBERS).find(({ name }) => name === 'Content-Security-Policy')?.value ?? '';
  const ASKS = `connect-src 'self' ${MEMBERS.join(' ')};`;

  test('names its members, exactly, where they are asked', () => {
    for (const path of ['portal/', 'portal/index.html', '_astro/worker-a1b2.js'])
      expect(policyAt(path)).toContain(ASKS);
  });

  test('asks nobody on any other page, and nobody at all on a site without members', () => {
    for (const path of ['', 'search/', 'quote/', 'minutes/2022/013/', 'portal/feed.xml'])
      expect(policyAt(path)).toContain("connect-src 'self';");
    const all = policies().map(({ value }) => value);
    expect(all.filter((value) => /connect-src (?!'self';)/u.test(value))).toEqual([]);
  });

  test('has one row for every path', () => {
    const patterns = policies(MEMBERS).flatMap(({ pattern }) =>
      pattern === '' ? [] : [new RegExp(pattern, 'u')],
    );
    for (const path of ['portal/', 'search/', 'quote/index.html', '_astro/a.js', 'portal/feed.json'])
      expect(patterns.filter((pattern) => pattern.test(path)).length).toBeLessThan(2);
  });

  test.for(Object.values(RECIPES).filter(({ file }) => file !== '_redirects'))('is in $file', ({ write }) => {
    const text = write({ ...BELOW, members: MEMBERS });
    expect(text).toContain(ASKS);
    for (const { value } of policies(MEMBERS)) expect(text).toContain(value);
  });
});

/** Those with headers in them, and those that answer for old addresses. */
const WITH_HEADERS = Object.values(RECIPES).filter(({ file }) => file !== '_redirects');
const WITH_ADDRESSES = Object.values(RECIPES).filter(({ file }) => file !== '_headers');

describe('the recipes', () => {
  test.for(WITH_HEADERS)('$file is in the documentation as it is generated', ({ file, write }) => {
    expect(read(file)).toBe(write(EXAMPLE));
  });

  test.for(WITH_HEADERS)('$file holds every header and every rule', ({ write }) => {
    const text = write(BELOW);
    for (const { name, value } of HEADERS) {
      expect(text).toContain(name);
      expect(text).toContain(value);
    }
    for (const { value } of [...policies(), ...CACHING.filter(({ pattern }) => pattern !== '')])
      expect(text).toContain(value);
    expect(text).toContain('/zwgk/cwhy/');
  });

  test.for(WITH_ADDRESSES)('$file sends who asks for an old address to the new one', ({ write }) => {
    const text = write(BELOW);
    expect(text).toContain('/zwgk/cwhy/minutes/2024/3/');
    expect(text).toContain('/zwgk/cwhy/minutes/2024/003/');
  });
});

test('the script for object storage keeps files as long as the headers say', () => {
  const script = read('object-storage.sh');
  for (const { value } of CACHING) expect(script).toContain(`--cache-control '${value}'`);
  expect(script).not.toMatch(/AKIA|secret|password/iu);
});

test('the container builds with what the lock file names, as an ordinary user', () => {
  const lines = readFileSync(join(FOLDER, '../../Containerfile'), 'utf8').split('\n');
  expect(lines.filter((line) => line.startsWith('FROM'))).toEqual([
    'FROM docker.io/library/node:24-bookworm-slim',
  ]);
  expect(lines.some((line) => line.includes('npm ci'))).toBe(true);
  expect(lines.findIndex((line) => line === 'USER node')).toBeLessThan(
    lines.findIndex((line) => line.startsWith('CMD')),
  );
  for (const copied of lines
    .filter((line) => line.startsWith('COPY'))
    .flatMap((line) => line.split(' ').slice(1, -1)))
    expect(() =>
      readFileSync(join(FOLDER, '../..', copied.includes('.') ? copied : `${copied}/.`)),
    ).not.toThrow(/ENOENT/u);
});
