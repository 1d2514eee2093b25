import { describe, expect, test } from 'vitest';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { parseRegistry } from '../../src/corpus/registry.ts';
import { filesOf } from '../../src/exporters/export.ts';
import { itemRows } from '../../src/exporters/items.ts';
import { EXPORTS } from '../../src/exporters/registry.ts';
import { readFileSync } from 'node:fs';
import { parseSite } from '../../src/site.ts';
import { readTaicang } from '../minutes/read.ts';

const { minutes } = readTaicang();
const { registry } = parseRegistry(readFileSync('content/bureaus.yaml', 'utf8'), 'content/bureaus.yaml');
const corpus = buildCorpus([minutes], registry);
const rows = itemRows(minutes, registry);

describe('itemRows', () => {
  test('gives one row per item with its address, text and bureaus by their short names', () => {
    expect(rows).toHaveLength(10);
    const { text, ...first } = rows[0] ?? {};
    expect(first).toEqual({
      id: '2022/013#item-1',
      url: '/minutes/2022/013/#item-1',
      meeting: '2022/013',
      order: 1,
      heading: '审议《关于开展重点行业领域安全生产百日攻坚行动方案》',
      held: '2022-07-02',
      reporters: ['市应急管理局'],
      responsible: ['市应急管理局'],
      outcome: '原则同意',
    });
    expect(text).toMatch(/^一、审议《.*应用。$/su);
  });

  test('holds every character of every item, and all items in the order of the source', () => {
    const bare = (value: string): string => value.replaceAll(/\s/gu, '');
    const source = bare(readFileSync('content/minutes/2022/013.md', 'utf8').replaceAll('## ', ''));
    expect(source).toContain(rows.map(({ text }) => bare(text)).join(''));
  });
});

describe('EXPORTS', () => {
  test('write the items as JSON that reads back, and no file where there is nothing to say', () => {
    const { site } = parseSite('mode: demo\n', 'site.yaml');
    if (site === null) throw new Error('The site is invalid');
    const written = EXPORTS.flatMap((row) => [...filesOf(row, corpus, site)]);
    const paths = written.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const absent of ['data/former-addresses.json', 'corrections/feed.xml'])
      expect(paths).not.toContain(absent);
    const items = written.find(({ path }) => path === 'data/items.json');
    expect(JSON.parse(String(items?.content))).toEqual(rows);
  });
});
