import { describe, expect, test } from 'vitest';
import type { Corpus } from '../../src/corpus/model.ts';
import { bureauView } from '../../src/views/bureau.ts';
import { NEWEST } from '../../src/views/item-entry.ts';
import { bureauYearPaths, bureauYearView } from '../../src/views/bureau-year.ts';
import { busiestBureaus, bureausView } from '../../src/views/bureaus.ts';
import type { RoleView } from '../../src/views/bureau-roles.ts';
import { corpusOf, readCity, readMinutes } from './city.ts';

const { corpus, site } = readCity();

const viewOf = (id: string, of: Corpus = corpus) => {
  const record = of.byBureau.get(id);
  if (record === undefined) throw new Error(`No bureau ${id}`);
  return bureauView(record, of, site);
};

const linesOf = (roles: readonly RoleView[]): readonly string[] =>
  roles.flatMap(({ id, entries }) => entries.map(({ href, lead }) => `${id}${lead ? ' 牵头' : ''} ${href}`));

describe('the bureau page', () => {
  test('shows its newest year, roles apart, and leaves out those that do not occur', () => {
    expect(viewOf('yjj').newest.year).toBe('2025');
    expect(linesOf(viewOf('yjj').newest.roles)).toEqual(['responsible 牵头 /minutes/2025/002/#item-1']);
  });

  test('shows the newest fifty of each role, says how many there are, and leads to all', () => {
    const minutes = Array.from({ length: NEWEST + 3 }, (_, at) =>
      readMinutes(
        '---\nheld: 2025-06-01\n---\n\n## 一、关于供水\n\n会议同意方案，由市水利局实施。\n',
        `2025/${String(at + 1).padStart(3, '0')}`,
      ),
    );
    const many = corpusOf(...minutes);
    const record = many.byBureau.get('slj');
    if (record === undefined) throw new Error('No bureau');
    const [shown] = viewOf('slj', many).newest.roles;
    const [all] = bureauYearView({ record, period: '2025' }, many, site).roles;
    expect(shown?.entries).toEqual(all?.entries.slice(0, NEWEST));
    expect(shown?.count).toBe(NEWEST + 3);
    expect(shown?.rest).toEqual({ text: '2025年全部53项', href: '/bureaus/slj/2025/#responsible' });
    expect([all?.entries.length, all?.rest]).toEqual([NEWEST + 3, null]);
  });

  test('gives full, other and former names, these with their dates as far as known', () => {
    const view = viewOf('yjj');
    expect(view.names).toEqual([
      { label: '全称', text: '云岭市应急管理局' },
      { label: '简称', text: '市应急管理局' },
      { label: '也写作', text: '市应急局' },
    ]);
    expect(view.former).toEqual([
      { full: '云岭市安全生产监督管理局', short: '市安监局', details: '用到2019年3月' },
    ]);
  });

  test('names the office of a coordinating body on the pages of both', () => {
    expect(viewOf('awh').office).toEqual({ text: '市应急管理局', href: '/bureaus/yjj/' });
    expect(viewOf('yjj').keeps).toEqual([{ text: '市安委会', href: '/bureaus/awh/' }]);
    expect(
      bureausView(corpus, site)
        .groups.flatMap(({ bureaus }) => bureaus)
        .filter(({ office }) => office !== null)
        .map(({ name, office }) => `${name} ${office?.text ?? ''}`),
    ).toEqual(['市安委会 市应急管理局']);
  });

  test('compares the years where there are several: the table holds what the chart draws', () => {
    const { years } = viewOf('yjj');
    expect(years?.table.rows.map(({ head, cells }) => [head.text, ...cells.map(({ text }) => text)])).toEqual(
      [
        ['2025年', '—', '1', '1', '—', '—'],
        ['2024年', '1', '1', '—', '—', '1'],
      ],
    );
    expect(years?.chart.marks.map(({ title }) => title)).toEqual([
      '2024年汇报1项',
      '2024年牵头、责任1项',
      '2025年牵头、责任1项',
    ]);
    const alone = corpusOf(readMinutes('## 一、关于供水\n\n会议同意方案，由市水利局实施。\n'));
    expect(viewOf('slj', alone).years).toBeNull();
  });
});

describe('the years of a bureau', () => {
  test('hold every entry of its record once, in the year of the address', () => {
    for (const [id, record] of corpus.byBureau) {
      const listed = bureauYearPaths(corpus)
        .filter(({ params }) => params['id'] === id)
        .flatMap(({ props }) =>
          bureauYearView(props, corpus, site).roles.flatMap(({ entries }) =>
            entries.map(({ href }) => ({ href, year: props.period })),
          ),
        );
      const entries = record.years
        .map((year) => record.countsIn(year))
        .reduce(
          (sum, { reports, responsible, issues, observes }) =>
            sum + reports + responsible + issues + observes,
          0,
        );
      expect(listed).toHaveLength(entries);
      for (const { href, year } of listed) expect(href).toContain(`/minutes/${year}/`);
    }
  });

  test('lead to each other and to the bureau', () => {
    const record = corpus.byBureau.get('yjj');
    if (record === undefined) throw new Error('No bureau');
    const view = bureauYearView({ record, period: '2024' }, corpus, site);
    expect(linesOf(view.roles)).toEqual([
      'reports /minutes/2024/031/#item-2',
      'responsible /minutes/2024/031/#item-1',
      'observes /minutes/2024/031/#attendance',
    ]);
    expect(view.otherYears).toEqual([{ text: '2025年', href: '/bureaus/yjj/2025/' }]);
    expect(view.frame.breadcrumb.map(({ text }) => text)).toEqual(['首页', '机构', '市应急管理局', '2024年']);
  });
});

test('attendance makes no bureau busy (R7.4)', () => {
  const minutes = readMinutes('## 一、关于供水\n\n会议同意方案。\n\n列席：市应急局周山。\n');
  expect(busiestBureaus(corpusOf(minutes), 3)).toEqual([]);
});
