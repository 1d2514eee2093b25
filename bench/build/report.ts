import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../src/publisher/site-files.ts';

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
  /** Milliseconds by phase, of ours. */
  readonly phases?: readonly (readonly [name: string, milliseconds: number])[];
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
const [BEGIN, END] = ['<!-- bench build -->', '<!-- /bench build -->'];

/** How many files stand below a folder, and their bytes. */
export function sizeOfFolder(folder: string): { readonly files: number; readonly bytes: number } {
  const files = filesBelow(folder);
  return {
    files: files.length,
    bytes: files.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0),
  };
}

/** Writes the results as JSON, and the tables of all sizes measured so far into `docs/benchmarks.md`. */
export function writeResults(results: BuildResults): void {
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
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${tables}\n\n${END}${after}`);
}

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

/** By how much the processor time of a meeting grows from each size to the next; none for one size. */
function growthTable(all: readonly BuildResults[]): readonly string[] {
  const pairs = all.slice(1).map((large, at) => ({ small: all[at] ?? large, large }));
  const lines = pairs.flatMap(({ small, large }) =>
    growthOf(small, large).map(({ generator, build, ratio }) => [
      `${small.meetings.toLocaleString('en')} → ${large.meetings.toLocaleString('en')}`,
      generator,
      build,
      ratio.toFixed(2),
    ]),
  );
  if (lines.length === 0) return [];
  const head = ['from → to', 'generator', 'build', 'seconds a meeting, ratio'];
  return [['### Growth', '', ...markdown(head, lines)].join('\n')];
}

/** The ratio of the seconds that a meeting takes in a larger city and in a smaller one, of clean builds. */
export function growthOf(
  small: BuildResults,
  large: BuildResults,
): readonly { readonly generator: string; readonly build: string; readonly ratio: number }[] {
  return large.rows.flatMap(({ generator, build, wall }) => {
    const before = small.rows.find((row) => row.generator === generator && row.build === build)?.wall ?? null;
    if (wall === null || before === null || !build.includes('clean')) return [];
    return [{ generator, build, ratio: wall / large.meetings / (before / small.meetings) }];
  });
}

function markdown(head: readonly string[], lines: readonly (readonly string[])[]): readonly string[] {
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
}

function fixed(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}
