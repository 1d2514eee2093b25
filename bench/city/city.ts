import type { IsoDate } from '../../src/minutes/model.ts';
import { countByYear, scheduleYear, type Recurrence } from './agenda.ts';
import { addDays, daysBetween, workday, yearOf } from './calendar.ts';
import { writeMeeting } from './meeting.ts';
import { appointOfficials } from './official.ts';
import { createRandom } from './random.ts';
import { REGISTRY_FILE } from './registry-file.ts';
import { SITE_FILE } from './site-file.ts';
import type { MeetingTruth } from './truth.ts';

/** What decides a generated city, byte for byte. */
export interface CityOptions {
  readonly meetings: number;
  readonly seed: number | string;
  /** The years of the first and last meeting; 2018 and 2026 unless told. */
  readonly from?: number;
  readonly to?: number;
}

/** One file of the content folder of a generated city. */
export interface GeneratedFile {
  /** Below the content folder: `minutes/2022/013.md`. */
  readonly path: string;
  readonly source: string;
  /** What the minutes say; null for `bureaus.yaml` and `site.yaml`. */
  readonly truth: MeetingTruth | null;
}

/** The last year a city can have minutes of, and the last day of a meeting in it. */
export const LAST_YEAR = 2026;
const LAST_MEETING = `${String(LAST_YEAR)}-10-09`;
const FIRST_TERM = 15;

/**
 * The content folder of 云泽市, a fictional city: `bureaus.yaml`, `site.yaml`, then the minutes from
 * the oldest to the newest, one at a time. The same options give the same bytes. Meetings are spread
 * evenly over the years; their numbers begin anew each year, their sessions once, when the term ends.
 */
export function* generateCity({
  meetings,
  seed,
  from = 2018,
  to = LAST_YEAR,
}: CityOptions): Generator<GeneratedFile> {
  yield { path: 'bureaus.yaml', source: REGISTRY_FILE, truth: null };
  yield { path: 'site.yaml', source: SITE_FILE, truth: null };
  const key = String(seed);
  const officials = appointOfficials(key);
  const dates = chooseDates(key, meetings, from, Math.min(to, LAST_YEAR));
  const counts = countByYear(dates);
  const termEnds = Math.ceil((from + to) / 2);
  let schedule: readonly (readonly Recurrence[])[] = [];
  let year = 0;
  let inYear = 0;
  let number = 0;
  let session = 0;
  let term = 0;
  let issued = '';
  for (const held of dates) {
    if (yearOf(held) !== year) {
      year = yearOf(held);
      [inYear, number] = [0, 0];
      schedule = scheduleYear(key, year, counts.get(year) ?? 0);
      const now = from < to && year >= termEnds ? FIRST_TERM + 1 : FIRST_TERM;
      if (now !== term) [term, session] = [now, 0];
    }
    session += 1;
    const random = createRandom(`${key}/${String(term)}/${String(session)}`);
    // Other meetings of the office are numbered in the same series.
    number += random.chance(0.25) ? 2 : 1;
    const id = `${String(year)}/${String(number).padStart(3, '0')}`;
    const recurrences = schedule[inYear] ?? [];
    const plan = { id, number, session, term, held, issuedBefore: issued, recurrences };
    const { source, truth } = writeMeeting(random, plan, officials);
    inYear += 1;
    issued = truth.issued;
    yield { path: `minutes/${id}.md`, source, truth };
  }
}

/**
 * The days of the meetings, rising, on workdays, at about equal distance. None falls on the last days
 * of a year, so that minutes are issued in the year that numbers them.
 */
function chooseDates(seed: string, meetings: number, from: number, to: number): readonly IsoDate[] {
  const random = createRandom(`${seed}/dates`);
  const years = Array.from({ length: to - from + 1 }, (_, index) => {
    const first = `${String(from + index)}-01-04`;
    const last = from + index === LAST_YEAR ? LAST_MEETING : `${String(from + index)}-12-18`;
    return { first, days: daysBetween(first, last) };
  });
  const days = years.reduce((sum, year) => sum + year.days, 0);
  return Array.from({ length: meetings }, (_, index) => {
    let day = Math.floor(((index + random.unit()) * days) / meetings);
    const year = years.find((each) => day < each.days || ((day -= each.days), false));
    return workday(addDays(year?.first ?? LAST_MEETING, day));
  });
}
