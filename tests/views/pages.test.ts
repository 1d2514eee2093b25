import { describe, expect, test } from 'vitest';
import { bureausView } from '../../src/views/bureaus.ts';
import { catalogueOf, meetingFacts } from '../../src/views/catalogue.ts';
import { columnsOf } from '../../src/views/frame.ts';
import { homeView } from '../../src/views/home.ts';
import { groundQuotes } from '../../src/views/ground-quotes.ts';
import { registerItem } from '../../src/minutes/register.ts';
import { itemView } from '../../src/views/item.ts';
import { meetingView } from '../../src/views/meeting.ts';
import { articleTags, columnTags, siteTags } from '../../src/views/meta.ts';
import { sitemapView } from '../../src/views/pages.ts';
import { allMinutesView, yearView } from '../../src/views/years.ts';
import { corpusOf, readCity, readMinutes } from './city.ts';

const { corpus, site } = readCity();
const minutesOf = (id: string) => {
  const minutes = corpus.byId.get(id);
  if (minutes === undefined) throw new Error(`No minutes ${id}`);
  return minutes;
};
const first = minutesOf('2024/031');

describe('the meta tags', () => {
  test('stand in the order of R1.1: three, seven, ten and the optional ones', () => {
    const names = articleTags(site, first).map(({ name }) => name);
    expect(names.join(' ')).toBe(
      'SiteName SiteDomain SiteIDCode ColumnName ColumnDescription ColumnKeywords ColumnType ' +
        'ArticleTitle PubDate ContentSource Keywords Description Url',
    );
    expect(siteTags(site).map(({ name }) => name)).toEqual(names.slice(0, 3));
    expect(columnTags(site, site.column).map(({ name }) => name)).toEqual(names.slice(0, 7));
  });

  test('are never empty, and carry the time of publication as it was written', () => {
    const tags = articleTags(site, first);
    expect(tags.filter(({ content }) => content.trim() === '')).toEqual([]);
    expect(tags.find(({ name }) => name === 'PubDate')?.content).toBe('2024-12-02 09:30');
    expect(tags.find(({ name }) => name === 'SiteIDCode')?.content).toBe('0000000000');
  });
});

describe('the catalogue', () => {
  test('has the twelve fields of R2.1 in order and shows — for what is not known', () => {
    const rows = catalogueOf(first, site);
    expect(rows.map(({ label }) => label).join(' ')).toBe(
      '索引号 主题分类 体裁分类 发布机构 发文字号 成文日期 发布日期 公开方式 公开范围 公开时限 有效性 内容概述',
    );
    expect(rows.map(({ value }) => value)).toEqual([
      '—',
      '综合政务／政务公开',
      '纪要',
      '云岭市人民政府办公室',
      '第31号',
      '2024年11月28日',
      '2024-12-02 09:30',
      '主动公开',
      '面向社会',
      '常年公开',
      '有效',
      '2024年11月21日市政府第44次常务会议共有2项议题：审议1项，听取1项；原则同意1项。',
    ]);
  });

  test('keeps the date of the meeting, of compiling and of issue apart', () => {
    expect(meetingFacts(first).map(({ label, value }) => `${label} ${value}`)).toEqual([
      '会议 市政府第44次常务会议',
      '时间 2024年11月21日（星期四）上午',
      '主持 沈砚秋（市长）',
      '整理 2024年11月25日',
    ]);
  });
});

describe('an item', () => {
  test('says who reported, what was decided, in whose name, and where that stands', () => {
    const [item] = first.items;
    if (item === undefined) throw new Error('No item');
    const view = itemView(registerItem(item), corpus);
    expect(view).toMatchObject({
      number: '一',
      outcomes: ['原则同意'],
      reporters: [{ text: '市水利局', href: '/bureaus/slj/' }],
      issuers: [{ text: '两办', href: null, members: [{ text: '市委办' }, { text: '市政府办' }] }],
    });
    expect(view.decisions[0]).toMatchObject({ href: '#item-1-decision', leads: [{ text: '市水利局' }] });
    expect(view.others.map(({ text }) => text)).toEqual(['市应急局']);
  });

  test('quotes the sentences that this rests on, word for word, with their places', () => {
    const [item] = first.items;
    if (item === undefined) throw new Error('No item');
    const grounds = groundQuotes(item, first);
    expect(grounds.map(({ name, href }) => `${name} ${href}`)).toEqual([
      '议定原句 #item-1-decision',
      '汇报单位 #item-1-reporter',
      '（二）点 #item-1-2',
    ]);
    for (const { quote } of grounds) expect(first.text).toContain(quote);
    expect(grounds.map(({ quote }) => /[。；]$/u.test(quote))).toEqual([true, true, true]);
  });

  test('without a decision claims none', () => {
    const [, item] = first.items;
    if (item === undefined) throw new Error('No item');
    expect(itemView(registerItem(item), corpus)).toMatchObject({ outcomes: [], decisions: [] });
  });
});

describe('what staff stated', () => {
  test('is told apart from what was read', () => {
    const minutes = readMinutes(
      '---\ndisclosure: 主动公开\npublished: 2025-01-02 08:00\nchair: 顾长风\n---\n\n## 一、关于供水\n\n会议同意方案，由市水利局实施。\n',
    );
    const chair = meetingFacts(minutes).find(({ label }) => label === '主持');
    expect(chair).toMatchObject({ value: '顾长风', ground: null, kind: 'staff' });
    const [item] = minutes.items;
    if (item === undefined) throw new Error('No item');
    const stated = { ...item, reporters: [{ text: '市应急局', span: null, bureaus: ['yjj'] }] };
    expect(itemView(registerItem(stated), corpus).reporters).toMatchObject([
      { text: '市应急局', stated: true },
    ]);
    expect(itemView(registerItem(stated), corpus).responsible).toMatchObject([
      { text: '市水利局', stated: false },
    ]);
  });
});

describe('the meeting page', () => {
  test('has a system title only where the text has no title line', () => {
    expect(meetingView(first, corpus, site).systemTitle).toBeNull();
    expect(meetingView(minutesOf('2025/002'), corpus, site).systemTitle).toBe('云岭市人民政府第46次常务会议');
  });

  test('leads to the meeting before and the meeting after', () => {
    const view = meetingView(minutesOf('2025/001'), corpus, site);
    expect([view.older?.href, view.newer?.href]).toEqual(['/minutes/2024/031/', '/minutes/2025/002/']);
    expect(meetingView(first, corpus, site).older).toBeNull();
    expect(meetingView(minutesOf('2025/002'), corpus, site).newer).toBeNull();
  });

  test('counts the attendance as read', () => {
    const part = meetingView(first, corpus, site).document.parts.find(({ kind }) => kind === 'attendance');
    expect(part).toMatchObject({ counts: { present: 2, units: 4, observers: 5, represented: 0 } });
  });
});

describe('lists', () => {
  test('show meetings newest first, under their years', () => {
    expect(
      allMinutesView(corpus, site).years.map(({ text, meetings, items }) => [text, meetings, items]),
    ).toEqual([
      ['2025年', 2, 3],
      ['2024年', 1, 2],
    ]);
    const { newest } = allMinutesView(corpus, site);
    expect([newest?.href, newest?.meetings.map(({ href }) => href)]).toEqual([
      '/minutes/2025/',
      ['/minutes/2025/002/', '/minutes/2025/001/'],
    ]);
    expect(yearView('2025', corpus, site).meetings.map(({ href }) => href)).toEqual([
      '/minutes/2025/002/',
      '/minutes/2025/001/',
    ]);
    expect(homeView(corpus, site).latest?.href).toBe('/minutes/2025/002/');
  });

  test('group bureaus by kind and leave out empty kinds', () => {
    expect(bureausView(corpus, site).groups.map(({ name }) => name)).toEqual([
      '政府及工作部门',
      '党委机构',
      '议事协调机构',
      '镇、街道',
    ]);
  });

  test('have no column and no entry without content (R1.17)', () => {
    const empty = corpusOf();
    expect(columnsOf({ ...site, about: [] }, empty).map(({ text }) => text)).toEqual(['检索']);
    expect(columnsOf(site, corpus).map(({ text }) => text)).toEqual([
      '会议纪要',
      '议定事项',
      '文件',
      '机构',
      '检索',
      '公开情况',
      '关于',
    ]);
    expect(allMinutesView(empty, site)).toMatchObject({ years: [], newest: null });
    expect(homeView(empty, site)).toMatchObject({ latest: null, years: [], bureaus: [] });
    expect(sitemapView(empty, site)).toMatchObject({ years: [], groups: [] });
  });
});

test('an item without a heading is called by the one document that it is about', () => {
  const minutes = readMinutes(
    '---\ndisclosure: 主动公开\npublished: 2025-06-01 09:00\n---\n\n一、会议听取并审议了市水利局关于《云岭市河道管理办法》起草情况的汇报。会议原则同意。\n\n二、会议听取了市水利局关于防汛工作的汇报。会议要求抓好落实。\n',
    '2025/009',
  );
  const { items, document } = meetingView(minutes, corpusOf(minutes), site);
  expect(items.map(({ heading }) => heading)).toEqual([
    '《云岭市河道管理办法》',
    '会议听取了市水利局关于防汛工作的汇报',
  ]);
  const labels = document.parts.flatMap((part) => (part.kind === 'item' ? [part.label] : []));
  expect(labels).toEqual(items.map(({ heading }) => heading));
});

test('a bare text makes a page as well', () => {
  const minutes = readMinutes('只有一段话（虚构）。');
  const view = meetingView(minutes, corpusOf(minutes), site);
  expect(view).toMatchObject({ systemTitle: '会议纪要 2025/009', items: [], published: null, facts: [] });
});

test('a page says that it is archived, and since when (R1.13); others say nothing of it', () => {
  const source = (line: string): string =>
    `---\ndisclosure: 主动公开\npublished: 2024-03-20 09:00\n${line}---\n\n只有一段话（虚构）。\n`;
  const saidOf = (line: string): string | null => {
    const minutes = readMinutes(source(line));
    return meetingView(minutes, corpusOf(minutes), site).archived;
  };
  expect(saidOf('archived: 2025-06-30\n')).toBe('本页已归档（归档时间：2025-06-30）');
  expect(saidOf('')).toBeNull();
});
