import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { BuildReport } from '../../src/cli/build-report.ts';
import { filesBelow } from '../../src/publisher/site-files.ts';
import { limitsOf, planOf, unitsOf, type Layout, type Line, type Units } from './province.ts';

/** One build of one generator at one size. */
export interface BuildRow {
  readonly generator: string;
  readonly build: string;
  /** Seconds; null of a generator that isn't there. */
  readonly wall: number | null;
  readonly cpu: number | null;
  readonly megabytes: number | null;
  /** What stands afterwards. */
  readonly files: number;
  readonly bytes: number;
  readonly written: number;
  readonly deleted: number;
  /** Bytes of the state that the next build goes on from, of ours. */
  readonly state?: number;
  /** Milliseconds by phase, of ours. */
  readonly phases?: Readonly<Record<string, number>>;
}

export interface BuildResults {
  readonly meetings: number;
  readonly seed: string;
  /** The machine: its cores, and how many processes were waiting for them when the run began. */
  readonly cores: number;
  readonly load: number;
  readonly rows: readonly BuildRow[];
}

const FOLDER = join(import.meta.dirname, '..', 'results');
const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'benchmarks.md');
const PLAN = join(import.meta.dirname, '..', '..', 'docs', 'scale.md');
const [BEGIN, END] = ['<!-- bench build -->', '<!-- /bench build -->'];

/** Phases as whole milliseconds by name. */
export function phasesOf(phases: BuildReport['phases']): Readonly<Record<string, number>> {
  return Object.fromEntries(phases.map(([name, time]) => [name, Math.round(time)]));
}

/** How many files stand below a folder, and their bytes. */
export function sizeOfFolder(folder: string): { readonly files: number; readonly bytes: number } {
  const files = filesBelow(folder);
  return {
    files: files.length,
    bytes: files.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0),
  };
}

/** Writes the results as JSON, and the tables of all sizes measured so far into `docs/benchmarks.md`. */
export async function writeResults(results: BuildResults): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(
    join(FOLDER, `build-${String(results.meetings)}.json`),
    `${JSON.stringify(results, null, 2)}\n`,
  );
  const all = readdirSync(FOLDER)
    .filter((name) => /^build-\d+\.json$/u.test(name))
    .map((name): BuildResults => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')))
    .toSorted((one, other) => one.meetings - other.meetings);
  const page = readFileSync(PAGE, 'utf8');
  const [before = '', rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  const tables = [...all.map(tableOf), ...growthTable(all)].join('\n\n');
  await writePage(PAGE, `${before}${BEGIN}\n\n${tables}\n\n${END}${after}`);
  await writePlan(all);
}

/** The ways to publish a province of 250,000 minutes that are weighed. */
const LAYOUTS: readonly Layout[] = [
  { name: 'a site for each of 100 counties', sites: 100, meetings: 2500 },
  { name: 'a site for each of 10 cities', sites: 10, meetings: 25_000 },
  { name: 'one site for the province', sites: 1, meetings: 250_000 },
];

/** Writes what the figures come to for a province into `docs/scale.md`, once two sizes are measured. */
async function writePlan(all: readonly BuildResults[]): Promise<void> {
  const units = unitsOf(all);
  if (units === null) return;
  const sources = all.slice(-2).map(({ meetings }) => `\`bench/results/build-${String(meetings)}.json\``);
  const unitRows = UNITS.map(({ name, digits, of }) => {
    const line = of(units);
    return [name, fixed(line?.base ?? null, digits), fixed(line === null ? null : line.each * 1000, digits)];
  });
  const plan = markdown(['', ...LAYOUTS.map(({ name }) => name)], planOf(units, LAYOUTS));
  const limits = markdown(['what ends', 'limit', 'minutes of one site'], limitsOf(units));
  const tables = {
    units: [
      `From ${sources.join(' and ')}.`,
      '',
      ...markdown(['unit', 'of a site', 'of 1,000 minutes'], unitRows),
    ],
    plan,
    limits,
  };
  const page = Object.entries(tables).reduce(
    (text, [name, lines]) => {
      const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
      const [before = '', rest = ''] = text.split(begin);
      const [, after = ''] = rest.split(end);
      return `${before}${begin}\n\n${lines.join('\n')}\n\n${end}${after}`;
    },
    readFileSync(PLAN, 'utf8'),
  );
  await writePage(PLAN, page);
}

/** Writes a page in the form that the repository is kept in. */
async function writePage(path: string, text: string): Promise<void> {
  const options = await resolveConfig(path);
  writeFileSync(path, await format(text, { ...options, filepath: path }));
}

const UNITS: readonly {
  readonly name: string;
  readonly digits: number;
  readonly of: (units: Units) => Line | null;
}[] = [
  { name: 'clean build, processor s', digits: 1, of: ({ cleanSeconds }) => cleanSeconds },
  { name: 'one correction, processor s', digits: 2, of: ({ correctedSeconds }) => correctedSeconds },
  { name: 'clean build, peak MB', digits: 0, of: ({ cleanMegabytes }) => cleanMegabytes },
  { name: 'one correction, peak MB', digits: 0, of: ({ correctedMegabytes }) => correctedMegabytes },
  { name: 'files', digits: 0, of: ({ files }) => files },
  { name: 'bytes', digits: 0, of: ({ bytes }) => bytes },
  { name: 'bytes of state between builds', digits: 0, of: ({ stateBytes }) => stateBytes },
];

const COLUMNS: readonly (readonly [title: string, of: (row: BuildRow) => string])[] = [
  ['generator', ({ generator }) => generator],
  ['build', ({ build }) => build],
  ['wall s', ({ wall }) => fixed(wall, 1)],
  ['CPU s', ({ cpu }) => fixed(cpu, 1)],
  ['peak MB', ({ megabytes }) => fixed(megabytes, 0)],
  ['written', ({ written }) => String(written)],
  ['deleted', ({ deleted }) => String(deleted)],
  ['files', ({ files }) => String(files)],
  ['MB', ({ bytes }) => fixed(bytes / 1e6, 1)],
];

/** The table of one size, in Markdown. */
export function tableOf({ meetings, seed, cores, load, rows }: BuildResults): string {
  return [
    `### ${meetings.toLocaleString('en')} meetings`,
    '',
    `\`npm run bench -- build --meetings ${String(meetings)} --seed ${seed}\`, ${String(cores)} cores, load ${load.toFixed(1)} at the beginning`,
    '',
    ...markdown(
      COLUMNS.map(([title]) => title),
      rows.map((row) => COLUMNS.map(([, of]) => of(row))),
    ),
  ].join('\n');
}

/** By how much the time of a meeting grows from each size to the next; none for one size. */
function growthTable(all: readonly BuildResults[]): readonly string[] {
  const pairs = all.slice(1).map((large, at) => ({ small: all[at] ?? large, large }));
  const lines = pairs.flatMap(({ small, large }) =>
    growthOf(small, large).map(({ generator, build, wall, cpu }) => [
      `${small.meetings.toLocaleString('en')} → ${large.meetings.toLocaleString('en')}`,
      generator,
      build,
      fixed(wall, 2),
      fixed(cpu, 2),
    ]),
  );
  if (lines.length === 0) return [];
  const head = ['from → to', 'generator', 'build', 'wall s a meeting, ratio', 'CPU s a meeting, ratio'];
  return [['### Growth', '', ...markdown(head, lines)].join('\n')];
}

export interface Growth {
  readonly generator: string;
  readonly build: string;
  readonly wall: number | null;
  readonly cpu: number | null;
}

/** The seconds that a meeting takes in a larger city over those in a smaller one, of clean builds. */
export function growthOf(small: BuildResults, large: BuildResults): readonly Growth[] {
  const ratio = (before: number | null | undefined, after: number | null): number | null =>
    before == null || after === null ? null : after / large.meetings / (before / small.meetings);
  return large.rows.flatMap(({ generator, build, wall, cpu }) => {
    const before = small.rows.find((row) => row.generator === generator && row.build === build);
    if (wall === null || before?.wall == null || !build.includes('clean')) return [];
    return [{ generator, build, wall: ratio(before.wall, wall), cpu: ratio(before.cpu, cpu) }];
  });
}

function markdown(head: readonly string[], lines: readonly (readonly string[])[]): readonly string[] {
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
}

function fixed(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}
