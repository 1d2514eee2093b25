import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseHolidays } from '../../src/corpus/holidays.ts';
import { lagOf } from '../../src/corpus/lag.ts';
import { NO_CALENDAR } from '../../src/corpus/workdays.ts';
import { EMPTY_LEXICON } from '../../src/minutes/lexicon.ts';
import type { Minutes } from '../../src/minutes/model.ts';
import { parseMinutes } from '../../src/minutes/parse.ts';
import { readTaicang } from '../minutes/read.ts';

const { calendar } = parseHolidays(readFileSync('content/holidays.yaml', 'utf8'), 'content/holidays.yaml');

/** Minutes with a time of publication and the dates given. */
function minutesOf(published: string, dates: Readonly<Record<string, string>>): Minutes {
  const fields = Object.entries(dates).map(([name, day]) => `${name}: ${day}\n`);
  const source = `---\ndisclosure: 主动公开\npublished: ${published}\n${fields.join('')}---\n\n会议研究了有关事项。\n`;
  return parseMinutes(source, 'x.md', EMPTY_LEXICON).minutes;
}

test('counts the days from meeting, compilation and issue, and the deadline from the issue', () => {
  expect(lagOf(readTaicang().minutes, calendar)).toEqual({
    published: '2022-07-09',
    intervals: [
      { name: '会议', day: '2022-07-02', days: 7 },
      { name: '整理', day: '2022-07-06', days: 3 },
      { name: '印发', day: '2022-07-09', days: 0 },
    ],
    base: { name: '印发', day: '2022-07-09', days: 0 },
    deadline: '2022-08-05',
    late: 0,
  });
});

test('counts the workdays after the deadline', () => {
  const held = { held: '2022-07-02' };
  expect(lagOf(minutesOf('2022-07-29 23:59', held), calendar)).toMatchObject({
    deadline: '2022-07-29',
    late: 0,
  });
  expect(lagOf(minutesOf('2022-07-31 09:00', held), calendar)).toMatchObject({ late: 0 });
  expect(lagOf(minutesOf('2022-08-02 09:00', held), calendar)).toMatchObject({ late: 2 });
});

test('knows no deadline without holidays, and no lag without a day', () => {
  expect(lagOf(minutesOf('2022-07-29 09:00', { held: '2022-07-02' }), NO_CALENDAR)).toMatchObject({
    deadline: null,
    late: null,
  });
  expect(lagOf(minutesOf('2022-07-29 09:00', {}), calendar)).toBeNull();
});
