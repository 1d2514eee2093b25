import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentsOf } from '../../src/corpus/documents.ts';
import type { Minutes } from '../../src/minutes/model.ts';
import { subjectOf } from '../../src/corpus/subject.ts';
import { parseThreads } from '../../src/corpus/threads-file.ts';
import { threadsOf } from '../../src/corpus/threads.ts';
import { corpusOf, readMinutes } from '../views/city.ts';

/** Minutes that consider documents of these titles, held in the year of the id. */
function meeting(id: string, ...titles: readonly string[]): Minutes {
  const items = titles.map((title, at) => `## ${String(at + 1)}、审议《${title}》\n\n会议原则同意该方案。\n`);
  return readMinutes(
    `---\ndisclosure: 主动公开\npublished: ${id.slice(0, 4)}-07-01 09:00\nheld: ${id.slice(0, 4)}-06-01\n---\n\n${items.join('\n')}`,
    id,
  );
}

const titlesOf = (...minutes: readonly Minutes[]): readonly (readonly string[])[] =>
  threadsOf(documentsOf(corpusOf(...minutes)), '云岭市').map(({ documents }) =>
    documents.map(({ title }) => title),
  );

describe('the subject of a title', () => {
  test.for([
    ['2022年云岭市生活垃圾分类工作行动方案', '生活垃圾分类'],
    ['云岭市生活垃圾分类工作实施方案（2021年）', '生活垃圾分类'],
    ['云岭市2021—2025年水网建设规划', '水网'],
    ['关于2026年1—9月食品安全工作情况的汇报', '食品安全'],
    ['关于做好2018年春运保障工作的意见', '春运保障'],
    ['云岭市公园管理办法（试行）', '公园管理'],
  ] as const)('%s is %s', ([title, subject]) => {
    expect(subjectOf(title, '云岭市')).toBe(subject);
  });

  test('is the same whatever year the title names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2090 }), (year) => {
        expect(subjectOf(`${String(year)}年云岭市造林绿化工作方案`, '云岭市')).toBe('造林绿化');
      }),
    );
  });
});

describe('the documents', () => {
  test('hold every 《》 of the minutes once, with all meetings that considered it, oldest first', () => {
    const documents = documentsOf(
      corpusOf(
        meeting('2024/001', '云岭市公园管理办法', '云岭市造林方案'),
        meeting('2025/001', '云岭市公园管理办法'),
      ),
    );
    expect(documents.map(({ title, mentions }) => [title, mentions.map(({ year }) => year)])).toEqual([
      ['云岭市公园管理办法', ['2024', '2025']],
      ['云岭市造林方案', ['2024']],
    ]);
  });
});

describe('threads', () => {
  const first = meeting('2023/001', '2023年云岭市生活垃圾分类工作行动方案', '云岭市公园管理办法');
  const second = meeting('2024/001', '2024年云岭市生活垃圾分类工作行动方案', '云岭市湿地公园保护规划');
  const third = meeting('2025/001', '云岭市生活垃圾分类工作实施方案（2025年）');

  test('join the documents of one subject over the years, whatever order the meetings come in', () => {
    const expected = [
      [
        '2023年云岭市生活垃圾分类工作行动方案',
        '2024年云岭市生活垃圾分类工作行动方案',
        '云岭市生活垃圾分类工作实施方案（2025年）',
      ],
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray([first, second, third], { minLength: 3 }), (minutes) => {
        expect(titlesOf(...minutes)).toEqual(expected);
      }),
    );
  });

  test('do not join what only sounds alike, nor a document with itself', () => {
    expect(titlesOf(first, meeting('2024/002', '云岭市公园管理办法', '云岭市湿地保护规划'))).toEqual([]);
    expect(titlesOf(meeting('2023/002', '云岭市工作方案'), meeting('2024/003', '云岭市工作计划'))).toEqual(
      [],
    );
  });

  test('follow what staff state: these together, this one alone', () => {
    const { threads, diagnostics } = parseThreads(
      'together:\n  - name: 公园\n    titles: [云岭市公园管理办法, 云岭市湿地公园保护规划]\nalone: [2024年云岭市生活垃圾分类工作行动方案]\n',
      'content/threads.yaml',
    );
    expect(diagnostics).toEqual([]);
    expect(
      threadsOf(documentsOf(corpusOf(first, second, third)), '云岭市', threads).map(
        ({ name, stated, documents }) => [name, stated, documents.length],
      ),
    ).toEqual([
      ['生活垃圾分类', false, 2],
      ['公园', true, 2],
    ]);
  });
});

test('a title that staff give twice is a finding at its place', () => {
  const { diagnostics } = parseThreads(
    'alone: [云岭市公园管理办法, 云岭市公园管理办法]\n',
    'content/threads.yaml',
  );
  expect(diagnostics).toMatchObject([
    { code: 'threads/invalid', message: '“云岭市公园管理办法”写了两次', place: { line: 1 } },
  ]);
});
