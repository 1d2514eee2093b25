import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseHolidays } from '../../src/corpus/holidays.ts';
import { addDays, daysBetween, isWorkday, workdayAfter, workdaysBetween } from '../../src/corpus/workdays.ts';

const { calendar, diagnostics } = parseHolidays(
  readFileSync('content/holidays.yaml', 'utf8'),
  'content/holidays.yaml',
);
const DAY = fc.integer({ min: 0, max: 5 * 365 }).map((days) => addDays('2020-01-01', days));

describe('the holiday file', () => {
  test('is of the right form and knows 2020 to 2026', () => {
    expect(diagnostics).toEqual([]);
    expect([...calendar.years]).toEqual(['2020', '2021', '2022', '2023', '2024', '2025', '2026']);
  });

  // 全国年节及纪念日放假办法: 11 days a year, 13 since 2025. Every one is a weekday off that isn't made up
  // for on a weekend. 2020 had two more, because the 春节 holiday was prolonged.
  test.each([
    ['2020', 13],
    ['2021', 11],
    ['2022', 11],
    ['2023', 11],
    ['2024', 11],
    ['2025', 13],
    ['2026', 13],
  ])('gives %s as many free days as the law', (year, free) => {
    const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    const weekdaysOff = [...calendar.holidays].filter((day) => day.startsWith(year) && !isWeekend(day));
    const madeUp = [...calendar.workdays].filter((day) => day.startsWith(year));
    expect(weekdaysOff.length - madeUp.length).toBe(free);
    expect(madeUp.filter((day) => !isWeekend(day) || calendar.holidays.has(day))).toEqual([]);
  });
});

describe('workdayAfter', () => {
  // Standards §2.7, from the meeting, the compilation and the issue of the first document.
  test.each([
    ['2022-07-02', '2022-07-29'],
    ['2022-07-06', '2022-08-03'],
    ['2022-07-09', '2022-08-05'],
  ])('gives 20 workdays after %s as %s', (from, to) => {
    expect(workdayAfter(calendar, from)).toBe(to);
  });

  test('leaves out holidays and counts the weekends worked instead', () => {
    // 2022-01-29 and 01-30 are worked, 01-31 to 02-06 is 春节.
    expect(workdayAfter(calendar, '2022-01-28', 1)).toBe('2022-01-29');
    expect(workdayAfter(calendar, '2022-01-28', 2)).toBe('2022-01-30');
    expect(workdayAfter(calendar, '2022-01-28', 3)).toBe('2022-02-07');
  });

  test('says nothing when it reaches a year whose holidays are not known', () => {
    expect(workdayAfter(calendar, '2026-12-04')).toBeNull();
    expect(workdayAfter(calendar, '2026-12-03')).toBe('2026-12-31');
    expect(workdayAfter(calendar, '2019-12-30', 1)).toBeNull();
  });

  test('is a workday with exactly so many workdays before it', () => {
    fc.assert(
      fc.property(DAY, fc.integer({ min: 1, max: 60 }), (day, workdays) => {
        const end = workdayAfter(calendar, day, workdays);
        expect(end).not.toBeNull();
        expect(isWorkday(calendar, end ?? '')).toBe(true);
        expect(workdaysBetween(calendar, day, end ?? '')).toBe(workdays);
      }),
    );
  });
});

test('addDays and daysBetween are each other’s inverse', () => {
  fc.assert(
    fc.property(DAY, fc.integer({ min: -500, max: 500 }), (day, days) => {
      expect(daysBetween(day, addDays(day, days))).toBe(days);
    }),
  );
});

describe('parseHolidays', () => {
  const findings = (entry: string): readonly string[] =>
    parseHolidays(
      `years:\n  2024:\n    notice: 虚构\n    holidays:\n      - ${entry}\n`,
      'holidays.yaml',
    ).diagnostics.map(
      ({ message, place }) => `${place.kind === 'source' ? String(place.line) : '?'} ${message}`,
    );

  test('finds ends before beginnings, days of another year and work on weekdays', () => {
    expect(findings('{ name: 元旦, from: 2024-01-01, to: 2024-01-01 }')).toEqual([]);
    expect(findings('{ name: 元旦, from: 2024-01-03, to: 2024-01-01 }')).toEqual([
      '5 2024年元旦从 2024-01-03 到 2024-01-01，起止有误',
    ]);
    expect(findings('{ name: 国庆节, from: 2025-10-01, to: 2025-10-07 }')).toEqual([
      '5 国庆节（2025-10-07）不在2024年',
    ]);
    expect(findings('{ name: 元旦, from: 2024-01-01, to: 2024-01-01, work: [2024-01-02] }')).toEqual([
      '5 调休上班的 2024-01-02 不是周末',
    ]);
    expect(findings('{ name: 元旦, from: 2024-02-30, to: 2024-03-01 }')).toHaveLength(1);
  });
});
