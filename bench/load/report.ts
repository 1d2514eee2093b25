import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Counts } from './tally.ts';

/** People of one kind at one pace. */
export interface LoadRow extends Counts {
  readonly pace: string;
  readonly kind: 'reader' | 'searcher';
  readonly seconds: number;
}

export interface LoadResults {
  readonly meetings: number;
  readonly people: number;
  readonly seed: string;
  /** The machine: its cores, and how many processes were waiting for them when the run began. */
  readonly cores: number;
  readonly load: number;
  readonly rows: readonly LoadRow[];
}

const ROOT = join(import.meta.dirname, '..', '..');
const RESULTS = join(ROOT, 'bench', 'results', 'load.json');
const PAGE = join(ROOT, 'docs', 'benchmarks.md');
const [BEGIN, END] = ['<!-- bench load -->', '<!-- /bench load -->'];

/** How many meetings a built site holds. */
export function meetingsOf(dir: string): number {
  const minutes = join(dir, 'minutes');
  const years = readdirSync(minutes).filter((name) => /^\d{4}$/u.test(name));
  const texts = years.flatMap((year) =>
    readdirSync(join(minutes, year)).filter((name) => existsSync(join(minutes, year, name, 'minutes.txt'))),
  );
  return texts.length;
}

/** Puts the results in the place of those of the same size, and all tables into `docs/benchmarks.md`. */
export async function writeResults(results: LoadResults): Promise<void> {
  const known: readonly LoadResults[] = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : [];
  const all = [...known.filter(({ meetings }) => meetings !== results.meetings), results].toSorted(
    (one, other) => one.meetings - other.meetings,
  );
  mkdirSync(dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify(all, null, 2)}\n`);
  console.log(tableOf(results));
  const page = readFileSync(PAGE, 'utf8');
  const [before = '', rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  if (!page.includes(BEGIN)) return;
  const written = `${before}${BEGIN}\n\n${all.map(tableOf).join('\n\n')}\n\n${END}${after}`;
  const options = { ...(await resolveConfig(PAGE)), filepath: PAGE };
  writeFileSync(PAGE, await format(written, options));
}

const COLUMNS: readonly (readonly [title: string, of: (row: LoadRow) => string])[] = [
  ['pace', ({ pace }) => pace],
  ['who', ({ kind }) => `${kind}s`],
  ['visits', ({ visits }) => String(visits)],
  ['requests', ({ requests }) => String(requests)],
  ['a second', ({ requests, seconds }) => (requests / seconds).toFixed(0)],
  ['p50 ms', ({ p50 }) => p50.toFixed(1)],
  ['p99 ms', ({ p99 }) => p99.toFixed(1)],
  ['longest ms', ({ longest }) => longest.toFixed(0)],
  ['not modified', ({ unchanged }) => String(unchanged)],
  ['not asked', ({ spared }) => String(spared)],
  ['MB', ({ bytes }) => (bytes / 1e6).toFixed(1)],
  ['errors', ({ errors }) => String(errors)],
];

/** The results of one size, as Markdown. */
export function tableOf({ meetings, people, cores, load, rows }: LoadResults): string {
  const head = COLUMNS.map(([title]) => title);
  const lines = [head, head.map(() => '---'), ...rows.map((row) => COLUMNS.map(([, of]) => of(row)))];
  return [
    `### ${meetings.toLocaleString('en')} meetings`,
    '',
    `${String(people)} people, ${String(cores)} cores for server and people together, load ${load.toFixed(1)} at the beginning`,
    '',
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}
