import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Built, Cost } from './ours.ts';
import type { Score } from './score.ts';

/** One engine at one size. */
export interface Row extends Score {
  readonly engine: string;
  readonly built: Built;
  readonly cost: Cost;
  /** Milliseconds of a query in Chromium. */
  readonly p50: number;
  readonly p95: number;
  readonly note: string;
}

export interface Results {
  readonly meetings: number;
  readonly items: number;
  readonly seed: string;
  readonly queries: number;
  readonly sample: number;
  readonly rows: readonly Row[];
}

const FOLDER = join(import.meta.dirname, '..', 'results');
const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'benchmarks.md');
const [BEGIN, END] = ['<!-- bench search -->', '<!-- /bench search -->'];

/** Writes the results as JSON, and the table of all sizes measured so far into `docs/benchmarks.md`. */
export function writeResults(results: Results): void {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `search-${String(results.meetings)}.json`);
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  const all = readdirSync(FOLDER)
    .filter((name) => /^search-\d+\.json$/u.test(name))
    .map((name): Results => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')))
    .toSorted((one, other) => one.meetings - other.meetings);
  const tables = all.map(tableOf).join('\n\n');
  console.log(tableOf(results));
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : `${BEGIN}\n${END}\n`;
  const [before = '', rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  if (page.includes(BEGIN)) writeFileSync(PAGE, `${before}${BEGIN}\n\n${tables}\n\n${END}${after}`);
}

const COLUMNS: readonly (readonly [title: string, of: (row: Row) => string])[] = [
  ['engine', ({ engine }) => engine],
  ['queries', ({ queries }) => String(queries)],
  ['recall %', ({ recall }) => percent(recall)],
  ['precision %', ({ precision }) => percent(precision)],
  ['exact %', ({ exact }) => percent(exact)],
  ['start-up kB', ({ cost }) => kilobytes(cost.startBytes)],
  [
    'cold query kB, mean (p95)',
    ({ cost }) => `${kilobytes(cost.coldBytes)} (${kilobytes(cost.coldBytes95)})`,
  ],
  ['requests', ({ cost }) => cost.coldRequests.toFixed(1)],
  ['with ten results kB', ({ cost }) => kilobytes(cost.shownBytes)],
  ['until the first ten kB', ({ cost }) => kilobytes(cost.firstBytes)],
  ['warm query kB', ({ cost }) => kilobytes(cost.warmBytes)],
  ['index MB (files)', ({ built }) => `${(built.bytes / 1e6).toFixed(1)} (${String(built.files)})`],
  ['build s', ({ built }) => built.seconds.toFixed(1)],
  ['query ms p50 / p95', ({ p50, p95 }) => `${milliseconds(p50)} / ${milliseconds(p95)}`],
  ['', ({ note }) => note],
];

function tableOf({ meetings, items, seed, queries, sample, rows }: Results): string {
  const head = COLUMNS.map(([title]) => title);
  const lines = [head, head.map(() => '---'), ...rows.map((row) => COLUMNS.map(([, of]) => of(row)))];
  return [
    `### ${meetings.toLocaleString('en')} meetings, ${items.toLocaleString('en')} agenda items`,
    '',
    `\`npm run bench -- search --meetings ${String(meetings)} --queries ${String(queries)} --sample ${String(sample)} --seed ${seed}\``,
    '',
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

function percent(share: number): string {
  return share === 1 ? '100' : (Math.floor(share * 1000) / 10).toFixed(1);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function milliseconds(time: number): string {
  return time < 10 ? time.toFixed(1) : String(Math.round(time));
}
