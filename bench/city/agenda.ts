import { yearOf } from './calendar.ts';
import { FIELDS } from './fields.ts';
import type { Field } from './field.ts';
import { createRandom } from './random.ts';

/** A matter of every year that comes up at a meeting: its plan, or a report on it. */
export interface Recurrence {
  readonly field: Field;
  /** 生活垃圾分类. */
  readonly subject: string;
  /** The bureau whose matter it is; null when it is anybody's of the field. */
  readonly lead: string | null;
  readonly phase: 'plan' | 'report';
}

/** A matter of every year and the first year it was there. */
type Subject = Omit<Recurrence, 'phase'> & { readonly since: number };

const SUBJECTS: readonly Subject[] = FIELDS.flatMap((field) =>
  field.annual.map((text) => ({ field, ...readSubject(text) })),
);
/** How much of a year's agenda its recurring matters fill, at about ten items a meeting. */
const SHARE = 3.5;

/**
 * The recurring matters of a year, one list per meeting: plans early in the year, reports later. Few
 * meetings treat the same few matters every year, many treat all of them and report more than once.
 */
export function scheduleYear(
  seed: string,
  year: number,
  meetings: number,
): readonly (readonly Recurrence[])[] {
  const random = createRandom(`${seed}/agenda/${String(year)}`);
  const order = createRandom(`${seed}/agenda`).sample(SUBJECTS, SUBJECTS.length);
  const subjects = order.filter(({ since }) => since <= year);
  const lists: Recurrence[][] = Array.from({ length: meetings }, () => []);
  const place = (at: number, { field, subject, lead }: Subject, phase: Recurrence['phase']): void => {
    lists[Math.min(meetings - 1, Math.floor(at * meetings))]?.push({ field, subject, lead, phase });
  };
  const room = Math.ceil(meetings * SHARE);
  for (const subject of subjects.slice(0, room / 2)) {
    place(random.unit() * 0.4, subject, 'plan');
    place(0.45 + random.unit() * 0.55, subject, 'report');
  }
  for (let more = room - subjects.length * 2; more > 0; more--)
    place(random.unit(), random.pick(subjects), 'report');
  return lists;
}

function readSubject(text: string): Pick<Recurrence, 'subject' | 'lead'> & { readonly since: number } {
  const [, subject = text, since = '0', lead = null] =
    /^([^@#]+)(?:@(\d{4}))?(?:#([a-z]+))?$/u.exec(text) ?? [];
  return { subject, since: Number(since), lead };
}

/** How many of the dates lie in each year. */
export function countByYear(dates: readonly string[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const date of dates) counts.set(yearOf(date), (counts.get(yearOf(date)) ?? 0) + 1);
  return counts;
}
