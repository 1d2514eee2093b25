import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Built, Cost } from './ours.ts';
import type { Corrected } from './corrected.ts';
import { quantile, type Score } from './score.ts';

/** One engine at one size; nulls where it doesn't reach it. */
export interface Row {
  readonly engine: string;
  readonly score: Score | null;
  readonly built: Built | null;
  readonly cost: Cost | null;
  /** Milliseconds of a query in Chromium, over HTTP; null when it wasn't run there. */
  readonly times: Times | null;
  /** The same inside the worker of ours, with its files at hand; null of others. */
  readonly workerTimes: Times | null;
  readonly note: string;
}

export interface Times {
  readonly p50: number;
  readonly p95: number;
}

/** The median and what 95 of 100 queries don't exceed. */
export function timesOf(measured: readonly number[]): Times {
  return { p50: quantile(measured, 0.5), p95: quantile(measured, 0.95) };
}

export interface Results {
  readonly meetings: number;
  readonly items: number;
  readonly seed: string;
  readonly queries: number;
  readonly sample: number;
  /** How many of the sample the peers got; null without peers. */
  readonly peerSample: number | null;
  readonly rows: readonly Row[];
  /** What one corrected meeting takes; null when it wasn't measured. */
  readonly corrected: Corrected | null;
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

const NONE = '–';

const COLUMNS: readonly (readonly [title: string, of: (row: Row) => string])[] = [
  ['engine', ({ engine }) => engine],
  ['queries', ofScore(({ queries }) => String(queries))],
  ['recall %', ofScore(({ recall }) => percent(recall))],
  ['precision %', ofScore(({ precision }) => percent(precision))],
  ['exact %', ofScore(({ exact }) => percent(exact))],
  ['start-up kB', ofCost(({ startBytes }) => kilobytes(startBytes))],
  [
    'cold query kB, mean (p95)',
    ofCost(({ coldBytes, coldBytes95 }) => `${kilobytes(coldBytes)} (${kilobytes(coldBytes95)})`),
  ],
  ['requests', ofCost(({ coldRequests }) => coldRequests.toFixed(1))],
  ['with ten results kB', ofCost(({ shownBytes }) => kilobytes(shownBytes))],
  ['until the first ten kB', ofCost(({ firstBytes }) => kilobytes(firstBytes))],
  ['warm query kB', ofCost(({ warmBytes }) => kilobytes(warmBytes))],
  ['index MB (files)', ofBuilt(({ bytes, files }) => `${(bytes / 1e6).toFixed(1)} (${String(files)})`)],
  ['build s', ofBuilt(({ seconds }) => seconds.toFixed(1))],
  ['worker ms p50 / p95', ({ workerTimes }) => timesText(workerTimes)],
  ['query ms p50 / p95', ({ times }) => timesText(times)],
  ['', ({ note }) => note],
];

function ofScore(text: (score: Score) => string): (row: Row) => string {
  return ({ score }) => (score === null ? NONE : text(score));
}

function ofCost(text: (cost: Cost) => string): (row: Row) => string {
  return ({ cost }) => (cost === null ? NONE : text(cost));
}

function ofBuilt(text: (built: Built) => string): (row: Row) => string {
  return ({ built }) => (built === null ? NONE : text(built));
}

function tableOf({ meetings, items, seed, queries, sample, peerSample, rows, corrected }: Results): string {
  const head = COLUMNS.map(([title]) => title);
  const lines = [head, head.map(() => '---'), ...rows.map((row) => COLUMNS.map(([, of]) => of(row)))];
  return [
    `### ${meetings.toLocaleString('en')} meetings, ${items.toLocaleString('en')} agenda items`,
    '',
    `\`npm run bench -- search --meetings ${String(meetings)} --queries ${String(queries)} --sample ${String(sample)}${peerSample === null ? '' : ` --peer-sample ${String(peerSample)}`} --seed ${seed}\``,
    '',
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
    ...(corrected === null ? [] : ['', sentenceOf(corrected)]),
  ].join('\n');
}

function sentenceOf({ seconds, cpu, files, written, removed, changed, exact, queries }: Corrected): string {
  return (
    `One corrected meeting: ${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of the processor), of ${String(files)} files ` +
    `${String(written)} written, ${String(removed)} removed, ${String(changed)} others changed; ` +
    `then ${String(exact)} of ${String(queries)} queries exact.`
  );
}

function timesText(times: Times | null): string {
  return times === null ? NONE : `${milliseconds(times.p50)} / ${milliseconds(times.p95)}`;
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
