import { describe, expect, test } from 'vitest';
import { EMPTY_ARCHIVE } from '../../src/corpus/archive.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import {
  interpretationsOf,
  interpretationsOfDocument,
  isGovernmentHost,
  issuedDocumentsOf,
  issuedUnder,
  linksAmong,
} from '../../src/corpus/links.ts';
import { parseLinks } from '../../src/corpus/links-file.ts';
import type { Corpus } from '../../src/corpus/model.ts';
import { cityRegistry, readMinutes } from '../views/city.ts';

const MINUTES = readMinutes(
  `---
disclosure: 主动公开
published: 2025-05-01 09:00
---

# 云岭市人民政府常务会议纪要

## 一、审议《云岭市公园管理办法》

会议原则同意该《办法》，以市政府名义印发。会议决定，由市城管局负责落实。

## 二、审议《云岭市造林方案》《云岭市绿道规划》

会议原则同意《云岭市造林方案》。会议原则同意《云岭市绿道规划》。
`,
  '2025/005',
);

const LINKS = parseLinks(
  `issued:
  - { items: ['2025/005#item-2'], decision: 2, title: 云岭市绿道规划, date: 2025-06-03 }
  - items: ['2025/005#item-1', '2025/006#item-4']
    number: 云政发〔2025〕8号
    title: 云岭市公园管理办法
    date: 2025-06-01
    url: https://www.example.gov.cn/8.html
    linksBack: 2025-06-02
  - { items: ['2025/005#item-2'], title: 关于造林的通知, date: 2025-06-02 }
  - { items: ['2025/006#item-1'], title: 另一份文件, date: 2025-06-02 }
interpretations:
  - about: ['2025/005#item-1', '2025/006']
    title: 《云岭市公园管理办法》解读
    date: 2025-06-02
    url: https://news.example.com/1.html
    linksBack: 2025-06-02
    explains: [云政发〔2025〕8号, 另一份文件]
  - { about: ['2025/005'], title: 会议解读, date: 2025-05-03, url: 'https://www.example.gov.cn/j.html' }
`,
  'content/links.yaml',
);

const corpus: Corpus = buildCorpus([MINUTES], cityRegistry, {
  ...EMPTY_ARCHIVE,
  links: linksAmong(LINKS.links, new Set([MINUTES.id])),
});

const titles = (entries: readonly { readonly title: string }[]): readonly string[] =>
  entries.map(({ title }) => title);

test('the file is read without a finding', () => {
  expect(LINKS.diagnostics).toEqual([]);
});

describe('from the minutes to what came of them', () => {
  test('an item gives its documents in order of issue', () => {
    expect(titles(issuedDocumentsOf(corpus, '2025/005', 'item-2'))).toEqual([
      '关于造林的通知',
      '云岭市绿道规划',
    ]);
    expect(issuedDocumentsOf(corpus, '2025/005', 'item-3')).toEqual([]);
  });

  test('the only approving decision of an item has its documents, others have none', () => {
    const [item] = MINUTES.items;
    const outcomes = item?.decisions.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['原则同意', '议定']);
    expect(item?.decisions.map((each) => titles(issuedUnder(corpus, '2025/005', item, each)))).toEqual([
      ['云岭市公园管理办法'],
      [],
    ]);
  });

  test('where several decisions approve, a document belongs only to the stated one', () => {
    const item = MINUTES.items[1];
    expect(item?.decisions.map((each) => titles(issuedUnder(corpus, '2025/005', item, each)))).toEqual([
      [],
      ['云岭市绿道规划'],
    ]);
  });

  test('a meeting and an item have interpretations of their own', () => {
    expect(titles(interpretationsOf(corpus, '2025/005', null))).toEqual(['会议解读']);
    expect(titles(interpretationsOf(corpus, '2025/005', 'item-1'))).toEqual(['《云岭市公园管理办法》解读']);
  });
});

describe('from what came of the minutes back to them', () => {
  test('a document names its items, and the pages that explain it', () => {
    const [document] = issuedDocumentsOf(corpus, '2025/005', 'item-1');
    if (document === undefined) throw new Error('no document');
    expect(document.items).toEqual(['2025/005#item-1']);
    expect(titles(interpretationsOfDocument(corpus, document))).toEqual(['《云岭市公园管理办法》解读']);
  });
});

test('of minutes that are not public neither address nor document is kept', () => {
  expect(JSON.stringify([corpus.archive.links.issued, corpus.archive.links.interpretations])).not.toMatch(
    /2025\/006|另一份文件/u,
  );
});

test('only hosts below gov.cn and 政务 are the government', () => {
  const government = [
    'www.example.gov.cn',
    'gov.cn',
    'WWW.EXAMPLE.GOV.CN',
    new URL('https://例.政务/').hostname,
  ];
  const others = [
    'gov.cn.example.com',
    'mygov.cn',
    'www.example.gov.cn.evil.net',
    'example.gov',
    'localhost',
  ];
  expect(government.filter((host) => !isGovernmentHost(host))).toEqual([]);
  expect(others.filter(isGovernmentHost)).toEqual([]);
});
