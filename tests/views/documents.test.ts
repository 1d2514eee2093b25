import { describe, expect, test } from 'vitest';
import { EMPTY_ARCHIVE } from '../../src/corpus/archive.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { documentsIn, documentsOf } from '../../src/corpus/documents.ts';
import { indexLinks } from '../../src/corpus/links.ts';
import type { Corpus } from '../../src/corpus/model.ts';
import { documentsYearPaths, documentsYearView } from '../../src/views/documents-year.ts';
import { documentsView } from '../../src/views/documents.ts';
import { cityRegistry, readCity, readMinutes } from './city.ts';

const { corpus: city, site } = readCity();

const WASTE = [2023, 2024, 2025].map((year) =>
  readMinutes(
    `---\ndisclosure: 主动公开\npublished: ${String(year)}-07-01 09:00\nheld: ${String(year)}-06-01\n---\n\n## 一、审议《${String(year)}年云岭市生活垃圾分类工作方案》\n\n会议原则同意该《方案》，由市水利局修改完善，以市政府办名义印发。\n`,
    `${String(year)}/020`,
  ),
);
const waste = buildCorpus(WASTE, cityRegistry, {
  ...EMPTY_ARCHIVE,
  links: indexLinks(
    [
      {
        number: '云政办发〔2024〕20号',
        title: '2024年云岭市生活垃圾分类工作方案',
        date: '2024-06-15',
        link: null,
        items: ['2024/020#item-1'],
        decision: null,
      },
    ],
    [],
  ),
});

const yearsOf = (corpus: Corpus) =>
  documentsYearPaths(corpus).map(({ props }) => documentsYearView(props, corpus, site));

describe('the documents of a year', () => {
  test('are read off the whole corpus once, and are the same as those found there', () => {
    for (const corpus of [city, waste])
      for (const { props: year } of documentsYearPaths(corpus))
        expect(documentsIn(year, corpus)).toEqual(
          documentsOf(corpus).filter(({ mentions }) => mentions.some((mention) => mention.year === year)),
        );
  });

  test('are those that its meetings considered, each once', () => {
    for (const { props, params } of documentsYearPaths(city)) {
      const year = params['year'] ?? '';
      const expected = new Set(
        (city.byYear.get(year) ?? []).flatMap(({ items }) =>
          items.flatMap(({ documents }) => documents.map(({ value }) => value)),
        ),
      );
      const shown = documentsYearView(props, city, site).documents.map(({ title }) => title);
      expect(shown.toSorted()).toEqual([...expected].toSorted());
    }
    expect(yearsOf(city).length).toBeGreaterThan(0);
  });

  test('tell of each what became of it: 已印发 only where a document was entered', () => {
    expect(
      yearsOf(waste).flatMap(({ documents }) =>
        documents.map(({ steps, issued, state }) => [
          steps.map(({ href, outcomes }) => `${href} ${outcomes}`).join(),
          state.name,
          issued.map(({ number, after }) => `${number ?? ''} ${after ?? ''}`).join(),
        ]),
      ),
    ).toEqual([
      ['/minutes/2025/020/#item-1 原则同意', '未收录', ''],
      ['/minutes/2024/020/#item-1 原则同意', '已印发', '云政办发〔2024〕20号 会后14天'],
      ['/minutes/2023/020/#item-1 原则同意', '未收录', ''],
    ]);
  });

  test('lead to those of other years on the same subject, at anchors that exist', () => {
    const years = yearsOf(waste);
    const anchors = new Map(
      documentsYearPaths(waste).map(({ params, props }) => [
        `/documents/${params['year'] ?? ''}/`,
        documentsYearView(props, waste, site).documents.map(({ anchor }) => anchor),
      ]),
    );
    const links = years.flatMap(({ documents }) =>
      documents.flatMap(({ thread }) => thread?.documents.flatMap(({ href }) => href ?? []) ?? []),
    );
    expect(links).toHaveLength(6);
    for (const link of links) {
      const [page = '', anchor = ''] = link.split('#');
      expect(anchors.get(page)).toContain(anchor);
    }
  });

  test('show of a long row of documents the neighbours and the first of every year before', () => {
    const months = [2022, 2023, 2024].flatMap((year) =>
      [1, 2, 3, 4, 5].map((month) => {
        const day = `${String(year)}-0${String(month)}-03`;
        return readMinutes(
          `---\ndisclosure: 主动公开\npublished: ${day} 09:00\nheld: ${day}\n---\n\n## 一、听取《${String(year)}年${String(month)}月云岭市生活垃圾分类工作情况报告》\n\n会议原则同意该《报告》。\n`,
          `${String(year)}/0${String(month)}0`,
        );
      }),
    );
    const corpus = buildCorpus(months, cityRegistry, EMPTY_ARCHIVE);
    const [thread] = documentsYearView('2023', corpus, site).documents.flatMap(({ title, thread: found }) =>
      title.startsWith('2023年3月') && found !== null ? [found] : [],
    );
    expect(thread?.note).toBe('列出前后相邻的和往年最早的');
    expect(thread?.documents.map(({ text, href }) => [text.slice(0, 7), href])).toEqual([
      ['2022年1月', '/documents/2022/#d-2022-010-item-1'],
      ['2023年2月', '/documents/2023/#d-2023-020-item-1'],
      ['2023年3月', null],
      ['2023年4月', '/documents/2023/#d-2023-040-item-1'],
    ]);
    const [listed] = documentsView(corpus, site).threads;
    expect(listed?.note).toBe('共15份，各年列出最早的');
    expect(listed?.documents.map(({ year }) => year)).toEqual(['2022', '2023', '2024']);
  });

  test('are counted by the index, which lists the subjects that come up again', () => {
    const index = documentsView(waste, site);
    expect(index.years.map(({ text, count }) => [text, count])).toEqual([
      ['2025年', 1],
      ['2024年', 1],
      ['2023年', 1],
    ]);
    expect(index.threads.map(({ name, documents }) => [name, documents.map(({ year }) => year)])).toEqual([
      ['生活垃圾分类', ['2023', '2024', '2025']],
    ]);
  });
});
