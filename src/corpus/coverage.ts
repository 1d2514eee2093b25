import type { Minutes } from '../minutes/model.ts';
import { statedOf, type StatedHead } from '../minutes/stated.ts';
import type { Absence, CoverageStatements, SeriesStatement } from './coverage-file.ts';
import { derived } from './derived.ts';

/** The two series that run through minutes: 第13号 and 第9次. */
export type SeriesKind = 'minutes' | 'sessions';

/** Some numbers of a series in a row, and what became of them. */
export type NumberRange =
  | { readonly state: 'published'; readonly from: number; readonly to: number; readonly minutes: Minutes }
  | {
      readonly state: 'absent';
      readonly from: number;
      readonly to: number;
      readonly status: Absence;
      readonly basis: string;
    }
  /** Neither published nor accounted for. */
  | { readonly state: 'missing'; readonly from: number; readonly to: number };

/** One series in one year: every number from the first to the last, once. */
export interface YearSeries {
  readonly kind: SeriesKind;
  /** What tells it from others of its kind: the title of the minutes, '' where they have none. */
  readonly title: string;
  readonly ranges: readonly NumberRange[];
}

/** What was published of one year, by the day the meetings count under. */
export interface YearCoverage {
  readonly year: string;
  readonly series: readonly YearSeries[];
}

/** Whether there is anything to tell of: a number or ordinal in the minutes, or a statement. */
export const hasCoverage = derived(
  'hasCoverage',
  ({ minutes, archive: { coverage } }) =>
    coverage.minutes.size + coverage.sessions.size > 0 ||
    minutes.map(statedOf).some(({ number, session }) => number !== null || session !== null),
);

interface Entry {
  readonly minutes: Minutes;
  readonly value: number;
  readonly day: string;
  readonly title: string;
}

/**
 * The coverage of every year that has numbered minutes or a statement, newest first. The numbers of
 * minutes begin at 1 each year, unless they go on from the year before; the ordinals of meetings run
 * through the years until they begin anew, and before the first published one nothing is known but
 * what staff state. A statement about a year counts for the longest of its series.
 */
export function coverageOf(
  minutes: readonly Minutes[],
  statements: CoverageStatements,
): readonly YearCoverage[] {
  const rows = [
    ...seriesRows('minutes', entriesOf(minutes, 'minutes'), statements.minutes),
    ...seriesRows('sessions', entriesOf(minutes, 'sessions'), statements.sessions),
  ];
  return [...Map.groupBy(rows, ({ year }) => year)]
    .map(([year, ofYear]) => ({ year, series: ofYear.map(({ series }) => series) }))
    .toSorted((one, other) => compare(other.year, one.year));
}

interface Row {
  readonly year: string;
  readonly series: YearSeries;
}

function seriesRows(
  kind: SeriesKind,
  entries: readonly Entry[],
  statements: CoverageStatements[SeriesKind],
): readonly Row[] {
  const byTitle = [...Map.groupBy(entries, ({ title }) => title).values()];
  const years = new Set([...entries.map(({ day }) => day.slice(0, 4)), ...statements.keys()]);
  return [...years].flatMap((year) => {
    const ofYear = byTitle
      .map((series) => segmentsIn(kind, year, series))
      .filter((segments) => segments.length > 0)
      .toSorted((one, other) => count(other) - count(one));
    const statement = statements.get(year) ?? null;
    const spans = ofYear.length > 0 ? ofYear : [[{ start: statement?.first ?? 1, entries: [] }]];
    return spans.map((segments, at) => ({
      year,
      series: {
        kind,
        title: segments[0]?.entries[0]?.title ?? '',
        ranges: rangesOf(segments, at === 0 ? statement : null),
      },
    }));
  });
}

/** A run of rising numbers within a year, with the number it should begin at. */
interface Segment {
  readonly start: number;
  readonly entries: readonly Entry[];
}

function count(segments: readonly Segment[]): number {
  return segments.reduce((sum, { entries }) => sum + entries.length, 0);
}

function segmentsIn(kind: SeriesKind, year: string, series: readonly Entry[]): readonly Segment[] {
  const segments: { start: number; entries: Entry[] }[] = [];
  let previous: Entry | null = null;
  for (const entry of series) {
    const segment = segments.at(-1);
    const anew = previous !== null && beginsAnew(kind, previous, entry);
    if (entry.day.startsWith(year)) {
      if (segment !== undefined && !anew) segment.entries.push(entry);
      else segments.push({ start: startOf(kind, previous, anew, entry), entries: [entry] });
    }
    previous = entry;
  }
  return segments;
}

/** As P17 has it: half or less of the last number, or 1, begins a new count. */
function beginsAnew(kind: SeriesKind, previous: Entry, { value, day }: Entry): boolean {
  const newYear = previous.day.slice(0, 4) !== day.slice(0, 4);
  if (kind === 'minutes' && newYear && value <= previous.value) return true;
  return value < previous.value && (value === 1 || value * 2 <= previous.value);
}

function startOf(kind: SeriesKind, previous: Entry | null, anew: boolean, { value }: Entry): number {
  if (anew) return 1;
  if (previous !== null) return Math.min(previous.value + 1, value);
  return kind === 'minutes' ? 1 : value;
}

function rangesOf(segments: readonly Segment[], statement: SeriesStatement | null): readonly NumberRange[] {
  return segments.flatMap(({ start, entries }, at) => {
    const first = at === 0 && statement?.first !== null && statement !== null ? statement.first : start;
    const published = new Map(entries.map((entry) => [entry.value, entry]));
    const stated = at === segments.length - 1 ? statement : null;
    const last = Math.max(
      ...published.keys(),
      stated?.last ?? 0,
      ...(stated?.absences.map(({ to }) => to) ?? []),
      0,
    );
    const ranges: NumberRange[] = [];
    for (let number = Math.min(first, ...published.keys()); number <= last; number++)
      addNumber(ranges, number, published.get(number), statement);
    return ranges;
  });
}

function addNumber(
  ranges: NumberRange[],
  number: number,
  entry: Entry | undefined,
  statement: SeriesStatement | null,
): void {
  const last = ranges.at(-1);
  if (entry !== undefined) {
    ranges.push({ state: 'published', from: number, to: number, minutes: entry.minutes });
    return;
  }
  const absence = statement?.absences.find(({ from, to }) => from <= number && number <= to);
  if (absence === undefined) {
    if (last?.state === 'missing') ranges[ranges.length - 1] = { ...last, to: number };
    else ranges.push({ state: 'missing', from: number, to: number });
    return;
  }
  const { status, basis } = absence;
  if (last?.state === 'absent' && last.status === status && last.basis === basis)
    ranges[ranges.length - 1] = { ...last, to: number };
  else ranges.push({ state: 'absent', from: number, to: number, status, basis });
}

/** The minutes of a series in the order of time: by issue for their numbers, by meeting for ordinals. */
function entriesOf(minutes: readonly Minutes[], kind: SeriesKind): readonly Entry[] {
  return minutes
    .flatMap((each) => {
      const stated = statedOf(each);
      const { number, session, issued, compiled, held } = stated;
      const printed = kind === 'minutes' ? number : session;
      const value = lastNumber(printed);
      const dated = kind === 'minutes' ? (issued ?? compiled) : held;
      const day = yearPrinted(printed, kind) ?? dated ?? stated.day;
      return value === null || day === null ? [] : [{ minutes: each, value, day, title: titleOf(stated) }];
    })
    .toSorted((one, other) => compare(one.day, other.day) || one.value - other.value);
}

/** 13 of 第13号, 2 of 〔2025〕2号; null where no number is printed. */
function lastNumber(printed: string | null): number | null {
  const digits = /(\d{1,4})\D*$/u.exec(printed?.replaceAll(/\s/gu, '') ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A number of the form 〔2025〕2号 belongs to the year it prints, whatever the day. */
function yearPrinted(printed: string | null, kind: SeriesKind): string | null {
  return kind === 'minutes' ? (/[〔[（(](\d{4})[〕\]）)]/u.exec(printed ?? '')?.[1] ?? null) : null;
}

/** The title without numbers: what two series of one place differ in. */
function titleOf({ title, issuer }: StatedHead): string {
  return (title ?? issuer ?? '').replaceAll(/[\s\d]/gu, '');
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
