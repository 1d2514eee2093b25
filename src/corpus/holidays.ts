import { z } from 'zod';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import type { IsoDate } from '../minutes/model.ts';
import { DATE } from './tombstones.ts';
import { addDays, daysBetween, NO_CALENDAR, type Calendar } from './workdays.ts';
import { readYaml } from './yaml.ts';

const HOLIDAY = z.strictObject({
  name: z.string(),
  from: DATE,
  to: DATE,
  work: z.array(DATE).default([]),
});

const SCHEMA = z.strictObject({
  years: z.record(
    z.string().regex(/^\d{4}$/u, { error: '写四位年份' }),
    z.strictObject({
      notice: z.string({ error: '写通知的文号' }),
      holidays: z.array(HOLIDAY).min(1, { error: '照通知写出各个节日' }),
    }),
  ),
});

/** No holiday of mainland China has ever been longer. */
const LONGEST = 12;

/**
 * Reads `content/holidays.yaml`. Every fault is a `holidays/invalid` at its line: wrong form, an end
 * before its beginning, a day of another year, work on a weekday. No calendar then. Never throws.
 */
export function parseHolidays(
  yaml: string,
  path: string,
): { readonly calendar: Calendar; readonly diagnostics: readonly Diagnostic[] } {
  const file = readYaml(yaml, path, 'holidays/invalid', SCHEMA);
  if (file.value === null) return { calendar: NO_CALENDAR, diagnostics: file.diagnostics };
  const diagnostics: Diagnostic[] = [];
  const holidays = new Set<IsoDate>();
  const workdays = new Set<IsoDate>();
  for (const [year, { holidays: entries }] of Object.entries(file.value.years)) {
    for (const [at, { name, from, to, work }] of entries.entries()) {
      const report = (message: string, hint: string): void => {
        const place = file.place(['years', year, 'holidays', at]);
        diagnostics.push({ code: 'holidays/invalid', message, hint, path, place });
      };
      const length = daysBetween(from, to) + 1;
      if (length < 1 || length > LONGEST)
        report(`${year}年${name}从 ${from} 到 ${to}，起止有误`, '对照通知改正');
      else for (let day = 0; day < length; day++) holidays.add(addDays(from, day));
      // 元旦 may begin in the last days of the year before.
      if (!to.startsWith(year)) report(`${name}（${to}）不在${year}年`, '移到它所在的年份');
      for (const day of work) {
        if (!isWeekend(day)) report(`调休上班的 ${day} 不是周末`, '对照通知改正');
        workdays.add(day);
      }
    }
  }
  return { calendar: { years: new Set(Object.keys(file.value.years)), holidays, workdays }, diagnostics };
}

function isWeekend(day: IsoDate): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
