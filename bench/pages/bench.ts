import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromiumPath } from '../../tests/browser/launch.ts';
import { hasNginx, serveWithNginx } from '../../tests/browser/nginx.ts';
import { formerOf } from '../../tests/browser/plain-server.ts';
import type { BenchOptions } from '../options.ts';
import { audit, LIGHTHOUSE, type Audit } from './lighthouse.ts';

interface PageRow {
  readonly page: string;
  readonly site: 'dist' | 'dist-demo';
  readonly path: string;
}

/** The fictional city, whose pages are full, and the one real document. */
const PAGES: readonly PageRow[] = [
  { page: 'home', site: 'dist-demo', path: '' },
  { page: 'meeting', site: 'dist-demo', path: 'minutes/2025/006/' },
  { page: 'meeting (Taicang)', site: 'dist', path: 'minutes/2022/013/' },
  { page: 'bureau', site: 'dist-demo', path: 'bureaus/czj/' },
  { page: 'search', site: 'dist-demo', path: 'search/' },
  { page: 'register', site: 'dist-demo', path: 'decisions/' },
  { page: 'register, a year', site: 'dist-demo', path: 'decisions/2025/' },
];

interface Measured extends PageRow {
  /** That of the runs whose performance is the median. */
  readonly audit: Audit;
  /** The performance of every run, worst first. */
  readonly performances: readonly number[];
}

const ROOT = join(import.meta.dirname, '..', '..');
const RESULTS = join(ROOT, 'bench', 'results', 'pages.json');
const PAGE = join(ROOT, 'docs', 'benchmarks.md');
const [BEGIN, END] = ['<!-- bench pages -->', '<!-- /bench pages -->'];

/**
 * `npm run bench -- pages`: audits the pages of the built sites with Lighthouse, served by nginx with the shipped
 * headers and compression, and writes the table into `docs/benchmarks.md`.
 */
export async function benchPages({ runs = '3' }: BenchOptions): Promise<void> {
  const missing = ['dist', 'dist-demo'].filter((site) => !existsSync(join(ROOT, site)));
  if (missing.length > 0 || !hasNginx()) {
    console.error('要先有 dist（npm run build）和 dist-demo（npm run demo），还要装有 nginx');
    process.exitCode = 2;
    return;
  }
  const chromium = await chromiumPath();
  const measured: Measured[] = [];
  for (const site of ['dist', 'dist-demo'] as const) {
    const dir = join(ROOT, site);
    const server = await serveWithNginx({ dir, base: '/', content: '' }, formerOf(dir));
    try {
      for (const row of PAGES.filter((each) => each.site === site))
        measured.push(measure(row, server.url, chromium, Number(runs)));
    } finally {
      await server.close();
    }
  }
  write(PAGES.flatMap((row) => measured.filter(({ page }) => page === row.page)));
}

function measure(row: PageRow, url: string, chromium: string, runs: number): Measured {
  const audits = Array.from({ length: runs }, () => audit(url + row.path, chromium)).toSorted(
    (one, other) => one.performance - other.performance,
  );
  const median = audits[Math.floor(audits.length / 2)];
  if (median === undefined) throw new Error('No run');
  const performances = audits.map(({ performance }) => performance);
  console.log(`${row.page} ${performances.join(' ')}`);
  return { ...row, audit: median, performances };
}

function write(rows: readonly Measured[]): void {
  mkdirSync(dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify({ lighthouse: LIGHTHOUSE, rows }, null, 2)}\n`);
  const table = tableOf(rows);
  console.log(table);
  const page = readFileSync(PAGE, 'utf8');
  const [before = '', rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  if (page.includes(BEGIN)) writeFileSync(PAGE, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`);
}

const COLUMNS: readonly (readonly [title: string, of: (row: Measured) => string])[] = [
  ['page', ({ page }) => page],
  [
    'performance (all runs)',
    ({ audit: { performance }, performances }) => `${String(performance)} (${performances.join(', ')})`,
  ],
  ['accessibility', ({ audit: { accessibility } }) => String(accessibility)],
  ['best practices', ({ audit: { bestPractices } }) => String(bestPractices)],
  ['SEO', ({ audit: { seo } }) => String(seo)],
  ['LCP s', ({ audit: { lcp } }) => (lcp / 1000).toFixed(1)],
  ['TBT ms', ({ audit: { tbt } }) => tbt.toFixed(0)],
  ['CLS', ({ audit: { cls } }) => cls.toFixed(3)],
  ['kB loaded', ({ audit: { bytes } }) => (bytes / 1000).toFixed(1)],
];

function tableOf(rows: readonly Measured[]): string {
  const head = COLUMNS.map(([title]) => title);
  const lines = [head, head.map(() => '---'), ...rows.map((row) => COLUMNS.map(([, of]) => of(row)))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
