import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverageOf, type NumberRange } from '../../src/corpus/coverage.ts';
import { NO_STATEMENTS, parseCoverage } from '../../src/corpus/coverage-file.ts';
import { EMPTY_LEXICON } from '../../src/minutes/lexicon.ts';
import type { Minutes } from '../../src/minutes/model.ts';
import { parseMinutes } from '../../src/minutes/parse.ts';

/** Minutes of a fictional city (虚构) with a number, an ordinal and a day. */
function minutesOf(
  day: string,
  {
    number,
    session,
    title = '云岭市人民政府常务会议纪要',
  }: { number?: string; session?: string; title?: string },
): Minutes {
  const fields = [
    'disclosure: 主动公开',
    `published: ${day} 09:00`,
    `title: ${title}`,
    `held: ${day}`,
    `issued: ${day}`,
    ...(number === undefined ? [] : [`number: ${number}`]),
    ...(session === undefined ? [] : [`session: ${session}`]),
  ];
  const source = `---\n${fields.join('\n')}\n---\n\n会议研究了有关事项。\n`;
  return { ...parseMinutes(source, 'x.md', EMPTY_LEXICON).minutes, id: `${day.slice(0, 4)}/${day.slice(5)}` };
}

/** Coverage as lines: `2024 minutes: 1-2 missing, 3 published`. */
function lines(minutes: readonly Minutes[], yaml?: string): readonly string[] {
  const { statements } =
    yaml === undefined ? { statements: NO_STATEMENTS } : parseCoverage(yaml, 'coverage.yaml');
  const shown = ({ from, to, ...range }: NumberRange): string => {
    const numbers = from === to ? String(from) : `${String(from)}-${String(to)}`;
    return `${numbers} ${range.state === 'absent' ? `${range.status}（${range.basis}）` : range.state}`;
  };
  return coverageOf(minutes, statements).flatMap(({ year, series }) =>
    series.map(({ kind, ranges }) => `${year} ${kind}: ${ranges.map(shown).join(', ')}`),
  );
}

describe('coverageOf', () => {
  test('counts the numbers of minutes from 1 each year', () => {
    expect(
      lines([
        minutesOf('2024-03-01', { number: '第3号' }),
        minutesOf('2024-05-01', { number: '第6号' }),
        minutesOf('2025-01-09', { number: '第1号' }),
      ]),
    ).toEqual([
      '2025 minutes: 1 published',
      '2024 minutes: 1-2 missing, 3 published, 4-5 missing, 6 published',
    ]);
  });

  test('lets numbers go on from the year before when they do', () => {
    expect(
      lines([
        minutesOf('2024-12-01', { number: '第60号' }),
        minutesOf('2025-01-09', { number: '第62号' }),
      ]).slice(0, 1),
    ).toEqual(['2025 minutes: 61 missing, 62 published']);
  });

  test('takes the year that a number prints', () => {
    expect(
      lines([minutesOf('2025-01-09', { number: '云府纪要〔2024〕12号', title: '云岭市会议纪要' })])[0],
    ).toMatch(/^2024 minutes: 1-11 missing, 12 published$/u);
  });

  test('runs the ordinals of meetings through the years until they begin anew', () => {
    expect(
      lines([
        minutesOf('2024-03-01', { session: '市政府第58次常务会议' }),
        minutesOf('2025-01-09', { session: '市政府第60次常务会议' }),
        minutesOf('2025-03-09', { session: '市政府第2次常务会议' }),
      ]),
    ).toEqual([
      '2025 sessions: 59 missing, 60 published, 1 missing, 2 published',
      '2024 sessions: 58 published',
    ]);
  });

  test('says what staff state: first and last number, ranges and their ground', () => {
    const yaml = `
minutes:
  2024:
    last: 7
    absent:
      - { numbers: 1-2, status: 不予公开, basis: 条例第十六条 }
      - { numbers: 5, status: 依申请公开, basis: 条例第十三条 }
sessions:
  2024: { first: 1 }
`;
    expect(
      lines([minutesOf('2024-03-01', { number: '第3号', session: '市政府第2次常务会议' })], yaml),
    ).toEqual([
      '2024 minutes: 1-2 不予公开（条例第十六条）, 3 published, 4 missing, 5 依申请公开（条例第十三条）, 6-7 missing',
      '2024 sessions: 1 missing, 2 published',
    ]);
  });

  test('shows a year of which nothing is published but much is stated', () => {
    expect(lines([], 'minutes: { 2023: { last: 3 } }\n')).toEqual(['2023 minutes: 1-3 missing']);
  });

  test('keeps series of different titles apart', () => {
    expect(
      lines([
        minutesOf('2024-03-01', { number: '第1号' }),
        minutesOf('2024-03-02', { number: '第2号' }),
        minutesOf('2024-03-03', { number: '第2号', title: '云岭市人民政府专题会议纪要' }),
      ]),
    ).toEqual(['2024 minutes: 1 published, 2 published', '2024 minutes: 1 missing, 2 published']);
  });

  test('names every number from the first to the last exactly once', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(numbers, (published) => {
        const sorted = published.toSorted((one, other) => one - other);
        const day = (at: number): string => `2024-${String(at + 1).padStart(2, '0')}-01`;
        const [year] = coverageOf(
          sorted.map((number, at) => minutesOf(day(at), { number: `第${String(number)}号` })),
          NO_STATEMENTS,
        );
        const ranges = year?.series[0]?.ranges ?? [];
        const all = ranges.flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, at) => from + at),
        );
        expect(all).toEqual(Array.from({ length: Math.max(...published) }, (_, at) => at + 1));
        expect(ranges.filter(({ state }) => state === 'published').map(({ from }) => from)).toEqual(sorted);
      }),
    );
  });
});

test('parseCoverage reports every fault at its line', () => {
  const { diagnostics } = parseCoverage(
    'minutes:\n  2024:\n    absent:\n      - { numbers: 5-3, status: 不公开, basis: "" }\n',
    'coverage.yaml',
  );
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'coverage/invalid “numbers”的值不合规定',
    'coverage/invalid “status”不能是“不公开”',
    'coverage/invalid “basis”的值不合规定',
  ]);
});
