import { describe, expect, test } from 'vitest';
import { checkPublication } from '../../src/checks/publication.ts';
import { FAULTLESS_ARCHIVE } from './archive-examples.ts';
import { FAULTLESS, findingsAmong, NOW } from './examples.ts';

/** The faultless minutes with another number, session and month of 2024. */
function minutes(number: number, session: number, month: number, year = 2024): string {
  return FAULTLESS.replace('第3号', `第${number}号`)
    .replace('第5次', `第${session}次`)
    .replaceAll(/2024年3月/g, `${year}年${month}月`)
    .replace('2024-03-20', `${year}-${String(month).padStart(2, '0')}-20`);
}

function found(...sources: readonly string[]): readonly string[] {
  return findingsAmong(sources).diagnostics.map(
    ({ code, path, message }) => `${code} ${path.slice(-6, -3)}: ${message}`,
  );
}

describe('the rule about the two series', () => {
  test('has nothing to say when both go on by one', () => {
    expect(found(minutes(3, 5, 3), minutes(4, 6, 4), minutes(5, 7, 5))).toEqual([]);
  });

  test('points at a number used twice in a year, in either series', () => {
    expect(found(minutes(3, 5, 3), minutes(3, 6, 4))).toEqual([
      'series/duplicate 002: “第3号”与 content/minutes/2024/001.md 的编号相同',
    ]);
    expect(found(minutes(3, 5, 3), minutes(4, 5, 4))).toEqual([
      'series/duplicate 002: “市政府第5次常务会议”与 content/minutes/2024/001.md 的编号相同',
    ]);
  });

  test('lets a number come again in another year or under another title', () => {
    expect(found(minutes(3, 5, 3, 2023), minutes(3, 5, 3))).toEqual([]);
    const other = minutes(3, 9, 4).replace('常务会议纪要', '专题会议纪要').replace('次常务', '次专题');
    expect(found(minutes(3, 5, 3), other)).toEqual([]);
  });

  test('points at a later meeting with a smaller number', () => {
    expect(found(minutes(4, 6, 3), minutes(3, 7, 4))).toEqual([
      'series/order 002: “第3号”（2024-04-18）晚于“第4号”（2024-03-18），编号却更小',
    ]);
  });

  test('takes 1 after a larger number for a new term', () => {
    expect(found(minutes(3, 60, 3), minutes(4, 1, 4), minutes(5, 2, 5))).toEqual([]);
  });

  test('informs of numbers that are missing in between', () => {
    expect(found(minutes(3, 5, 3), minutes(5, 9, 4))).toEqual([
      'series/gap 002: “第3号”之后是“第5号”，缺少第 4',
      'series/gap 002: “市政府第5次常务会议”之后是“市政府第9次常务会议”，缺少第 6 至 8',
    ]);
  });

  test('is silent about numbers of which coverage.yaml says what became of them', () => {
    const source = `minutes:
  2024:
    absent: [{ numbers: 4, status: 不予公开, basis: 条例第十六条 }]
sessions:
  2024:
    absent: [{ numbers: 7, status: 未收录, basis: 没有印发纪要 }]
`;
    const { diagnostics } = checkPublication(
      {
        minutes: [minutes(3, 5, 3), minutes(5, 9, 4)].map((text, at) => ({
          path: `content/minutes/2024/00${String(at)}.md`,
          id: `2024/00${String(at)}`,
          source: text,
        })),
        registry: null,
        site: null,
        whole: true,
        archive: { ...FAULTLESS_ARCHIVE, coverage: { path: 'content/coverage.yaml', source } },
        diagnostics: [],
      },
      NOW,
    );
    expect(diagnostics.flatMap(({ code, message }) => (code === 'series/gap' ? [message] : []))).toEqual([
      '“市政府第5次常务会议”之后是“市政府第9次常务会议”，缺少第 6、第 8',
    ]);
  });

  test('reads the minutes in any order', () => {
    expect(found(minutes(5, 7, 5), minutes(3, 5, 3), minutes(4, 6, 4))).toEqual([]);
  });
});
