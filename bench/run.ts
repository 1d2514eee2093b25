/** `npm run bench -- NAME …`: runs one of the benchmarks; each explains its own options. */
import { benchBuild } from './build/bench.ts';
import { benchSearch } from './search/bench.ts';

const BENCHMARKS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  build: benchBuild,
  search: benchSearch,
};

const [benchmark = '', ...options] = process.argv.slice(2);
const run = BENCHMARKS[benchmark];
if (run === undefined) {
  console.error(`用法：npm run bench -- ${Object.keys(BENCHMARKS).join('|')} [选项]`);
  process.exitCode = 2;
} else {
  await run(options);
}
