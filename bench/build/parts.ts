import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildReport } from '../../src/cli/build-report.ts';
import { measureNode, type Cost } from './measured.ts';
import type { City } from './ours.ts';
import { phasesOf, sizeOfFolder, type BuildRow } from './report.ts';

const CLI = join(import.meta.dirname, '..', '..', 'src', 'cli');

/**
 * The site in parts, each with caches of its own but for the compiled pages, as machines of a CI service
 * have them; then the whole put together. Of the parts the slowest counts, for they run side by side.
 */
export async function measureParts(city: City, of: number): Promise<readonly BuildRow[]> {
  const partsDir = `${city.out}-parts`;
  const all: { readonly cost: Cost; readonly report: BuildReport }[] = [];
  for (let number = 1; number <= of; number++)
    all.push(await run('build', ['--shard', `${String(number)}/${String(of)}`], { city, partsDir }));
  const slowest = all.reduce((one, other) => (other.cost.wall > one.cost.wall ? other : one));
  const whole = await run('assemble', [], { city, partsDir });
  rmSync(partsDir, { recursive: true });
  const rowOf = (what: string, out: string, { cost, report }: typeof whole): BuildRow => ({
    generator: '**ours**',
    build: what,
    ...cost,
    ...sizeOfFolder(out),
    written: report.changes.written,
    deleted: report.changes.deleted,
    phases: phasesOf(report.phases),
  });
  return [
    {
      ...rowOf(`slowest of ${String(of)} parts`, city.out, slowest),
      files: slowest.report.changes.written,
      bytes: slowest.report.changes.bytes,
    },
    rowOf(`put together from ${String(of)} parts`, city.out, whole),
  ];
}

async function run(
  command: 'build' | 'assemble',
  options: readonly string[],
  { city, partsDir }: { readonly city: City; readonly partsDir: string },
): Promise<{ readonly cost: Cost; readonly report: BuildReport }> {
  const cache = `${city.cache}-of-machine`;
  cpSync(join(city.cache, 'bundle'), join(cache, 'bundle'), { recursive: true });
  const { output, cost } = await measureNode({
    program: join(CLI, `${command}.ts`),
    args: ['--json', ...options],
    env: { CONTENT_DIR: city.content, OUT_DIR: city.out, CACHE_DIR: cache, PARTS_DIR: partsDir },
  });
  rmSync(cache, { recursive: true });
  const report: BuildReport = JSON.parse(output);
  return { cost, report };
}
