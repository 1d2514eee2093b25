import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { showProgress } from '../../src/cli/show-progress.ts';
import type { BenchOptions } from '../options.ts';
import { measureNode } from './measured.ts';
import { measureOurs, measurePages, type City } from './ours.ts';
import { measureParts } from './parts.ts';
import { measureEleventy, measureHugo } from './peers.ts';
import { sizeOfFolder, tableOf, writeResults, type BuildResults, type BuildRow } from './report.ts';

/** Of a size: six of ours, the same pages, two peers, two floors. */
const ROWS = 11;
const HERE = import.meta.dirname;
const PACKAGES = join(HERE, '..', '..', '.cache', 'bench', 'eleventy');

/**
 * `npm run bench -- build --meetings 100,1000,10000 [--parts 4] [--seed 1]`: what builds of generated cities cost, ours,
 * its peers over the same minutes and the same pages, and two floors that nothing can go below.
 */
export async function benchBuild(
  sizes: readonly number[],
  { seed = '1', parts = '0' }: BenchOptions,
): Promise<void> {
  for (const meetings of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'jiyao-bench-'));
    const rows: BuildRow[] = [];
    const results = (): BuildResults => ({
      meetings,
      seed,
      cores: availableParallelism(),
      load: loads,
      rows,
    });
    const [loads = 0] = loadavg();
    const progress = showProgress(process.stderr, process.env);
    progress.begin(`${String(meetings)} 份纪要`, ROWS + (Number(parts) > 1 ? 2 : 0));
    try {
      for await (const row of measureCity(folder, { meetings, seed, parts: Number(parts) })) {
        rows.push(row);
        progress.end();
        console.log(`${new Date().toISOString().slice(11, 19)} ${lineOf(row)}`);
        // After each, for the whole takes long.
        await writeResults(results());
        progress.step();
      }
    } finally {
      progress.end();
      rmSync(folder, { recursive: true, force: true });
    }
    console.log(`\n${tableOf(results())}\n`);
  }
}

async function* measureCity(
  folder: string,
  { meetings, seed, parts }: { readonly meetings: number; readonly seed: string; readonly parts: number },
): AsyncGenerator<BuildRow> {
  const city: City = {
    content: join(folder, 'content'),
    out: join(folder, 'dist'),
    cache: join(folder, 'cache'),
  };
  const pages = { ...city, out: join(folder, 'pages') };
  const peers = { content: join(folder, 'peers'), folder, packages: PACKAGES };
  await measureNode({
    program: join(HERE, '..', 'generate.ts'),
    args: ['--meetings', String(meetings), '--seed', seed, '--out', city.content],
  });
  await measureNode({ program: join(HERE, 'peer-content.ts'), args: [city.content, peers.content] });
  yield* measureOurs(city);
  rmSync(city.out, { recursive: true });
  if (parts > 1) {
    yield* await measureParts(city, parts);
    rmSync(city.out, { recursive: true });
  }
  yield await measurePages(pages);
  yield await measureHugo(peers);
  yield await measureEleventy(peers);
  yield await measureFloor('parse', [join(city.content, 'minutes')]);
  yield await measureFloor('write', [pages.out, join(folder, 'written')]);
}

/** Less than any generator can do: to read and parse the minutes, and to write as many bytes to as many pages. */
async function measureFloor(what: 'parse' | 'write', args: readonly string[]): Promise<BuildRow> {
  const { cost } = await measureNode({ program: join(HERE, `${what}-floor.ts`), args });
  const out = args[1];
  const size = out === undefined ? { files: 0, bytes: 0 } : sizeOfFolder(out);
  return { generator: 'floor', build: `${what} only`, ...cost, ...size, written: size.files, deleted: 0 };
}

function lineOf({ generator, build, wall, cpu, megabytes }: BuildRow): string {
  const told = [wall?.toFixed(1), cpu?.toFixed(1), megabytes?.toFixed(0)].map((each) => each ?? '–');
  return `${generator}, ${build}: ${told.join(' / ')}`;
}
