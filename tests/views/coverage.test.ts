import { describe, expect, test } from 'vitest';
import { EMPTY_ARCHIVE } from '../../src/corpus/archive.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { parseCoverage } from '../../src/corpus/coverage-file.ts';
import { coverageYearPaths, coverageYearView } from '../../src/views/coverage-year.ts';
import { coverageView } from '../../src/views/coverage.ts';
import { cityRegistry, corpusOf, readCity, readMinutes } from './city.ts';

const { site } = readCity();

const MEETINGS = [
  ['2023/002', '2023-05-01', '第2号'],
  ['2024/001', '2024-03-01', '第1号'],
  ['2024/003', '2024-06-01', '第3号'],
].map(([id = '', day = '', number = '']) =>
  readMinutes(
    `---\ndisclosure: 主动公开\npublished: ${day} 09:00\nheld: ${day}\nissued: ${day}\nnumber: ${number}\n---\n\n会议研究了有关事项。\n`,
    id,
  ),
);
const { statements } = parseCoverage(
  'minutes:\n  2024:\n    absent:\n      - { numbers: 2, status: 不予公开, basis: 条例第十六条 }\n',
  'coverage.yaml',
);
const corpus = buildCorpus(MEETINGS, cityRegistry, { ...EMPTY_ARCHIVE, coverage: statements });

describe('the coverage of minutes', () => {
  test('is summed up for every year, newest first, at the place that older links name', () => {
    expect(coverageView(corpus, site).years.map(({ id, href, sums }) => [id, href, sums[0]?.text])).toEqual([
      ['y2024', '/coverage/2024/', '共3号，已公开2号，未公开1号'],
      ['y2023', '/coverage/2023/', '共2号，已公开1号，未公开1号，其中1号没有说明原因'],
    ]);
  });

  test('is told number by number on the page of its year', () => {
    const pages = coverageYearPaths(corpus).map(({ props }) => coverageYearView(props, corpus, site));
    expect(pages.map(({ heading, otherYears }) => [heading, otherYears.map(({ href }) => href)])).toEqual([
      ['2024年公开情况', ['/coverage/2023/']],
      ['2023年公开情况', ['/coverage/2024/']],
    ]);
    const rows = pages[0]?.series[0]?.rows ?? [];
    expect(rows.map(({ label, basis, numbers }) => [label, basis, numbers.map(({ href }) => href)])).toEqual([
      ['已公开', '', ['/minutes/2024/001/', '/minutes/2024/003/']],
      ['不予公开', '条例第十六条', [null]],
    ]);
    expect(pages[0]?.meetings.map(({ meeting }) => meeting.href)).toEqual([
      '/minutes/2024/003/',
      '/minutes/2024/001/',
    ]);
  });

  test('has no pages of years where no number is known (R1.17)', () => {
    const bare = readMinutes(
      '---\ndisclosure: 主动公开\npublished: 2024-03-02 09:00\nheld: 2024-03-01\n---\n\n会议研究了有关事项。\n',
      '2024/009',
    );
    expect(coverageYearPaths(corpusOf(bare))).toEqual([]);
  });
});
