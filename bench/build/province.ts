import { MOST_MEETINGS } from '../../src/exporters/bundles.ts';
import type { BuildResults, BuildRow } from './report.ts';

/**
 * A province on paper: what was measured of one city, carried over to very many minutes. Times and memory
 * are taken as a straight line through the two largest sizes that were measured; files and bytes by the minutes.
 */

/** A line through two measurements. */
export interface Line {
  readonly base: number;
  readonly each: number;
}

/** What one build costs, by the number of minutes. */
export interface Units {
  readonly cleanSeconds: Line;
  /** Null where a size wasn't measured. */
  readonly correctedSeconds: Line | null;
  readonly cleanMegabytes: Line;
  readonly correctedMegabytes: Line | null;
  readonly files: Line;
  readonly bytes: Line;
  readonly stateBytes: Line;
}

/** Prices as they are assumed; nobody's offer. */
export const PRICES = {
  /** US dollars for a minute of a hosted CI machine with two cores. */
  runnerMinute: 0.008,
  /** Yuan for a month of a GB in an object store. */
  storedGigabyte: 0.12,
  /** Yuan for 10,000 files put into an object store. */
  putTenThousand: 0.01,
} as const;

const NOTHING: Line = { base: 0, each: 0 };

/** The build that counts as clean: on a machine that has nothing, as after an update of the program. */
const ANEW = 'pages compiled, clean';

/** The units from the two largest sizes; null with less than two. */
export function unitsOf(all: readonly BuildResults[]): Units | null {
  const [small, large] = all.toSorted((one, other) => one.meetings - other.meetings).slice(-2);
  if (small === undefined || large === undefined) return null;
  const maybeLine = (build: string, of: (row: BuildRow) => number | null | undefined): Line | null => {
    const [low, high] = [small, large].map(({ rows }) => {
      const row = rows.find((each) => each.generator.includes('ours') && each.build === build);
      return row === undefined ? null : of(row);
    });
    return low == null || high == null ? null : lineThrough([small.meetings, low], [large.meetings, high]);
  };
  const clean = (of: (row: BuildRow) => number | null | undefined): Line => maybeLine(ANEW, of) ?? NOTHING;
  return {
    cleanSeconds: clean(({ cpu }) => cpu),
    correctedSeconds: maybeLine('one corrected', ({ cpu }) => cpu),
    cleanMegabytes: clean(({ megabytes }) => megabytes),
    correctedMegabytes: maybeLine('one corrected', ({ megabytes }) => megabytes),
    files: clean(({ files }) => files),
    bytes: clean(({ bytes }) => bytes),
    stateBytes: clean(({ state }) => state),
  };
}

/** The line through two points; flat where they give nothing else. */
export function lineThrough([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): Line {
  const each = Math.max(0, (y2 - y1) / (x2 - x1));
  return { base: Math.max(0, y1 - each * x1), each };
}

export function at({ base, each }: Line, meetings: number): number {
  return base + each * meetings;
}

/** One way to publish a province. */
export interface Layout {
  readonly name: string;
  readonly sites: number;
  /** Of each site. */
  readonly meetings: number;
}

/** The rows of the plan, as Markdown cells: what it is, and a cell for each layout. */
export function planOf(units: Units, layouts: readonly Layout[]): readonly (readonly string[])[] {
  const row = (name: string, of: (layout: Layout) => string): readonly string[] => [name, ...layouts.map(of)];
  const cleanHours = ({ sites, meetings }: Layout): number =>
    (sites * at(units.cleanSeconds, meetings)) / 3600;
  const gigabytes = ({ sites, meetings }: Layout): number => (sites * at(units.bytes, meetings)) / 1e9;
  const files = ({ sites, meetings }: Layout): number => sites * at(units.files, meetings);
  return [
    row('minutes of a site', ({ meetings }) => whole(meetings)),
    row('clean build of a site, processor', ({ meetings }) => span(at(units.cleanSeconds, meetings))),
    row(
      'clean build of a site, peak memory',
      ({ meetings }) => `${whole(at(units.cleanMegabytes, meetings))} MB`,
    ),
    row('one correction, processor', ({ meetings }) =>
      units.correctedSeconds === null ? '–' : span(at(units.correctedSeconds, meetings)),
    ),
    row('one correction, peak memory', ({ meetings }) =>
      units.correctedMegabytes === null ? '–' : `${whole(at(units.correctedMegabytes, meetings))} MB`,
    ),
    row('files of a site', ({ meetings }) => whole(at(units.files, meetings))),
    row('bytes of a site', ({ meetings }) => `${(at(units.bytes, meetings) / 1e9).toFixed(1)} GB`),
    row('state kept between builds', ({ meetings }) => `${whole(at(units.stateBytes, meetings) / 1e6)} MB`),
    row('**all: clean builds, processor hours**', (layout) => cleanHours(layout).toFixed(1)),
    row('**all: clean builds once, US$**', (layout) =>
      (cleanHours(layout) * 60 * PRICES.runnerMinute).toFixed(2),
    ),
    row('**all: files**', (layout) => whole(files(layout))),
    row('**all: bytes**', (layout) => `${whole(gigabytes(layout))} GB`),
    row('**all: a month in an object store, yuan**', (layout) =>
      (gigabytes(layout) * PRICES.storedGigabyte).toFixed(1),
    ),
    row('**all: put there once, yuan**', (layout) =>
      ((files(layout) / 10_000) * PRICES.putTenThousand).toFixed(2),
    ),
  ];
}

/** What can't grow any further, and at how many minutes of one site that is. */
export function limitsOf(units: Units): readonly (readonly string[])[] {
  const rows: readonly (readonly [what: string, limit: string, meetings: number])[] = [
    ['GitHub Pages takes a site of', '1 GB', minutesAt(units.bytes, 1e9)],
    ['`data/zip/all.zip` is left out beyond', MOST_MEETINGS.toLocaleString('en'), MOST_MEETINGS],
    ['a job on a hosted CI machine may last', '6 h', minutesAt(units.cleanSeconds, 6 * 3600)],
    ['a hosted CI machine has for a clean build', '16 GB', minutesAt(units.cleanMegabytes, 16 * 1024)],
  ];
  return rows
    .toSorted(([, , one], [, , other]) => one - other)
    .map(([what, limit, meetings]) => [what, limit, Number.isFinite(meetings) ? whole(meetings) : '–']);
}

/** How many minutes a limit is reached with; infinity where none do. */
function minutesAt({ base, each }: Line, limit: number): number {
  return each === 0 ? Infinity : Math.max(0, (limit - base) / each);
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function span(seconds: number): string {
  if (seconds < 120) return `${seconds.toFixed(1)} s`;
  return seconds < 7200 ? `${(seconds / 60).toFixed(0)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
