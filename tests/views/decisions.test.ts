import { describe, expect, test } from 'vitest';
import { EMPTY_ARCHIVE } from '../../src/corpus/archive.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { decisionsOfYear } from '../../src/corpus/decisions.ts';
import { indexLinks, type IssuedDocument } from '../../src/corpus/links.ts';
import type { Corpus } from '../../src/corpus/model.ts';
import {
  decisionsFilterPaths,
  decisionsYearPaths,
  decisionsYearView,
} from '../../src/views/decisions-year.ts';
import { decisionsView } from '../../src/views/decisions.ts';
import { columnsOf } from '../../src/views/frame.ts';
import { cityRegistry, corpusOf, readCity, readMinutes } from './city.ts';

const { corpus: city, site } = readCity();

const ISSUED: IssuedDocument = {
  number: '云政办发〔2025〕9号',
  title: '云岭市水网建设规划',
  date: '2024-12-03',
  link: { url: 'https://www.example.gov.cn/9.html', government: true, linksBack: null },
  items: ['2024/031#item-1'],
  decision: null,
};

const withIssued = (...documents: readonly IssuedDocument[]): Corpus =>
  buildCorpus(city.minutes, cityRegistry, { ...EMPTY_ARCHIVE, links: indexLinks(documents, []) });

const pagesOf = (corpus: Corpus) => [
  ...decisionsYearPaths(corpus).map(({ props }) => decisionsYearView(props, corpus, site)),
  ...decisionsFilterPaths(corpus).map(({ props }) => decisionsYearView(props, corpus, site)),
];

const statesOf = (corpus: Corpus): readonly string[] =>
  decisionsYearPaths(corpus).flatMap(({ props }) =>
    decisionsYearView(props, corpus, site).meetings.flatMap(({ rows }) =>
      rows.map(({ href, state }) => `${href} ${state.name}`),
    ),
  );

describe('the register of decisions', () => {
  test('holds every decision of the minutes once, in the year of its address', () => {
    const expected = city.minutes.flatMap(({ id, items }) =>
      items.flatMap(({ anchor, decisions }) =>
        decisions.map((_, at) => `/minutes/${id}/#${anchor}-decision${at === 0 ? '' : `-${String(at + 1)}`}`),
      ),
    );
    const years = decisionsYearPaths(city).map(({ props }) => decisionsYearView(props, city, site));
    const listed = years.flatMap(({ meetings }) =>
      meetings.flatMap(({ rows }) => rows.map(({ href }) => href)),
    );
    expect(listed).toEqual(expected);
    expect(years.map(({ heading, summary }) => `${heading}：${summary}`)).toEqual([
      '2025年议定事项：2次会议，2条议定事项',
      '2024年议定事项：1次会议，1条议定事项',
    ]);
  });

  test('says 已印发 only where staff entered a document, else 未收录: never that nothing was done', () => {
    const without = statesOf(city).find((line) => line.startsWith('/minutes/2024/031/'));
    expect(without).toBe('/minutes/2024/031/#item-1-decision 未收录');
    const entered = statesOf(withIssued(ISSUED)).find((line) => line.startsWith('/minutes/2024/031/'));
    expect(entered).toBe('/minutes/2024/031/#item-1-decision 已印发');
    const words = decisionsView(city, site).states.find(({ id }) => id === 'unrecorded')?.explanation;
    expect(words).toContain('不表示没有印发');
    expect(JSON.stringify(pagesOf(city))).not.toMatch(/未印发|尚未印发|没有落实的|逾期/u);
  });

  test('shows number, link and the days from meeting to issue, which no clock changes', () => {
    const corpus = withIssued(ISSUED);
    const page = decisionsYearPaths(corpus).find(({ params }) => params['year'] === '2024');
    const row =
      page === undefined ? undefined : decisionsYearView(page.props, corpus, site).meetings[0]?.rows[0];
    expect(row?.state.documents).toEqual([
      {
        number: '云政办发〔2025〕9号',
        title: '云岭市水网建设规划',
        href: 'https://www.example.gov.cn/9.html',
        outside: false,
        day: { iso: '2024-12-03', text: '2024年12月3日' },
        after: '会后12天',
      },
    ]);
  });

  test('tells up to which day it knows: the newest publication or issue among its rows', () => {
    const [year2025, year2024] = pagesOf(withIssued(ISSUED));
    expect(year2024?.asOf?.iso).toBe('2024-12-03');
    const newest = city.minutes
      .flatMap(({ id, head }) => (id.startsWith('2025/') ? (head.published?.slice(0, 10) ?? []) : []))
      .toSorted()
      .at(-1);
    expect(year2025?.asOf?.iso).toBe(newest);
  });

  test('has a page for every outcome, state and bureau of a year, which lists what the whole lists of it', () => {
    for (const corpus of [city, withIssued(ISSUED)]) {
      for (const { props } of decisionsFilterPaths(corpus)) {
        const { period, filter } = props;
        const narrowed = decisionsYearView(props, corpus, site).meetings.flatMap(({ rows }) => rows);
        const expected = decisionsOfYear(period, corpus).filter(({ decision, state, bureaus }) => {
          if (filter?.kind === 'outcome') return decision.outcome === filter.name;
          return filter?.kind === 'state' ? state.kind === filter.id : bureaus.includes(filter?.id ?? '');
        });
        expect(narrowed).toHaveLength(expected.length);
        expect(narrowed.length).toBeGreaterThan(0);
      }
    }
  });

  test('links to no filter that has no page, and counts what the page shows', () => {
    const counts = new Map(
      decisionsFilterPaths(city).map(({ params, props }) => [
        `/decisions/${params['year'] ?? ''}/${params['filter'] ?? ''}/`,
        decisionsYearView(props, city, site).meetings.flatMap(({ rows }) => rows).length,
      ]),
    );
    const links = decisionsYearPaths(city).flatMap(({ props }) =>
      decisionsYearView(props, city, site).filters.flatMap(({ values }) => values),
    );
    expect(new Map(links.map(({ href, count }) => [href, count]))).toEqual(counts);
  });

  test('counts in its index and its picture what the years hold', () => {
    const { years, outcomes } = decisionsView(city, site);
    expect(years.map(({ text, count }) => [text, count])).toEqual([
      ['2025年', 2],
      ['2024年', 1],
    ]);
    const numbers = outcomes?.table.rows.flatMap(({ cells }) => cells.map(({ text }) => Number(text) || 0));
    expect(numbers?.reduce((sum, each) => sum + each, 0)).toBe(3);
  });

  test('is a column only where something was decided (R1.17)', () => {
    const heard = corpusOf(readMinutes('## 一、听取关于供水的汇报\n\n会议听取了市水利局的汇报。\n'));
    const names = (corpus: Corpus): readonly string[] => columnsOf(site, corpus).map(({ text }) => text);
    expect(names(heard)).not.toContain('议定事项');
    expect(names(city)).toContain('议定事项');
  });
});

describe('a document of which staff say that it was not issued yet', () => {
  test('is 待印发 with the day on which they looked, until one is entered', () => {
    const pending = [{ items: ['2024/031#item-1'], date: '2024-12-20' }];
    const stateIn = (documents: readonly IssuedDocument[]): string => {
      const corpus = buildCorpus(city.minutes, cityRegistry, {
        ...EMPTY_ARCHIVE,
        links: indexLinks(documents, [], pending),
      });
      const page = decisionsYearPaths(corpus).find(({ params }) => params['year'] === '2024');
      const row =
        page === undefined ? undefined : decisionsYearView(page.props, corpus, site).meetings[0]?.rows[0];
      return `${row?.state.name ?? ''} ${row?.state.note ?? ''}`;
    };
    expect(stateIn([])).toBe('待印发 2024年12月20日核实');
    expect(stateIn([ISSUED])).toBe('已印发 ');
  });
});

describe('a document of an item of several decisions', () => {
  const minutes = readMinutes(
    '## 一、关于供水\n\n会议原则同意《供水规划》，由市水利局修改完善，以市政府办名义印发。会议原则同意《供水方案》，由市应急局修改完善，以两办名义印发。\n',
    '2025/040',
  );
  const states = (document: IssuedDocument): readonly string[] => {
    const corpus = buildCorpus([minutes], cityRegistry, {
      ...EMPTY_ARCHIVE,
      links: indexLinks([document], []),
    });
    return decisionsYearPaths(corpus).flatMap(({ props }) =>
      decisionsYearView(props, corpus, site).meetings.flatMap(({ rows }) =>
        rows.map(({ state }) => `${state.name}${state.note === null ? '' : `（${state.note}）`}`),
      ),
    );
  };

  test('belongs to the stated one, else it is said to be of the item', () => {
    const document = { ...ISSUED, items: ['2025/040#item-1'] };
    expect(states({ ...document, decision: 2 })).toEqual(['未收录', '已印发']);
    expect(states(document)).toEqual(['已印发（按本项议题登记）', '已印发（按本项议题登记）']);
  });
});
