import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { hasNginx, serveWithNginx } from '../../tests/browser/nginx.ts';
import { formerOf } from '../../tests/browser/plain-server.ts';
import type { BenchOptions } from '../options.ts';
import { planVisits, type Visit } from './plan.ts';
import { meetingsOf, writeResults, type LoadRow } from './report.ts';
import type { Tally } from './tally.ts';
import type { Crowd } from './worker.ts';

/** How many different visits are drawn; every person makes one of them. */
const VISITS = 300;

/** Milliseconds that people look at a page; and machines, which don't. */
const PACES = [
  { pace: 'people', pause: 1000 },
  { pace: 'no pause', pause: 0 },
] as const;

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * `npm run bench -- load [--meetings 200,10000 | --dist FOLDER] [--people 500] [--seconds 20] [--seed 1]`: so many people read
 * and search at once, over loopback, at an nginx with the shipped configuration.
 */
export async function benchLoad(sizes: readonly number[], options: BenchOptions): Promise<void> {
  if (!hasNginx()) {
    console.error('要装有 nginx');
    process.exitCode = 2;
    return;
  }
  if (options.dist !== undefined && !existsSync(join(options.dist, 'index.html'))) {
    console.error(`“${options.dist}”不是建好的站点`);
    process.exitCode = 2;
    return;
  }
  if (options.dist !== undefined) await measure(resolve(options.dist), options);
  else for (const meetings of sizes) await measureCity(meetings, options);
}

/** Generates a city, builds its site and measures it. */
async function measureCity(meetings: number, options: BenchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-load-'));
  try {
    const content = join(folder, 'content');
    const count = ['--meetings', String(meetings), '--seed', options.seed ?? '1'];
    run(['bench/generate.ts', ...count, '--out', content], {});
    const dir = join(folder, 'dist');
    run(['src/cli/build.mjs'], { CONTENT_DIR: content, OUT_DIR: dir, CACHE_DIR: join(folder, 'cache') });
    await measure(dir, options);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(args: readonly string[], env: Readonly<Record<string, string>>): void {
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${args.join(' ')} failed`);
}

async function measure(
  dir: string,
  { people = '500', seconds = '20', seed = '1' }: BenchOptions,
): Promise<void> {
  const [load = 0] = loadavg();
  const visits = await planVisits(dir, seed, VISITS);
  const server = await serveWithNginx({ dir, base: '/', content: '' }, formerOf(dir));
  const rows: LoadRow[] = [];
  try {
    for (const { pace, pause } of PACES) {
      const crowd = { url: server.url, people: Number(people), seconds: Number(seconds), pause, seed };
      const { took, tally } = await send({ ...crowd, visits });
      for (const kind of ['reader', 'searcher'] as const)
        rows.push({ pace, kind, seconds: took, ...tally[kind] });
      if (tally.faults.length > 0) {
        console.error(tally.faults.join('\n'));
        process.exitCode = 1;
      }
    }
  } finally {
    await server.close();
  }
  const meetings = meetingsOf(dir);
  const cores = availableParallelism();
  await writeResults({ meetings, people: Number(people), seed, cores, load, rows });
}

/** Has a crowd visit in a thread of its own; how many seconds it took. */
function send(crowd: Crowd & { readonly visits: readonly Visit[] }): Promise<{
  readonly took: number;
  readonly tally: Tally;
}> {
  const started = performance.now();
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: crowd });
  return new Promise((done, reject) => {
    worker.once('error', reject);
    worker.once('message', (tally: Tally) => {
      done({ took: (performance.now() - started) / 1000, tally });
    });
  });
}
