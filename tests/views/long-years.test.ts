import { describe, expect, test } from 'vitest';
import { EMPTY_ARCHIVE } from '../../src/corpus/archive.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { decisionsOfYear } from '../../src/corpus/decisions.ts';
import { documentsOf } from '../../src/corpus/documents.ts';
import type { Corpus } from '../../src/corpus/model.ts';
import { topicsOf } from '../../src/corpus/topics.ts';
import type { Minutes } from '../../src/minutes/model.ts';
import { bureauYearPaths, bureauYearView } from '../../src/views/bureau-year.ts';
import {
  decisionsFilterPaths,
  decisionsYearPaths,
  decisionsYearView,
} from '../../src/views/decisions-year.ts';
import { documentsYearPaths, documentsYearView } from '../../src/views/documents-year.ts';
import { listPaths, sitePages } from '../../src/views/site-pages.ts';
import { topicYearPaths, topicYearView } from '../../src/views/topic-year.ts';
import { topicView } from '../../src/views/topics.ts';
import { allMinutesView, yearPaths, yearView } from '../../src/views/years.ts';
import { cityRegistry, readCity, readMinutes } from './city.ts';

const { site } = readCity();

/** The nth meeting of 2025: six items, the last of them deferred; every month has some. */
function meeting(at: number, held = `2025-${String((at % 12) + 1).padStart(2, '0')}-15`): Minutes {
  const head = held === '' ? '' : `---\nheld: ${held}\npublished: 2025-12-30 09:00\n---\n\n`;
  const items = ['供水', '防汛', '河道', '水库', '节水', '取水'].map(
    (work, item) =>
      `## ${'一二三四五六'.charAt(item)}、审议《${work}管理办法（第${String(at)}稿）》\n\n会议${item === 5 ? '暂缓审议' : '原则同意'}该《办法》，由市水利局会同市应急管理局修改完善，以市政府办名义印发。\n`,
  );
  return readMinutes(head + items.join('\n'), `2025/${String(at).padStart(3, '0')}`);
}

const MEETINGS = [
  ...Array.from({ length: 110 }, (_, at) => meeting(at + 1)),
  meeting(111, ''),
  meeting(112, '2024-12-30'),
];
/** One of these words is in every item, the other in one item of each meeting. */
const TOPICS = [
  { id: 'rules', name: '办法', about: null, words: ['管理办法'] },
  { id: 'water', name: '供水', about: null, words: ['供水'] },
];
const corpus = buildCorpus(MEETINGS, cityRegistry, { ...EMPTY_ARCHIVE, topics: TOPICS });

/** Every page as what it shows, by its path. */
function pagesOf(of: Corpus): ReadonlyMap<string, string> {
  return new Map([...sitePages(of, site)].map(({ path, view }) => [path, JSON.stringify(view())]));
}

const pages = pagesOf(corpus);

/** `minutes/2025-07/`: the pages of months. */
const MONTH = /\/\d{4}-\d\d\//u;

describe('a year of more than a hundred meetings', () => {
  test('has a page for each of its months, and one for what has no day in it', () => {
    const months = yearPaths(corpus).map(({ props }) => props);
    expect(months).toEqual([
      '2025',
      ...Array.from({ length: 12 }, (_, at) => `2025-${String(12 - at).padStart(2, '0')}`),
      '2025-00',
    ]);
    const { byMonth, meetings } = yearView('2025', corpus, site);
    expect(meetings).toEqual([]);
    expect(byMonth.map(({ text, counts }) => `${text} ${counts}`).slice(-2)).toEqual([
      '1月 9次会议，54项议题',
      '其他日期 2次会议，12项议题',
    ]);
  });

  test('loses and repeats no meeting, decision, document or role of a bureau', () => {
    const meetings = yearPaths(corpus).flatMap(({ props }) => yearView(props, corpus, site).meetings);
    expect(meetings.map(({ href }) => href).toSorted()).toEqual(
      MEETINGS.map(({ id }) => `/minutes/${id}/`).toSorted(),
    );
    const decisions = decisionsYearPaths(corpus).flatMap(
      ({ props }) => decisionsYearView(props, corpus, site).meetings,
    );
    expect(decisions.flatMap(({ rows }) => rows.map(({ href }) => href)).toSorted()).toEqual(
      decisionsOfYear('2025', corpus)
        .map(({ meeting: { id }, item }) => `/minutes/${id}/#${item.anchor}-decision`)
        .toSorted(),
    );
    const documents = documentsYearPaths(corpus).flatMap(
      ({ props }) => documentsYearView(props, corpus, site).documents,
    );
    expect(documents.map(({ title }) => title).toSorted()).toEqual(
      documentsOf(corpus)
        .map(({ title }) => title)
        .toSorted(),
    );
    for (const [id, record] of corpus.byBureau) {
      const roles = bureauYearPaths(corpus)
        .filter(({ params }) => params['id'] === id)
        .flatMap(({ props }) => bureauYearView(props, corpus, site).roles);
      for (const role of ['reports', 'responsible', 'issues', 'observes'] as const)
        expect(roles.flatMap((each) => (each.id === role ? each.entries : []))).toHaveLength(
          record.countsIn('2025')[role],
        );
    }
  });

  test('shows of a topic the newest items, all of them month by month, and a short list whole', () => {
    const listsOf = (id: string) =>
      topicYearPaths(corpus)
        .filter(({ params }) => params['id'] === id)
        .map(({ props }) => topicYearView(props, corpus, site));
    const items = topicsOf(corpus).get('rules')?.itemsIn('2025') ?? [];
    const shown = listsOf('rules').flatMap(({ entries }) => entries.map(({ href }) => href));
    expect(shown).toHaveLength(672);
    expect(shown.toSorted()).toEqual(
      items.map(({ minutes, anchor }) => `/minutes/${minutes.id}/#${anchor}`).toSorted(),
    );
    expect(listsOf('water').map(({ entries }) => entries.length)).toEqual([112]);
    const { newest } = topicView('rules', corpus, site);
    expect([newest?.entries.length, newest?.rest]).toEqual([
      50,
      { text: '2025年全部672项', href: '/topics/rules/2025/' },
    ]);
  });

  test('cuts the lists of filters that are long themselves, and shows the others whole', () => {
    const cut = new Set<string>();
    for (const { params, props } of decisionsFilterPaths(corpus)) {
      const { period } = props;
      if (period !== '2025') cut.add(params['filter'] ?? '');
      const { meetings, byMonth } = decisionsYearView(props, corpus, site);
      expect(meetings.length === 0).toBe(byMonth.length > 0);
    }
    const deferred = decisionsFilterPaths(corpus).filter(
      ({ props: { filter } }) => filter?.id === 'deferred',
    );
    expect(
      deferred.map(({ props }) =>
        decisionsYearView(props, corpus, site).meetings.flatMap(({ rows }) => rows.length),
      ),
    ).toEqual([MEETINGS.map(() => 1)]);
    // Of 672 decisions 112 are deferred; each names all three bodies.
    expect([...cut].toSorted()).toEqual([
      'bureau-slj',
      'bureau-yjj',
      'bureau-zfb',
      'outcome-agreed-in-principle',
      'state-unrecorded',
    ]);
    for (const key of cut) {
      const rows = decisionsFilterPaths(corpus)
        .filter(({ params }) => params['filter'] === key)
        .flatMap(({ props }) => decisionsYearView(props, corpus, site).meetings.flatMap((each) => each.rows));
      const [, kind, id = ''] = /^(outcome|state|bureau)-(.+)$/u.exec(key) ?? [];
      const expected = decisionsYearPaths(corpus)
        .flatMap(({ props }) => decisionsYearView(props, corpus, site).meetings.flatMap((each) => each.rows))
        .filter(({ ids }) =>
          new Map(Object.entries(ids))
            .get(kind ?? '')
            ?.split(' ')
            .includes(id),
        );
      expect(rows).toEqual(expected);
    }
  });

  test('is told by its newest month in the list of all minutes', () => {
    const { newest } = allMinutesView(corpus, site);
    expect([newest?.text, newest?.href]).toEqual(['2025年12月', '/minutes/2025-12/']);
    expect(newest?.meetings).toHaveLength(9);
  });

  test('has no link to a page or an anchor that is not there', () => {
    const targets = [...pages.values()].flatMap((view) =>
      [...view.matchAll(/"\/((?:minutes|decisions|documents|bureaus|topics)\/(?:[^"#?]*\/)?)[#?"]/gu)].map(
        ([, target = '']) => target,
      ),
    );
    expect(targets.length).toBeGreaterThan(1000);
    expect(targets.filter((target) => !pages.has(target))).toEqual([]);
    const anchors = new Map(
      documentsYearPaths(corpus).map(({ props }) => [
        `/documents/${props}/`,
        documentsYearView(props, corpus, site).documents.map(({ anchor }) => anchor),
      ]),
    );
    const links = documentsYearPaths(corpus).flatMap(({ props }) =>
      documentsYearView(props, corpus, site).documents.flatMap(({ thread }) => thread?.documents ?? []),
    );
    const hrefs = links.flatMap(({ href }) => href ?? []);
    expect(hrefs.length).toBeGreaterThan(0);
    for (const href of hrefs) {
      const [page = '', anchor = ''] = href.split('#');
      expect(anchors.get(page)).toContain(anchor);
    }
    const { months, byMonth } = yearView('2025', corpus, site);
    const ids = byMonth.map(({ id }) => id);
    for (const { head } of months?.table.rows ?? []) expect(ids).toContain(head.href?.split('#')[1]);
  });

  test('changes by one more meeting the pages of its month alone, of the year and of what comes before it', () => {
    const more = pagesOf(
      buildCorpus([...MEETINGS, meeting(200, '2025-07-20')], cityRegistry, {
        ...EMPTY_ARCHIVE,
        topics: TOPICS,
      }),
    );
    const changed = [...more].filter(([path, view]) => pages.get(path) !== view).map(([path]) => path);
    const months = changed.filter((path) => MONTH.test(path) && !path.startsWith('documents/'));
    expect(months.filter((path) => !path.includes('/2025-07/'))).toEqual([]);
    expect(months).toContain('minutes/2025-07/');
    expect(months).toContain('topics/rules/2025-07/');
    expect(months).toContain('decisions/2025-07/outcome-agreed-in-principle/');
    // Each of its six documents follows one of another meeting, and is behind the last that the one before tells.
    expect(changed.filter((path) => MONTH.test(path) && path.startsWith('documents/')).length).toBeLessThan(
      14,
    );
    expect([...pages.keys()].filter((path) => !more.has(path))).toEqual([]);
  });

  test('stays told by month once it was, though some of its meetings are withdrawn', () => {
    const lists = listPaths(corpus, site);
    const left = buildCorpus(MEETINGS.slice(20), cityRegistry, { ...EMPTY_ARCHIVE, topics: TOPICS, lists });
    expect(left.minutes.length).toBeLessThan(100);
    const kinds = new Map([...sitePages(left, site)].map(({ kind, path }) => [path, kind]));
    expect(lists.filter((path) => !kinds.has(path))).toEqual([]);
    expect([...kinds].filter(([, kind]) => kind === 'emptied')).toEqual([]);
    const unknown = buildCorpus(MEETINGS.slice(20), cityRegistry);
    expect(yearView('2025', unknown, site).meetings).toHaveLength(92);
  });
});
