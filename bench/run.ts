import { parseArgs } from 'node:util';
import { benchBuild } from './build/bench.ts';
import { benchLoad } from './load/bench.ts';
import type { BenchOptions } from './options.ts';
import { sizesOf } from './options.ts';
import { benchPages } from './pages/bench.ts';
import { benchSearch } from './search/bench.ts';

const USAGE = `用法：npm run bench -- search|build|pages|load [选项]
用虚构城市的纪要测量，结果打印成表

  search   检索与同类软件并排：是否准确、字节、请求、时间；写入 bench/results 和 docs/benchmarks.md
  build    建站与 Hugo、Eleventy 并排，再加只解析、只写文件两条下限：时间、处理器时间、内存、文件；
           另测没有变化、加一份、改一份、撤一份；写入 bench/results 和 docs/benchmarks.md
  pages    用 Lighthouse 给建好的页面打分（手机）；写入 bench/results 和 docs/benchmarks.md，要有 nginx
  load     nginx 用随附的配置提供站点，几百人同时阅读和检索：每秒请求、时间、出错、缓存省下的请求；
           写入 bench/results 和 docs/benchmarks.md，要有 nginx

  --meetings 个数,个数   城市的大小（search 600；build 100,1000；load 200）
  --queries 个数         search：检索词的个数（5000）
  --sample 个数          search：逐个计字节、放到浏览器里的词数（300）
  --peers 个数           search：城市不大于这个数时才测同类软件（2000）
  --peer-sample 个数     search：其中给同类软件的词数（300）
  --parts 片数           build：另测分成几片建站（不测）
  --seed 种子            生成的种子（1）
  --dist 文件夹          load：用建好的站点（在根路径下），不另外建站
  --people 人数          load：同时有多少人（500）
  --seconds 秒           load：每一段多久（20）
  --runs 次数            pages：每页量几次，取中间的一次（3）
  --help                 显示本说明`;

type Benchmark = (sizes: readonly number[], options: BenchOptions) => Promise<void>;

const BENCHMARKS: Readonly<Record<string, { readonly sizes: string; readonly run: Benchmark }>> = {
  build: { sizes: '100,1000', run: benchBuild },
  load: { sizes: '200', run: benchLoad },
  pages: { sizes: '60', run: (_, options) => benchPages(options) },
  search: { sizes: '600', run: benchSearch },
};

process.exitCode = await bench();

/** 0 when measured or explained, 2 when the call is wrong. */
async function bench(): Promise<0 | 2> {
  const { values, positionals } = parseCall();
  if (values?.help === true) {
    console.log(USAGE);
    return 0;
  }
  const chosen = positionals.length === 1 ? BENCHMARKS[positionals[0] ?? ''] : undefined;
  const sizes = chosen === undefined ? null : sizesOf(values?.meetings ?? chosen.sizes);
  if (values === null || chosen === undefined || sizes === null) {
    console.error('没有这样的基准或选项；用 npm run bench -- --help 看用法');
    return 2;
  }
  await chosen.run(sizes, values);
  return 0;
}

function parseCall() {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean' },
        meetings: text,
        queries: text,
        sample: text,
        'peer-sample': text,
        peers: text,
        parts: text,
        seed: text,
        runs: text,
        dist: text,
        people: text,
        seconds: text,
      },
    });
  } catch {
    return { values: null, positionals: [] };
  }
}
